import { expect, it } from 'vitest';
import { aContext, aRun } from '../../view/test-context.ts';
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
