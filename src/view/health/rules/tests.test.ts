import { aColumn, aNode } from '../../test-context.ts';
import { model, test, testRules } from '../testing/rule-worlds.ts';

testRules('tests', {
  'missing-primary-key-tests': [
    {
      resources: [
        model('a', { testIds: ['test.shop.unique'] }),
        model('b', { testIds: ['test.shop.u', 'test.shop.n'] }),
        model('c', { testIds: ['test.shop.together'] }),
        model('d', {
          columns: [
            aColumn('id', {
              constraints: [{ type: 'primary_key', name: null, expression: null, columns: [] }],
            }),
          ],
          details: aNode({ contractEnforced: true }),
        }),
        test('unique', 'a', { columnName: 'id' }),
        test('u', 'b', { testName: 'unique', columnName: 'ID' }),
        test('n', 'b', { testName: 'not_null', columnName: 'id' }),
        test('together', 'c', { testName: 'dbt_utils.unique_combination_of_columns' }),
      ],
    },
    ['a: no column is tested as unique and not null'],
  ],
  'untested-models': [
    { resources: [model('a'), model('b', { testIds: ['test.shop.x'] }), test('x', 'b')] },
    ['a: no test'],
  ],
  'test-coverage': [
    {
      resources: [model('a'), model('b'), model('c', { testIds: ['test.shop.x'] }), test('x', 'c')],
    },
    ['*: 1 of 3 models (33.3 %); the target is 100 %'],
  ],
});
