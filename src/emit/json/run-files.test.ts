import { expect, it } from 'vitest';
import { aContext, aResource, aRun } from '../../view/test-context.ts';
import { runFileSchema } from '../schemas/run.ts';
import { runFile } from './run-files.ts';

const DAY = '2026-11-02T05:00:00.000Z';

it('counts what there was nothing to do for apart from what was skipped', () => {
  const run = aRun('r1', DAY, {
    'model.shop.a': 'success',
    'model.shop.b': 'reused',
    'exposure.shop.x': 'no-op',
    'exposure.shop.y': 'no-op',
  });
  const json = runFileSchema.parse(runFile(run, aContext([], [run])));
  expect(json.counts).toEqual({ success: 1, no_op: 2, reused: 1 });
  expect(json.result_count).toBe(4);
});

it('says why a command failed of which only a log is known', () => {
  const run = aRun('r1', DAY, {}, { kind: 'error', errors: ['Oh no'], isLogOnly: true });
  expect(runFileSchema.parse(runFile(run, aContext([], [run])))).toMatchObject({
    kind: 'error',
    errors: ['Oh no'],
    counts: {},
    result_count: null,
  });
});

it('says what made a run as long as it was, and how long each node waited', () => {
  const plain = aRun('r1', DAY, { 'model.shop.a': 'success', 'model.shop.b': 'success' });
  const [a, b] = plain.results;
  if (a === undefined || b === undefined) throw new Error('The run has no results.');
  const at = (second: number): string => `2026-11-02T05:00:0${second}.000Z`;
  const run = {
    ...plain,
    results: [
      { ...a, startedAt: at(1), completedAt: at(3), executionTime: 2 },
      { ...b, startedAt: at(4), completedAt: at(8), executionTime: 4 },
    ],
  };
  const resources = [
    aResource('model.shop.a'),
    aResource('model.shop.b', { parents: ['model.shop.a'] }),
  ];
  const json = runFileSchema.parse(runFile(run, aContext(resources, [run])));
  expect(json.timing).toEqual({
    wall_clock: 8,
    critical_path: { unique_ids: ['model.shop.a', 'model.shop.b'], execution_time: 6 },
    peak_concurrency: 1,
    average_concurrency: 6 / 7,
    longest: { unique_id: 'model.shop.b', started_at: at(4), execution_time: 4 },
    latest_start: { unique_id: 'model.shop.b', started_at: at(4), execution_time: 4 },
    waited: 2,
    waited_before_first: 1,
  });
  expect(json.results.map(({ waited }) => waited)).toEqual([1, 1]);
});
