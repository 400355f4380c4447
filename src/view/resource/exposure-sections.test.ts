import { expect, it } from 'vitest';
import { aContext, aFreshness, aResource, aRun, aSource, aTest } from '../test-context.ts';
import { exposureSections, upstreamTrouble } from './exposure-sections.ts';

const BOARD = aResource('exposure.shop.board', { parents: ['model.shop.report'] });
const RESOURCES = [
  aResource('source.shop.raw', { details: aSource() }),
  aResource('model.shop.orders', {
    parents: ['source.shop.raw'],
    testIds: ['test.shop.u', 'test.shop.v'],
  }),
  aResource('model.shop.report', { parents: ['model.shop.orders'] }),
  aResource('model.shop.elsewhere'),
  aResource('test.shop.u', { details: aTest({ attachedNode: 'model.shop.orders' }) }),
  aResource('test.shop.v', {
    details: aTest({ attachedNode: 'model.shop.orders', testName: 'not_null' }),
  }),
  BOARD,
];

it('names all that fails or warns above an exposure, worst first, and why', () => {
  const run = aRun(
    'r1',
    '2026-11-02T05:00:00.000Z',
    {
      'model.shop.orders': 'success',
      'model.shop.report': 'success',
      'model.shop.elsewhere': 'error',
      'test.shop.u': 'fail',
      'test.shop.v': 'fail',
    },
    { freshness: [aFreshness('source.shop.raw', { status: 'warn', kind: 'warn' })] },
  );
  const { count, troubles } = upstreamTrouble(BOARD, aContext(RESOURCES, [run]));
  expect(count).toBe(3);
  expect(troubles).toEqual([
    {
      uniqueId: 'model.shop.orders',
      status: { word: 'fail', kind: 'error' },
      reasons: ['fail: unique, not_null'],
    },
    {
      uniqueId: 'source.shop.raw',
      status: { word: 'warn', kind: 'warn' },
      reasons: ['freshness: warn'],
    },
  ]);
});

it('says how much it looked at where nothing is wrong', () => {
  const [section] = exposureSections(BOARD, aContext(RESOURCES));
  expect(section?.note).toBe('Nothing known is wrong with the 3 resources upstream.');
});

it('does not run in circles', () => {
  const a = aResource('model.shop.a', { parents: ['model.shop.b'] });
  const b = aResource('model.shop.b', { parents: ['model.shop.a'] });
  const exposure = aResource('exposure.shop.x', { parents: ['model.shop.a'] });
  expect(upstreamTrouble(exposure, aContext([a, b, exposure])).count).toBe(2);
});
