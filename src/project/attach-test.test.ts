import { describe, expect, it } from 'vitest';
import { get, nodes, projectOf } from './testing/project-of.ts';

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
