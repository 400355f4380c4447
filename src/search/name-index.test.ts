import { describe, expect, it } from 'vitest';
import { indexNames, rankNames } from './name-index.ts';
import { aName } from './testing/a-name.ts';

const INDEX = indexNames(
  [
    aName('macro.shop.orders'),
    aName('metric.shop.revenue', { label: 'Net revenue' }),
    aName('model.other.fct_orders_daily'),
    aName('model.shop.dim_customers.v1', { shortName: 'dim_customers', isOldVersion: true }),
    aName('model.shop.dim_customers.v2', { shortName: 'dim_customers' }),
    aName('model.shop.fct_orders'),
    aName('model.shop.fct_orders_daily', { folder: 'marts/finance' }),
    aName('model.shop.int_reorders'),
    aName('model.shop.Kundenumsätze'),
    aName('model.shop.orders_by_day', { uses: 3 }),
    aName('model.shop.orders_to_day', { uses: 5 }),
    aName('model.shop.stg_orders'),
    aName('source.shop.raw.orders', { shortName: 'orders' }),
  ],
  'shop',
);

function found(query: string): string[] {
  return rankNames(query, INDEX).map(({ name, kind }) => `${kind} ${name.uniqueId}`);
}

describe('rankNames', () => {
  it('puts the whole name before its beginning, a word in it, and any part', () => {
    expect(found('orders')).toEqual([
      'exact source.shop.raw.orders',
      'exact macro.shop.orders',
      'prefix model.shop.orders_to_day',
      'prefix model.shop.orders_by_day',
      'word model.shop.fct_orders',
      'word model.shop.stg_orders',
      'word model.shop.fct_orders_daily',
      'word model.other.fct_orders_daily',
      'part model.shop.int_reorders',
    ]);
  });

  it('puts what holds the very letters before what only means the same', () => {
    const index = indexNames(
      [
        'source.shop.raw.users',
        'model.shop.raw__users',
        'model.shop.raw_users_daily',
        'model.shop.raw_user',
      ].map((id) => aName(id)),
      'shop',
    );
    const first = (query: string): string | undefined => rankNames(query, index, 1)[0]?.name.name;
    expect(first('raw__users')).toBe('raw__users');
    expect(first('raw.users')).toBe('raw.users');
    expect(first('raw_users_')).toBe('raw_users_daily');
  });

  it('finds words in any order, each by its beginning', () => {
    expect(found('daily orders')).toEqual([
      'words model.shop.fct_orders_daily',
      'words model.other.fct_orders_daily',
    ]);
    expect(found('ord dai')[0]).toBe('words model.shop.fct_orders_daily');
    expect(found('stg_ord')).toEqual(['prefix model.shop.stg_orders']);
  });

  it('takes no heed of what stands between words, nor of case and accents', () => {
    expect(found('FCT orders-daily')[0]).toBe('exact model.shop.fct_orders_daily');
    expect(found('ordersdaily')[0]).toBe('parts model.shop.fct_orders_daily');
    expect(found('kundenumsatze')).toEqual(['exact model.shop.Kundenumsätze']);
  });

  it('forgives one slip in a word where nothing is meant otherwise', () => {
    for (const typed of ['fct_ordres', 'fct_oders', 'fct_orderss', 'fct_irders']) {
      expect([typed, found(typed)[0]]).toEqual([typed, 'slip model.shop.fct_orders']);
    }
    expect(found('fct_shipments')).toEqual([]);
  });

  it('finds the version that is asked for, and else the current one first', () => {
    expect(found('dim_customers')).toEqual([
      'exact model.shop.dim_customers.v2',
      'exact model.shop.dim_customers.v1',
    ]);
    expect(found('dim_customers v1')).toEqual(['exact model.shop.dim_customers.v1']);
    expect(found('customers .v2')[0]).toBe('word model.shop.dim_customers.v2');
  });

  it('finds by label, by id, and by folder and type beside the name', () => {
    expect(found('net rev')).toEqual(['prefix metric.shop.revenue']);
    expect(found('model.shop.fct_orders')[0]).toBe('exact model.shop.fct_orders');
    expect(found('finance orders')).toEqual(['context model.shop.fct_orders_daily']);
    expect(found('macro orders')).toEqual(['context macro.shop.orders']);
  });

  it('finds what was pasted', () => {
    const first = (text: string): string | undefined => found(text)[0];
    expect(first('models/marts/fct_orders.sql')).toBe('exact model.shop.fct_orders');
    expect(first("{{ ref('fct_orders') }}")).toBe('exact model.shop.fct_orders');
    expect(first("ref('dim_customers', v=1)")).toBe('exact model.shop.dim_customers.v1');
    expect(first("source('raw', 'orders')")).toBe('exact source.shop.raw.orders');
    const line = '5 of 92 ERROR creating sql table model core.fct_orders ....... [ERROR in 0.12s]';
    expect(first(line)).toBe('exact model.shop.fct_orders');
    expect(found('1 of 1 OK hook: shop.on-run-end.0 ...... [OK in 0.02s]')).toEqual([]);
  });

  it('finds nothing for nothing', () => {
    expect(found(' . ')).toEqual([]);
  });

  it('gives no more than was asked for', () => {
    expect(rankNames('orders', INDEX, 2).map(({ at }) => at)).toEqual([12, 0]);
  });
});
