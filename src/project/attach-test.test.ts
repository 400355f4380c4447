import { describe, expect, it } from 'vitest';
import { get, nodes, projectOf } from './testing/project-of.ts';

const columnsOf = (...names: string[]) => Object.fromEntries(names.map((name) => [name, { name }]));

describe('tests', () => {
  const relationships = {
    unique_id: 'test.shop.relationships_orders_customer_id',
    depends_on: { nodes: ['model.shop.customers', 'model.shop.orders'] },
    test_metadata: {
      name: 'relationships',
      kwargs: {
        to: "ref('customers')",
        field: 'id',
        column_name: 'customer_id',
        model: "{{ get_where_subquery(ref('orders')) }}",
      },
    },
  };

  it.each([
    ['attached_node', { attached_node: 'model.shop.orders' }],
    ['the model argument, before dbt 1.5', {}],
  ])('are attached by %s', (_, extra) => {
    const project = projectOf(
      nodes(
        { unique_id: 'model.shop.orders', columns: { customer_id: { name: 'customer_id' } } },
        { unique_id: 'model.shop.customers' },
        { ...relationships, ...extra },
      ),
    );
    const orders = get(project, 'model.shop.orders');
    expect(orders.testIds).toEqual([relationships.unique_id]);
    expect(orders.columns[0]).toMatchObject({
      testIds: [relationships.unique_id],
      foreignKeys: [
        {
          toId: 'model.shop.customers',
          toName: 'customers',
          toColumn: 'id',
          from: 'relationships test',
        },
      ],
    });
    expect(get(project, 'model.shop.customers').testIds).toEqual([]);
  });

  it('of dbt Fusion are attached to their only parent and named by dbt’s rule', () => {
    const project = projectOf(
      nodes(
        { unique_id: 'model.shop.orders', columns: { id: { name: 'id' } } },
        {
          unique_id: 'test.shop.not_null_orders_id.ab',
          name: 'not_null_orders_id',
          original_file_path: 'models/schema.yml',
          depends_on: { nodes: ['model.shop.orders'] },
        },
      ),
    );
    expect(get(project, 'test.shop.not_null_orders_id.ab').details).toMatchObject({
      isGeneric: true,
      testName: 'not_null',
      columnName: 'id',
      attachedNode: 'model.shop.orders',
    });
  });

  it.each([
    ['relationships_orders_customer_id__id__ref_customers_', 'model.shop.orders', 'customer_id'],
    ['accepted_values_orders_status__a__b', 'model.shop.orders', 'status'],
    ['unique_customers_v2_id', 'model.shop.customers.v2', 'id'],
    ['source_not_null_shop_raw_Order_No', 'source.shop.shop.raw', 'Order No'],
    ['dbt_utils_equal_rowcount_orders_ref_customers_', 'model.shop.orders', null],
  ])('of dbt Fusion with several parents are told by their names: %s', (name, tested, column) => {
    const orders = { unique_id: 'model.shop.orders', columns: columnsOf('customer_id', 'status') };
    const customers = { unique_id: 'model.shop.customers.v2', columns: columnsOf('id') };
    const raw = { name: 'raw', source_name: 'shop', columns: columnsOf('Order No') };
    const test = {
      unique_id: 'test.shop.t',
      name,
      original_file_path: 'models/schema.yml',
      refs: [{ name: 'orders' }, { name: 'customers' }],
      depends_on: { nodes: [tested, orders.unique_id, customers.unique_id] },
    };
    const project = projectOf({
      ...nodes(orders, customers, test),
      sources: {
        'source.shop.shop.raw': { resource_type: 'source', package_name: 'shop', ...raw },
      },
    });
    expect(get(project, test.unique_id).details).toMatchObject({
      attachedNode: tested,
      columnName: column,
    });
  });

  it.each([
    ['relationships_order_items_id__id__ref_order_', 'model.shop.order_items', 'id'],
    ['relationships_order_item_id__id__ref_order_items_', 'model.shop.order', 'item_id'],
    ['relationships_order_items_id__id__ref_order_items_', 'model.shop.order', 'items_id'],
  ])('of dbt Fusion tell models apart whose names begin alike: %s', (name, tested, column) => {
    const order = { unique_id: 'model.shop.order', columns: columnsOf('item_id', 'items_id') };
    const items = { unique_id: 'model.shop.order_items', columns: columnsOf('id') };
    const test = {
      unique_id: 'test.shop.t',
      name,
      original_file_path: 'models/schema.yml',
      depends_on: { nodes: [order.unique_id, items.unique_id] },
    };
    expect(get(projectOf(nodes(order, items, test)), test.unique_id).details).toMatchObject({
      attachedNode: tested,
      columnName: column,
    });
  });

  it('that are a SQL file are singular and attached to nothing', () => {
    const project = projectOf(
      nodes(
        { unique_id: 'model.shop.orders' },
        {
          unique_id: 'test.shop.no_orphans',
          original_file_path: 'tests/no_orphans.sql',
          depends_on: { nodes: ['model.shop.orders'] },
          config: { severity: 'WARN' },
        },
      ),
    );
    expect(get(project, 'test.shop.no_orphans').details).toMatchObject({
      isGeneric: false,
      attachedNode: null,
      severity: 'warn',
    });
  });

  it('of what is switched off still say which column they are about', () => {
    const project = projectOf(
      nodes({ ...relationships, attached_node: 'model.shop.gone', column_name: 'customer_id' }),
    );
    expect(get(project, relationships.unique_id).details).toMatchObject({
      attachedNode: null,
      columnName: 'customer_id',
    });
  });

  it('of units have the checksum that dbt gives them', () => {
    const unit = { resource_type: 'unit_test', package_name: 'shop', name: 'u', checksum: 'ab12' };
    const project = projectOf({ unit_tests: { 'unit_test.shop.orders.u': unit } });
    expect(get(project, 'unit_test.shop.orders.u').checksum).toBe('ab12');
  });
});
