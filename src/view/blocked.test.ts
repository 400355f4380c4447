import { expect, it } from 'vitest';
import type { UnitTestDetails } from '../project/details/details.ts';
import { createBlocked } from './blocked.ts';
import { aContext, aNode, aResource, aRun, aTest } from './test-context.ts';

const UNIT_TEST: UnitTestDetails = {
  kind: 'unit_test',
  testedNode: 'model.shop.b',
  modelName: 'b',
  given: [],
  expect: { input: 'expect', format: 'dict', columns: [], rows: [], text: null, fixture: null },
  overrides: {},
};

const { project } = aContext([
  aResource('model.shop.a'),
  aResource('model.shop.e', {
    parents: ['model.shop.a'],
    details: aNode({ materialized: 'ephemeral' }),
  }),
  aResource('model.shop.b', { parents: ['model.shop.e'] }),
  aResource('model.shop.c', { parents: ['model.shop.b', 'model.shop.other'] }),
  aResource('model.shop.other'),
  aResource('exposure.shop.board', { parents: ['model.shop.c'] }),
  aResource('test.shop.a', {
    parents: ['model.shop.a'],
    details: aTest({ attachedNode: 'model.shop.a' }),
  }),
  aResource('test.shop.b', {
    parents: ['model.shop.b'],
    details: aTest({ attachedNode: 'model.shop.b' }),
  }),
  aResource('test.shop.both', {
    parents: ['model.shop.a', 'model.shop.other'],
    details: aTest({ isGeneric: false, testName: null }),
  }),
  aResource('unit_test.shop.b', { parents: ['model.shop.b'], details: UNIT_TEST }),
]);

function blocked(failedId: string, given: Record<string, string>): readonly string[] {
  return createBlocked(aRun('r1', '2026-11-02T05:00:00.000Z', given), project)(failedId);
}

const ALL_SKIPPED = {
  'model.shop.b': 'skipped',
  'model.shop.c': 'skipped',
  'test.shop.b': 'skipped',
  'unit_test.shop.b': 'skipped',
  'exposure.shop.board': 'no-op',
};

it('blocks what lies below, past ephemeral models, with its tests, but nothing that there was nothing to do for', () => {
  expect(blocked('model.shop.a', { 'model.shop.a': 'error', ...ALL_SKIPPED })).toEqual([
    'model.shop.b',
    'model.shop.c',
    'test.shop.b',
    'unit_test.shop.b',
  ]);
});

it('doesn’t blame a failure for what lies beyond a success', () => {
  expect(
    blocked('model.shop.a', { ...ALL_SKIPPED, 'model.shop.b': 'success', 'test.shop.b': 'pass' }),
  ).toEqual([]);
});

it('blocks by a test what its model feeds, none of its other tests', () => {
  expect(blocked('test.shop.a', ALL_SKIPPED)).toEqual([
    'model.shop.b',
    'model.shop.c',
    'test.shop.b',
    'unit_test.shop.b',
  ]);
  expect(blocked('test.shop.b', { ...ALL_SKIPPED, 'test.shop.b': 'fail' })).toEqual([
    'model.shop.c',
  ]);
});

it('blocks by a test of several models only what depends on all of them', () => {
  expect(blocked('test.shop.both', ALL_SKIPPED)).toEqual(['model.shop.c']);
});

it('blocks by a unit test its model and what that feeds', () => {
  expect(blocked('unit_test.shop.b', { ...ALL_SKIPPED, 'unit_test.shop.b': 'fail' })).toEqual([
    'model.shop.b',
    'model.shop.c',
    'test.shop.b',
  ]);
});
