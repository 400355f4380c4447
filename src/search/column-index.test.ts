import { describe, expect, it } from 'vitest';
import { indexColumns, rankColumns } from './column-index.ts';
import { indexNames } from './name-index.ts';
import { aName } from './testing/a-name.ts';

const NAMES = [
  aName('metric.shop.visits'),
  aName('model.shop.customers', { uses: 1 }),
  aName('model.shop.orders', { uses: 4 }),
  aName('source.shop.raw.orders', { shortName: 'orders' }),
];
const INDEX = indexColumns(
  {
    names: ['CUSTOMER_ID', 'customer_id', 'customer_name', 'order_id', 'status'],
    resources: [[3], [0, 1, 2], [1], [2, 3], [2]],
  },
  indexNames(NAMES, 'shop'),
);

function found(query: string): string[] {
  return rankColumns(query, INDEX).map(
    ({ column, kind, places }) =>
      `${kind} ${column} in ${places.map(({ at, column: own }) => `${NAMES[at]?.uniqueId ?? ''}#${own}`).join(' ')}`,
  );
}

describe('rankColumns', () => {
  it('names a column once, however it is written, with the most used that have it first', () => {
    expect(found('customer_id')).toEqual([
      'exact customer_id in model.shop.orders#customer_id model.shop.customers#customer_id source.shop.raw.orders#CUSTOMER_ID metric.shop.visits#customer_id',
    ]);
  });

  it('ranks as names are ranked, and forgives a slip', () => {
    expect(found('cust').map((hit) => hit.split(' in ')[0])).toEqual([
      'prefix customer_id',
      'prefix customer_name',
    ]);
    expect(found('stauts')).toEqual(['slip status in model.shop.orders#status']);
  });

  it('finds the column of a resource', () => {
    expect(found('orders.customer_id')).toEqual([
      'exact customer_id in model.shop.orders#customer_id',
      'exact CUSTOMER_ID in source.shop.raw.orders#CUSTOMER_ID',
    ]);
    expect(found('raw.orders.customer_id')).toEqual([
      'exact CUSTOMER_ID in source.shop.raw.orders#CUSTOMER_ID',
    ]);
    expect(found('customers name')).toEqual([
      'word customer_name in model.shop.customers#customer_name',
    ]);
    expect(found('status of orders')).toEqual(['exact status in model.shop.orders#status']);
  });

  it('lists all columns of a resource after a dot', () => {
    expect(found('model.shop.customers.')).toEqual([
      'prefix customer_id in model.shop.customers#customer_id',
      'prefix customer_name in model.shop.customers#customer_name',
    ]);
  });
});
