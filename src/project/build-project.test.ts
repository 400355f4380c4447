import { describe, expect, it } from 'vitest';
import { get, nodes, projectOf } from './testing/project-of.ts';

describe('parents and children', () => {
  const project = projectOf({
    ...nodes(
      {
        unique_id: 'model.shop.b',
        depends_on: { nodes: ['model.shop.a', 'model.other.gone'], macros: ['macro.dbt.ref'] },
      },
      { unique_id: 'model.shop.a' },
      {
        unique_id: 'test.shop.t',
        depends_on: { nodes: ['model.shop.a'] },
        original_file_path: 'tests/t.sql',
      },
    ),
    parent_map: {},
    child_map: {},
  });

  it('come from depends_on where the file’s own maps are empty', () => {
    expect(get(project, 'model.shop.b').parents).toEqual(['model.shop.a']);
    expect(project.children.get('model.shop.a')).toEqual(['model.shop.b']);
  });

  it('keeps apart what the manifest names but doesn’t contain', () => {
    expect(get(project, 'model.shop.b').missingParents).toEqual(['model.other.gone']);
  });

  it('counts tests as readers, not as children', () => {
    expect(project.dependentTests.get('model.shop.a')).toEqual(['test.shop.t']);
  });

  it('takes edges from parent_map where a node has none of its own', () => {
    const other = projectOf({
      ...nodes({ unique_id: 'model.shop.b' }, { unique_id: 'model.shop.a' }),
      parent_map: { 'model.shop.b': ['model.shop.a'] },
    });
    expect(get(other, 'model.shop.b').parents).toEqual(['model.shop.a']);
  });
});

describe('columns', () => {
  const catalogTable = (columns: object) => ({
    nodes: {
      'model.shop.orders': {
        unique_id: 'model.shop.orders',
        metadata: { type: 'BASE TABLE', schema: 'main', name: 'ORDERS' },
        columns,
        stats: { has_stats: { id: 'has_stats', label: 'Has Stats?', value: true, include: false } },
      },
    },
  });
  const orders = {
    unique_id: 'model.shop.orders',
    columns: { total: { name: 'total', data_type: 'numeric' }, id: { name: 'id' } },
  };

  it('keep the project’s order and spelling, with the catalog merged in without regard to case', () => {
    const project = projectOf(
      nodes(orders),
      catalogTable({
        ID: { name: 'ID', type: 'NUMBER', index: 1 },
        TOTAL: { name: 'TOTAL', type: 'NUMBER(38,2)', index: 2 },
        EXTRA: { name: 'EXTRA', type: 'TEXT', index: 3 },
      }),
    );
    expect(
      get(project, 'model.shop.orders').columns.map((c) => [
        c.name,
        c.catalogType,
        c.isDeclared,
        c.isInCatalog,
      ]),
    ).toEqual([
      ['total', 'NUMBER(38,2)', true, true],
      ['id', 'NUMBER', true, true],
      ['EXTRA', 'TEXT', false, true],
    ]);
  });

  it('that differ only by case in the warehouse stay two', () => {
    const project = projectOf(
      nodes({ unique_id: 'model.shop.orders', columns: { Id: { name: 'Id' } } }),
      catalogTable({
        id: { name: 'id', type: 'INT', index: 1 },
        Id: { name: 'Id', type: 'TEXT', index: 2 },
      }),
    );
    expect(get(project, 'model.shop.orders').columns.map((c) => [c.name, c.catalogType])).toEqual([
      ['Id', 'TEXT'],
      ['id', 'INT'],
    ]);
  });

  it('are found whatever quotes the project puts around their names', () => {
    const project = projectOf(
      nodes(
        {
          unique_id: 'model.shop.orders',
          columns: { '"Order No"': { name: '"Order No"' } },
          primary_key: ['"Order No"'],
        },
        {
          unique_id: 'test.shop.unique',
          attached_node: 'model.shop.orders',
          column_name: '"Order No"',
          test_metadata: { name: 'unique', kwargs: {} },
        },
      ),
      catalogTable({ 'Order No': { name: 'Order No', type: 'INT', index: 1 } }),
    );
    expect(get(project, 'model.shop.orders').columns).toMatchObject([
      {
        name: '"Order No"',
        catalogType: 'INT',
        isPrimaryKey: true,
        isInCatalog: true,
        testIds: ['test.shop.unique'],
      },
    ]);
  });

  it('are not said to be missing where the catalog names no columns at all', () => {
    const [column] = get(projectOf(nodes(orders), catalogTable({})), 'model.shop.orders').columns;
    expect(column?.isInCatalog).toBeNull();
  });

  it('say nothing of a catalog that isn’t there', () => {
    expect(get(projectOf(nodes(orders)), 'model.shop.orders').columns[0]?.isInCatalog).toBeNull();
  });

  it('know their keys from constraints', () => {
    const project = projectOf(
      nodes(
        { unique_id: 'model.shop.customers', relation_name: '"db"."main"."customers"' },
        {
          unique_id: 'model.shop.orders',
          columns: {
            id: { name: 'id' },
            customer_id: {
              name: 'customer_id',
              constraints: [{ type: 'foreign_key', expression: 'main.customers (id)' }],
            },
          },
          constraints: [
            { type: 'primary_key', columns: ['ID'] },
            {
              type: 'foreign_key',
              columns: ['customer_id'],
              to: '"db"."main"."customers"',
              to_columns: ['"id"'],
            },
          ],
        },
      ),
    );
    const [id, customerId] = get(project, 'model.shop.orders').columns;
    expect(id?.isPrimaryKey).toBe(true);
    expect(customerId?.foreignKeys).toContainEqual({
      toId: 'model.shop.customers',
      toName: '"db"."main"."customers"',
      toColumn: 'id',
      from: 'constraint',
    });
  });
});

describe('foreign keys', () => {
  it.each([
    ['to columns', { to: "ref('days')", to_columns: ['day', 'shop_id'] }],
    ['an expression', { expression: 'references days (day, "shop_id") on delete cascade' }],
    ['a schema and a table', { expression: 'MAIN.days(day,shop_id)' }],
  ])('of several columns lead to one each, by %s', (_, target) => {
    const project = projectOf(
      nodes(
        { unique_id: 'model.shop.days', relation_name: '"db"."main"."days"' },
        {
          unique_id: 'model.shop.sales',
          relation_name: '"db"."main"."sales"',
          columns: { sold_on: { name: 'sold_on' }, shop: { name: 'shop' } },
          constraints: [{ type: 'foreign_key', columns: ['sold_on', 'shop'], ...target }],
        },
      ),
    );
    const keys = get(project, 'model.shop.sales').columns.flatMap((column) => column.foreignKeys);
    expect(keys.map(({ toId, toColumn }) => [toId, toColumn])).toEqual([
      ['model.shop.days', 'day'],
      ['model.shop.days', 'shop_id'],
    ]);
  });
});

describe('facts', () => {
  it('of a relation are null where the adapter writes nothing', () => {
    const orders = { unique_id: 'model.shop.orders', database: '', schema: 'main' };
    const metadata = { type: 'BASE TABLE', owner: '', comment: '' };
    const table = { unique_id: orders.unique_id, metadata, columns: {}, stats: {} };
    const project = projectOf(nodes(orders), { nodes: { [orders.unique_id]: table }, sources: {} });
    expect(get(project, orders.unique_id)).toMatchObject({
      relation: { database: null, schema: 'main' },
      catalog: { type: 'BASE TABLE', owner: null, comment: null },
    });
  });

  it('orders versions by number and knows the latest', () => {
    const version = (v: number) => ({
      unique_id: `model.shop.customers.v${v}`,
      name: 'customers',
      version: v,
      latest_version: 2,
    });
    const project = projectOf(nodes(version(10), version(2), version(1)));
    expect(get(project, 'model.shop.customers.v2').details).toMatchObject({
      version: '2',
      latestVersion: '2',
      versionIds: [
        'model.shop.customers.v1',
        'model.shop.customers.v2',
        'model.shop.customers.v10',
      ],
    });
  });

  it('takes the owner from the group, else from meta', () => {
    const project = projectOf({
      ...nodes(
        { unique_id: 'model.shop.a', group: 'finance', meta: { owner: 'Ada' } },
        { unique_id: 'model.shop.b', meta: { owner: 'Ada' } },
        { unique_id: 'model.shop.c' },
      ),
      groups: {
        'group.shop.finance': {
          unique_id: 'group.shop.finance',
          name: 'finance',
          resource_type: 'group',
          package_name: 'shop',
          owner: { name: 'Grace', email: 'grace@example.com', slack: '#finance' },
        },
      },
    });
    expect(get(project, 'model.shop.a').owner).toEqual({
      name: 'Grace',
      email: 'grace@example.com',
      from: 'group',
    });
    expect(get(project, 'model.shop.b').owner).toEqual({ name: 'Ada', email: null, from: 'meta' });
    expect(get(project, 'model.shop.c').owner).toBeNull();
    expect(get(project, 'group.shop.finance').owner?.from).toBe('own');
    expect(get(project, 'group.shop.finance').details).toEqual({
      kind: 'group',
      contact: { slack: '#finance' },
      memberIds: ['model.shop.a'],
    });
  });

  it('lets no node_color into a page that isn’t a colour', () => {
    const color = (node_color: string) => ({
      unique_id: 'model.shop.a',
      docs: { show: true, node_color },
    });
    expect(get(projectOf(nodes(color('#ff8800'))), 'model.shop.a').nodeColor).toBe('#ff8800');
    expect(get(projectOf(nodes(color('red;}</style>'))), 'model.shop.a').nodeColor).toBeNull();
  });

  it('finds the root project by the hash of its name where the name isn’t said', () => {
    const project = projectOf({
      ...nodes(
        { unique_id: 'model.shop.a' },
        { unique_id: 'model.lib.b' },
        { unique_id: 'model.lib.c' },
      ),
      metadata: { project_id: 'd00c53e12ac9c6d0bb6f7a4b6bf53a1c' },
    });
    expect(project.facts.name).toBe('lib');
    const hashed = projectOf({
      ...nodes(
        { unique_id: 'model.shop.a' },
        { unique_id: 'model.lib.b' },
        { unique_id: 'model.lib.c' },
      ),
      // MD5 of `shop`.
      metadata: { project_id: 'fb54f3c5992b96d001bb16e8e92d968d' },
    });
    expect(hashed.facts.name).toBe('shop');
  });

  it('takes the project’s own overview and leaves dbt’s out', () => {
    const block = (packageName: string, name: string, contents: string) => ({
      unique_id: `doc.${packageName}.${name}`,
      name,
      package_name: packageName,
      block_contents: contents,
    });
    const project = projectOf({
      docs: {
        a: block('dbt', '__overview__', 'Welcome to dbt'),
        b: block('shop', '__overview__', '# The shop'),
        c: block('shop', '__lib__', 'About lib'),
      },
    });
    expect([...project.overviews]).toEqual([
      ['', '# The shop'],
      ['lib', 'About lib'],
    ]);
  });
});
