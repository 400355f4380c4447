import { expect, it } from 'vitest';
import { buildRunPages } from './build-run-pages.ts';
import { outlineOf } from '../runs/run-outline.ts';
import { resultHref } from './result-place.ts';
import { ALONE } from './runs/run-places.ts';
import { aContext, aFreshness, aRun } from './test-context.ts';

const DAY = '2026-11-02T05:00:00.000Z';

/** Results that started in another order than that of their ids. */
function outcomes(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `model.shop.m${String((at * 7) % count).padStart(4, '0')}`,
      'success',
    ]),
  );
}

it('leads to the page of the run that has the row, on pages that go on in the order of the start', () => {
  const run = aRun('r1', DAY, outcomes(1201));
  const context = aContext([], [run]);
  expect(outlineOf(run).placeOf('model.shop.m0007')).toBe(1);
  const rows = buildRunPages(run, ALONE, context).flatMap(({ path, view }) =>
    view.results.map(({ link, anchor }) => [link.uniqueId, `/docs${path}#${anchor}`] as const),
  );
  expect(rows.map(([id]) => id)).toEqual(run.results.map(({ uniqueId }) => uniqueId));
  const places = new Map(rows);
  expect(places.size).toBe(1201);
  for (const { uniqueId } of run.results) {
    const [past] = context.history.everyResultOf(uniqueId);
    expect(past && resultHref(past, context)).toBe(places.get(uniqueId));
  }
});

it('leads to the first page for checks, which stand there alone', () => {
  const freshness = [aFreshness('source.shop.raw')];
  const context = aContext([], [aRun('r1', DAY, outcomes(501), { freshness })]);
  const check = context.history.latestFreshness('source.shop.raw');
  expect(check && resultHref(check, context)).toBe('/docs/runs/r1/#node-source.shop.raw');
});
