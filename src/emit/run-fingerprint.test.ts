import { describe, expect, it } from 'vitest';
import { runFile } from './json/run-files.ts';
import { timelineFile } from './json/timeline-file.ts';
import type { Resource } from '../project/resource.ts';
import type { Run } from '../runs/run.ts';
import { buildRunPages } from '../view/build-run-pages.ts';
import { createFingerprints } from '../view/fingerprint.ts';
import { createRunFingerprints } from '../view/run-fingerprint.ts';
import { ALONE, runPlaces } from '../view/runs/run-places.ts';
import { timelineOf } from '../view/runs/timeline-of.ts';
import { aContext, aResource, aRun } from '../view/test-context.ts';

const RESOURCES: readonly Resource[] = [
  aResource('model.shop.a'),
  aResource('model.shop.b', { parents: ['model.shop.a'] }),
  aResource('model.shop.view', { parents: ['model.shop.b'] }),
  aResource('model.shop.c', { parents: ['model.shop.view'] }),
];
const OLD = aRun('old', '2026-11-01T05:00:00.000Z', { 'model.shop.a': 'success' });
const FAILED = withCode(
  aRun('failed', '2026-11-02T05:00:00.000Z', {
    'model.shop.a': 'success',
    'model.shop.b': 'error',
    'model.shop.c': 'skipped',
  }),
);
/** A run whose results have their SQL. */
function withCode(run: Run): Run {
  return { ...run, results: run.results.map((one) => ({ ...one, compiledCode: 'select 1' })) };
}

const RUNS = [FAILED, OLD];

/** By id of the run: its page and what tells of it alone, and the keys that stand for them. */
function written(resources: readonly Resource[], runs: readonly Run[]) {
  const context = aContext(resources, runs);
  const places = runPlaces(context.history.runs);
  const keysOf = createRunFingerprints(context, places, createFingerprints(context).ofName);
  return new Map(
    runs.map((run) => [
      run.id,
      {
        page: JSON.stringify(buildRunPages(run, places.get(run.id) ?? ALONE, context)),
        own: JSON.stringify([
          runFile(run, context),
          timelineFile(run, context, timelineOf(run, context)),
        ]),
        keys: keysOf(run),
      },
    ]),
  );
}

function withResource(id: string, given: Partial<Resource>): readonly Resource[] {
  return RESOURCES.map((one) => (one.uniqueId === id ? { ...one, ...given } : one));
}

describe('the key of a run', () => {
  const before = written(RESOURCES, RUNS);

  it.each<[what: string, resources: readonly Resource[], runs: readonly Run[]]>([
    ['a name', withResource('model.shop.b', { name: 'renamed' }), RUNS],
    ['what lies between two nodes', withResource('model.shop.view', { parents: [] }), RUNS],
    ['a resource less', RESOURCES.slice(1), RUNS],
    ['a language', withResource('model.shop.b', { language: 'python' }), RUNS],
    ['what the run before says', RESOURCES, [FAILED, { ...OLD, elapsed: 77 }]],
    ['a message', RESOURCES, [{ ...FAILED, errors: ['Compilation Error'] }, OLD]],
    ['a run more', RESOURCES, [aRun('new', '2026-11-03T05:00:00.000Z', {}), ...RUNS]],
  ])('changes with every page that %s changes', (_, resources, runs) => {
    let changed = 0;
    for (const [id, now] of written(resources, runs)) {
      const then = before.get(id);
      if (then === undefined) continue;
      for (const part of ['page', 'own'] as const) {
        if (now[part] === then[part]) continue;
        changed++;
        expect([id, part, now.keys[part] === then.keys[part]]).toEqual([id, part, false]);
      }
    }
    expect(changed).toBeGreaterThan(0);
  });

  it('of what tells of a run alone is kept by a run more', () => {
    const now = written(RESOURCES, [aRun('new', '2026-11-03T05:00:00.000Z', {}), ...RUNS]);
    expect(now.get('failed')?.keys.own).toBe(before.get('failed')?.keys.own);
    expect(now.get('failed')?.keys.page).not.toBe(before.get('failed')?.keys.page);
  });

  it('is kept by what the page doesn’t show', () => {
    const resources = [
      ...withResource('model.shop.a', { description: 'New' }),
      aResource('model.shop.new'),
    ];
    expect(written(resources, RUNS)).toEqual(before);
  });
});
