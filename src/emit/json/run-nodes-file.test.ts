import { expect, it } from 'vitest';
import { aContext, aFreshness, aRun } from '../../view/test-context.ts';
import { runNodesFileSchema } from '../schemas/run.ts';
import { runNodesFile } from './run-nodes-file.ts';

it('tells which nodes each run has results of, equal sets once', () => {
  const outcomes = { 'model.shop.a': 'success', 'model.shop.b': 'success', 'test.shop.t': 'pass' };
  const runs = [
    aRun('r3', '2026-11-03T05:00:00.000Z', outcomes),
    aRun('r2', '2026-11-02T05:00:00.000Z', { 'model.shop.a': 'success', 'test.shop.t': 'pass' }),
    aRun('r1', '2026-11-01T05:00:00.000Z', outcomes),
    aRun('r0', '2026-10-31T05:00:00.000Z', {}, { freshness: [aFreshness('source.shop.s')] }),
  ];
  expect(runNodesFileSchema.parse(runNodesFile(aContext([], runs)))).toMatchObject({
    ids: ['model.shop.a', 'model.shop.b', 'source.shop.s', 'test.shop.t'],
    sets: [
      [
        [0, 1],
        [3, 3],
      ],
      [
        [0, 0],
        [3, 3],
      ],
      [[2, 2]],
    ],
    runs: { r3: 0, r2: 1, r1: 0, r0: 2 },
  });
});
