import { expect, it } from 'vitest';
import { readCatalog } from './catalog.ts';
import { findingsOf, jsonFileOf } from './testing/json-file-of.ts';

it('reads tables with their columns in the order of the warehouse', () => {
  const file = jsonFileOf({
    metadata: {
      dbt_schema_version: 'https://schemas.getdbt.com/dbt/catalog/v1.json',
      dbt_version: '1.9.0',
    },
    nodes: {
      'model.shop.orders': {
        metadata: { type: 'BASE TABLE', schema: 'MAIN', name: 'ORDERS', comment: null },
        columns: {
          B: { type: 'TEXT', index: 2 },
          A: { type: 'INT', index: 1, name: 'A' },
          C: { type: 'X' },
        },
        stats: {
          num_rows: { id: 'num_rows', label: '# Rows', value: 12, include: 1, description: 'd' },
        },
      },
    },
    sources: {},
    errors: ['a', { b: 1 }],
  });
  expect(readCatalog(file)).toMatchInlineSnapshot(`
    {
      "errors": [
        "a",
        "{"b":1}",
      ],
      "metadata": {
        "dbt_schema_version": "https://schemas.getdbt.com/dbt/catalog/v1.json",
        "dbt_version": "1.9.0",
        "env": {},
        "generated_at": null,
        "invocation_id": null,
        "invocation_started_at": null,
        "schema_number": 1,
      },
      "nodes": [
        {
          "columns": [
            {
              "comment": null,
              "index": 1,
              "name": "A",
              "type": "INT",
            },
            {
              "comment": null,
              "index": 2,
              "name": "B",
              "type": "TEXT",
            },
            {
              "comment": null,
              "index": null,
              "name": "C",
              "type": "X",
            },
          ],
          "metadata": {
            "comment": null,
            "database": null,
            "name": "ORDERS",
            "owner": null,
            "schema": "MAIN",
            "type": "BASE TABLE",
          },
          "stats": [
            {
              "description": "d",
              "id": "num_rows",
              "include": true,
              "label": "# Rows",
              "value": 12,
            },
          ],
          "unique_id": "model.shop.orders",
        },
      ],
      "sources": [],
    }
  `);
  expect(findingsOf(file)).toEqual([]);
});

it('reads the catalog of dbt before 0.19', () => {
  const catalog = readCatalog(
    jsonFileOf({ generated_at: '2020-01-01T00:00:00Z', nodes: {}, sources: {} }),
  );
  expect(catalog?.metadata).toMatchObject({
    generated_at: '2020-01-01T00:00:00Z',
    dbt_schema_version: null,
  });
});

it('reports a file that is no catalog', () => {
  const found = [
    [],
    { a: 1 },
    { metadata: { dbt_schema_version: 'https://x/dbt/manifest/v12.json' }, nodes: {} },
  ].map((content) => {
    const file = jsonFileOf(content, 'catalog.json');
    expect(readCatalog(file)).toBeNull();
    return findingsOf(file)[0];
  });
  expect(found).toMatchInlineSnapshot(`
    [
      "ArtifactWrongShape - The file is not what its name says: it is no object. The site is built without it.",
      "ArtifactWrongShape - The file is not what its name says: it has no \`nodes\` and no \`sources\`. The site is built without it.",
      "ArtifactWrongShape - The file is not what its name says: it says that it is https://x/dbt/manifest/v12.json. The site is built without it.",
    ]
  `);
});

it('drops a broken table and keeps the others', () => {
  const file = jsonFileOf('{"nodes": {"a": {"columns": {"x": }}, "b": {}}, "sources": {"c": 4}}');
  expect(readCatalog(file)?.nodes.map(({ unique_id }) => unique_id)).toEqual(['b']);
  expect(findingsOf(file)).toMatchInlineSnapshot(`
    [
      "NodeInvalid $.nodes.a The entry is left out: its JSON breaks at line 1, column 35: found "}", expected a value.",
      "NodeInvalid $.sources.c The entry is left out: it is the number 4 and not an object.",
    ]
  `);
});
