import { expect, it } from 'vitest';
import { completeSelection } from './complete-selection.ts';
import { NO_FACTS } from './selectable.ts';
import { aGraph, aSelectable } from './testing/a-graph.ts';

const graph = aGraph([
  aSelectable('model.shop.orders', { tags: ['daily', 'core'], filePath: 'models/core/orders.sql' }),
  aSelectable('model.shop.stg_orders', { config: { materialized: 'view', transient: true } }),
  aSelectable('source.shop.raw.orders'),
  aSelectable('exposure.shop.board'),
  aSelectable('test.shop.not_null_orders', { testName: 'not_null' }),
]);
const facts = { ...NO_FACTS, results: new Map([['model.shop.orders', 'error']]) };

/** The bar stands for the cursor. */
function completed(marked: string): readonly string[] {
  const cursor = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { start, end, items } = completeSelection(text, cursor, graph, facts);
  return items.map((item) => `${text.slice(0, start)}${item}${text.slice(end)}`);
}

it.each([
  ['ord|', ['orders', 'stg_orders']],
  ['+ord|', ['+orders', '+stg_orders']],
  ['a,2+stg|+1', ['a,2+stg_orders+1']],
  ['tag:|', ['tag:core', 'tag:daily']],
  ['x tag:da|y', ['x tag:daily']],
  ['access:p|', ['access:private', 'access:protected', 'access:public']],
  ['source:raw.|', ['source:raw.orders']],
  ['path:models/|', ['path:models/core', 'path:models/core/orders.sql']],
  ['exposure:|', ['exposure:board']],
  ['test_name:n|', ['test_name:not_null']],
  ['config.materialized:|', ['config.materialized:view']],
  ['config.transient:|', ['config.transient:true']],
  ['result:|', ['result:error']],
  ['nosuch:|', []],
])('%s', (marked, expected) => {
  expect(completed(marked)).toEqual(expected);
});

it('proposes methods first, and no more than can be read at a glance', () => {
  expect(completed('|')[0]).toBe('access:');
  expect(completed('|').length).toBe(20);
});
