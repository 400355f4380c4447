import { expect, it } from 'vitest';
import { aContext, aFreshness, aResource, aRun, aSource, aTest } from '../test-context.ts';
import { exposureSections } from './exposure-sections.ts';
import { upstreamOf } from './upstream.ts';

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
  const context = aContext(RESOURCES, [run]);
  const { count, troubles, tests, states } = upstreamOf(BOARD, context);
  expect(count).toBe(3);
  expect(tests).toEqual({ passing: 0, failing: 2, warning: 0, other: 0 });
  expect(states).toEqual([
    { state: 'degraded', count: 1 },
    { state: 'caution', count: 2 },
  ]);
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

it('tells what rules find in everything upstream, most severe first', () => {
  const sections = exposureSections(BOARD, aContext(RESOURCES));
  const debt = sections.find(({ id }) => id === 'debt');
  const rows = debt?.kind === 'table' ? debt.rows : [];
  expect(rows.map(([rule, count]) => [rule, count])).toContainEqual([
    {
      kind: 'pages',
      pages: [{ text: 'Models without a description', href: '/docs/health/undocumented-models/' }],
    },
    { kind: 'number', value: 2, text: '2' },
  ]);
});

it('does not run in circles', () => {
  const a = aResource('model.shop.a', { parents: ['model.shop.b'] });
  const b = aResource('model.shop.b', { parents: ['model.shop.a'] });
  const exposure = aResource('exposure.shop.x', { parents: ['model.shop.a'] });
  expect(upstreamOf(exposure, aContext([a, b, exposure])).count).toBe(2);
});
