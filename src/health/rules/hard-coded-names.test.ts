import { expect, it } from 'vitest';
import { hardCodedNames } from './hard-coded-names.ts';

it.each([
  ['select * from prod.sales.orders', ['prod.sales.orders']],
  ['SELECT * FROM sales.orders o\nLEFT JOIN "Crm"."people" p', ['sales.orders', '"Crm"."people"']],
  ['select * from `my-project.sales.orders`', ['`my-project.sales.orders`']],
  ['select * from `my-project`.sales.orders', ['`my-project`.sales.orders']],
  ['from a.b join a.b', ['a.b']],
])('finds the tables in %j', (code, names) => {
  expect(hardCodedNames(code)).toEqual(names);
});

it.each([
  "select * from {{ ref('orders') }} join {{ source('a', 'b') }}",
  'select 1 -- from sales.orders\n/* from sales.orders */ {# from sales.orders #}',
  "select 'from sales.orders'",
  'with o as (select 1) select * from o join o.items',
  "select * from {{ ref('orders') }} as o, lateral flatten(o.items) join o.items",
  'select extract(day from orders.created_at), a is distinct from b.c from x',
  'select * from schema.table_function(1)',
  'select * from information_schema.tables',
  '{% set x %} from sales.orders {{ "never closed',
])('finds none in %j', (code) => {
  expect(hardCodedNames(code)).toEqual(code.startsWith('{% set') ? ['sales.orders'] : []);
});

it('reads what a hostile hand wrote in a moment', () => {
  // Time of this thread, not of the clock: other work on the machine counts for nothing.
  const before = process.threadCpuUsage();
  for (const text of ['/*', '{{', "'", 'from a.', 'extract(', 'x as ', 'from '])
    hardCodedNames(`from a.b ${text.repeat(100_000)}`);
  expect(process.threadCpuUsage(before).user).toBeLessThan(2_000_000);
});
