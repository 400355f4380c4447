import { describe, expect, it } from 'vitest';
import { nearestRows } from './nearest-rows.ts';

const ROWS = [
  'orders',
  'stg_orders',
  'order_items',
  'customers',
  'dim_customers',
  'items_of_order',
].map((name) => ({ name, uniqueId: `model.shop.${name}` }));

function near(wanted: string, most = 3): string[] {
  return nearestRows(wanted, ROWS, most).map(({ name }) => name);
}

describe('nearestRows', () => {
  it('finds a name that moved to another package, then those that hold it', () => {
    expect(near('model.old_shop.orders')).toEqual(['orders', 'stg_orders']);
  });

  it('finds a name with a few letters changed', () => {
    expect(near('model.shop.custmers')).toEqual(['customers']);
    expect(near('ordres')).toEqual(['orders']);
  });

  it('finds a name that got or lost a prefix', () => {
    expect(near('fct_customers')).toContain('customers');
    expect(near('dim_customers', 1)).toEqual(['dim_customers']);
  });

  it('finds the same words in another order', () => {
    expect(near('item_order_items')).toContain('order_items');
    expect(near('order_of_items')).toContain('items_of_order');
  });

  it('finds nothing where nothing is near', () => {
    expect(near('dim_stores')).toEqual([]);
    expect(near('warehouse_temperature')).toEqual([]);
    expect(near('')).toEqual([]);
  });
});
