import { aNode, aRun } from '../../test-context.ts';
import { model, nights, test, testRules } from '../testing/rule-worlds.ts';

testRules('runs', {
  'failing-models': [
    {
      resources: [model('a'), model('b'), model('c')],
      runs: nights({
        'model.shop.a': 'error',
        'model.shop.b': 'success',
        'model.shop.c': 'partial success',
      }),
    },
    ['a: says error', 'c: says partial success'],
  ],
  'failing-tests': [
    {
      resources: [model('a'), test('x', 'a'), test('y', 'a')],
      runs: nights({ 'test.shop.x': 'fail', 'test.shop.y': 'pass' }),
    },
    ['x: says fail'],
  ],
  'warning-tests': [
    {
      resources: [model('a'), test('x', 'a'), test('y', 'a')],
      runs: nights({ 'test.shop.x': 'warn', 'test.shop.y': 'fail' }),
    },
    ['x: says warn'],
  ],
  'skipped-models': [
    {
      resources: [model('a'), model('b')],
      runs: nights({ 'model.shop.a': 'skipped', 'model.shop.b': 'reused' }),
    },
    ['a: says skipped'],
  ],
  'flaky-tests': [
    {
      resources: [model('a'), test('x', 'a'), test('y', 'a')],
      runs: nights(
        { 'test.shop.x': 'fail', 'test.shop.y': 'fail' },
        { 'test.shop.x': 'pass', 'test.shop.y': 'fail' },
        { 'test.shop.x': 'fail', 'test.shop.y': 'pass' },
        { 'test.shop.x': 'pass', 'test.shop.y': 'pass' },
      ),
    },
    ['x: changed 3 times in its last 4 results'],
  ],
  'not-built': [
    {
      resources: [model('a'), model('b'), model('c')],
      runs: [
        ...nights({ 'model.shop.a': 'success' }),
        aRun('old', '2026-09-01T05:00:00.000Z', { 'model.shop.b': 'success' }),
      ],
    },
    ['b: last built on 2026-09-01'],
  ],
  'never-run-models': [
    {
      resources: [
        model('a'),
        model('b'),
        model('c', { details: aNode({ materialized: 'ephemeral' }) }),
      ],
      runs: nights({ 'model.shop.a': 'success' }),
    },
    ['b: no run of it is known'],
  ],
  'never-run-tests': [
    {
      resources: [model('a'), test('x', 'a'), test('y', 'a')],
      runs: nights({ 'test.shop.x': 'pass' }),
    },
    ['y: no run of it is known'],
  ],
});
