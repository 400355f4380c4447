import { describe, expect, it } from 'vitest';
import type { Column } from '../../project/column.ts';
import { aColumn, aContext, aResource } from '../test-context.ts';
import { columnsView } from './columns.ts';

/** Declared, or in the catalog, by what is given of it. */
function columnOf(name: string, given: Partial<Column> = {}): Column {
  return aColumn(name, {
    isDeclared: given.declaredType !== undefined || given.description !== undefined,
    isInCatalog: given.catalogType !== undefined,
    ...given,
  });
}

function viewOf(columns: readonly Column[], id = 'model.shop.orders') {
  const resource = aResource(id, { columns });
  const context = aContext([resource, aResource('test.shop.not_null')], []);
  return columnsView(resource, context);
}

describe('columns that are records', () => {
  const address = 'STRUCT<street STRING, geo STRUCT<lat FLOAT64>>';
  const view = viewOf([
    columnOf('customer', {
      description: 'Who ordered',
      declaredType: 'struct',
      catalogType: `STRUCT<id INT64, address ${address}>`,
    }),
    columnOf('customer.id', {
      declaredType: 'int64',
      catalogType: 'INT64',
      testIds: ['test.shop.not_null'],
    }),
    columnOf('lines.sku', { description: 'The article', catalogType: 'STRING' }),
    columnOf('customer.address', { catalogType: address }),
    columnOf('lines', {
      declaredType: 'array',
      catalogType: 'ARRAY<STRUCT<sku STRING, rates ARRAY<NUMERIC>>>',
    }),
    columnOf('gone.part', { declaredType: 'string' }),
  ]);

  it('stand as a tree, with what the project says of a part, and what only types tell', () => {
    expect(
      view?.rows.map(({ label, depth, type, tests, isFromType }) =>
        [
          `${'  '.repeat(depth)}${label} ${type ?? '?'}`,
          ...tests.map(({ name }) => name),
          ...(isFromType ? ['(type)'] : []),
        ].join(' '),
      ),
    ).toEqual([
      'customer STRUCT<…>',
      '  id INT64 not_null',
      '  address STRUCT<…>',
      '    street STRING (type)',
      '    geo STRUCT<…> (type)',
      '      lat FLOAT64 (type)',
      'lines ARRAY<STRUCT<…>>',
      '  sku STRING',
      '  rates ARRAY<NUMERIC> (type)',
      'gone.part string',
    ]);
  });

  it('are declared by their outline, which is no other type', () => {
    expect(view?.rows.flatMap(({ declaredType }) => declaredType ?? [])).toEqual([]);
    const plain = viewOf([
      columnOf('a', { declaredType: 'varchar', catalogType: 'character varying(256)' }),
      columnOf('b', { declaredType: 'VARCHAR', catalogType: 'varchar(256)' }),
      columnOf('c', { declaredType: 'record', catalogType: 'STRUCT<x INT64>' }),
      columnOf('d', { declaredType: 'numeric(5, 2)', catalogType: 'numeric(10, 2)' }),
    ]);
    expect(
      plain?.rows.filter(({ depth }) => depth === 0).map(({ declaredType }) => declaredType),
    ).toEqual(['varchar', null, null, 'numeric(5, 2)']);
  });

  it('lack a part of which the warehouse knows nothing', () => {
    expect(view?.rows.flatMap(({ name, mismatch }) => (mismatch === null ? [] : [name]))).toEqual([
      'gone.part',
    ]);
  });
});

describe('columns of failures that a test stores', () => {
  it('ask for no descriptions, as there is no place for them', () => {
    const view = viewOf([columnOf('id', { catalogType: 'INT64' })], 'test.shop.no_orders_lost');
    expect([view?.areDescribed, view?.summary]).toEqual([false, '']);
    expect(viewOf([columnOf('id', { catalogType: 'INT64' })])?.areDescribed).toBe(true);
  });
});
