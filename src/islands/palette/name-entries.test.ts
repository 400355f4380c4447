import { describe, expect, it } from 'vitest';
import { indexColumns } from '../../search/column-index.ts';
import { indexNames } from '../../search/name-index.ts';
import { aName } from '../../search/testing/a-name.ts';
import { findColumns, findResources } from './name-entries.ts';

const names = indexNames(
  [
    aName('model.shop.orders', { folder: 'marts/core', uses: 3 }),
    aName('model.shop.orders_daily', { folder: '' }),
    aName('source.shop.raw.orders', { name: 'raw.orders', shortName: 'orders', folder: 'raw' }),
    aName('exposure.shop.board', { label: 'The board', folder: 'marts' }),
  ],
  'shop',
);
const columns = indexColumns(
  { names: ['customer_id', 'name of it', 'total'], resources: [[0, 1], [1], [0, 2]] },
  names,
);

describe('resources in the palette', () => {
  it('say where they lie, and lead to their pages', () => {
    expect(findResources('orders', names, 1)).toEqual({
      entries: [
        {
          key: '/models/model.shop.orders/',
          label: 'orders',
          detail: 'marts/core',
          glyph: 'ty-model',
          isName: true,
          code: 'MDL',
          does: '/models/model.shop.orders/',
        },
      ],
      total: 3,
      kind: 'exact',
    });
  });

  it('say their label, and their package where they lie in no folder', () => {
    expect(findResources('board', names, 1).entries[0]?.detail).toBe('The board · marts');
    expect(findResources('orders_daily', names, 1).entries[0]?.detail).toBe('shop');
  });
});

describe('columns in the palette', () => {
  it('of one resource lead to their place on its page', () => {
    expect(findColumns('name of', columns, 5).entries).toMatchObject([
      {
        label: 'name of it',
        detail: 'in orders_daily',
        does: '/models/model.shop.orders_daily/#column-name~20of~20it',
      },
    ]);
  });

  it('of several open the list of them, the most used first', () => {
    expect(findColumns('customer_id', columns, 5).entries).toMatchObject([
      {
        label: 'customer_id',
        detail: 'in 2 models',
        does: {
          title: 'customer_id in 2 models',
          entries: [
            { label: 'orders', does: '/models/model.shop.orders/#column-customer_id' },
            { label: 'orders_daily', does: '/models/model.shop.orders_daily/#column-customer_id' },
          ],
        },
      },
    ]);
    expect(findColumns('total', columns, 5).entries[0]?.detail).toBe('in 2 resources');
  });

  it('can be asked of one resource', () => {
    expect(findColumns('orders.total', columns, 5).entries[0]).toMatchObject({
      label: 'total',
      does: '/models/model.shop.orders/#column-total',
    });
  });
});
