import { expect, it } from 'vitest';
import { parseRefText } from './ref-text.ts';

it.each([
  ["ref('orders')", { kind: 'ref', packageName: null, name: 'orders', version: null }],
  ['ref("shop", "orders")', { kind: 'ref', packageName: 'shop', name: 'orders', version: null }],
  [
    "{{ get_where_subquery(ref('orders', v=2)) }}",
    { kind: 'ref', packageName: null, name: 'orders', version: '2' },
  ],
  [
    "{{ ref('shop','orders',version='2.1') }}",
    { kind: 'ref', packageName: 'shop', name: 'orders', version: '2.1' },
  ],
  ["source('raw', 'orders')", { kind: 'source', sourceName: 'raw', name: 'orders' }],
  ['"db"."main"."orders"', null],
  ['', null],
])('reads %j', (text, expected) => {
  expect(parseRefText(text)).toEqual(expected);
});
