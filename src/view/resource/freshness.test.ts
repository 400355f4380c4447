import { describe, expect, it } from 'vitest';
import { aContext, aFreshness, aResource, aRun, aSource } from '../test-context.ts';
import { freshnessView } from './freshness.ts';

const SOURCE = aResource('source.shop.raw', { details: aSource() });

/** A check a night with the age that it found, in hours, newest first. */
function checks(...ages: readonly (number | null)[]) {
  return ages
    .map((hours, night) => {
      const at = `2026-11-0${night + 1}T05:00:00.000Z`;
      const kind = hours === null || hours >= 48 ? 'error' : hours >= 12 ? 'warn' : 'success';
      return aRun(
        `r${night}`,
        at,
        {},
        {
          command: 'dbt source freshness',
          freshness: [
            aFreshness(SOURCE.uniqueId, {
              status: hours === null ? 'runtime error' : kind === 'success' ? 'pass' : kind,
              kind,
              snapshottedAt: at,
              age: hours === null ? null : hours * 3600,
            }),
          ],
        },
      );
    })
    .reverse();
}

describe('the freshness of a source', () => {
  it('is none where it was never checked', () => {
    expect(freshnessView(SOURCE.uniqueId, aContext([SOURCE]))).toBeNull();
  });

  it('is told check by check, since when it is stale, and by which bounds', () => {
    const view = freshnessView(SOURCE.uniqueId, aContext([SOURCE], checks(2, 50, 74)));
    expect(view?.rows.map(({ status, age }) => [status.word, age])).toEqual([
      ['error', 266_400],
      ['error', 180_000],
      ['pass', 7200],
    ]);
    expect(view?.facts).toEqual([
      {
        label: 'Stale since',
        value: {
          kind: 'run',
          iso: '2026-11-02T05:00:00.000Z',
          label: 'dbt source freshness',
          href: '/docs/runs/r1/#node-source.shop.raw',
          note: '2 checks',
        },
      },
      {
        label: 'Criteria',
        value: { kind: 'text', text: 'warn after 12 hours, error after 2 days' },
      },
    ]);
  });

  it('is drawn with the bounds that lie near, and without a bar where no age was found', () => {
    const chart = freshnessView(SOURCE.uniqueId, aContext([SOURCE], checks(6, null, 4)))?.chart;
    expect(chart?.bars.map(({ share }) => share)).toEqual([0.5, null, 0.333]);
    expect(chart?.lines).toEqual([{ kind: 'warn', label: 'warn after 12 h', share: 1 }]);
  });
});
