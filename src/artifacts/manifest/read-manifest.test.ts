import { describe, expect, it } from 'vitest';
import { findingsOf, jsonFileOf } from '../testing/json-file-of.ts';
import { readManifest } from './read-manifest.ts';

const v12 = {
  dbt_schema_version: 'https://schemas.getdbt.com/dbt/manifest/v12.json',
  dbt_version: '1.11.0',
};
const model = {
  unique_id: 'model.shop.orders',
  name: 'orders',
  resource_type: 'model',
  package_name: 'shop',
};

function read(content: unknown) {
  const file = jsonFileOf(content);
  return { manifest: readManifest(file), found: findingsOf(file) };
}

function thrown(content: unknown): string {
  try {
    readManifest(jsonFileOf(content));
    return 'nothing';
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}

describe('readManifest', () => {
  it('gives a node that says little all its defaults', () => {
    const { manifest, found } = read({ metadata: v12, nodes: { [model.unique_id]: model } });
    expect(found).toEqual([]);
    expect(manifest.nodes[0]).toMatchInlineSnapshot(`
      {
        "access": null,
        "alias": "orders",
        "attached_node": null,
        "build_path": null,
        "checksum": null,
        "column_name": null,
        "columns": [],
        "compiled": null,
        "compiled_code": null,
        "compiled_path": null,
        "config": {},
        "constraints": [],
        "contract": {
          "alias_types": true,
          "checksum": null,
          "enforced": false,
        },
        "database": null,
        "depends_on": {
          "macros": [],
          "nodes": [],
        },
        "deprecation_date": null,
        "description": "",
        "doc_blocks": [],
        "docs": {
          "node_color": null,
          "show": true,
        },
        "file_key_name": null,
        "fqn": [],
        "freshness": null,
        "functions": [],
        "group": null,
        "language": null,
        "latest_version": null,
        "meta": {},
        "metrics": [],
        "name": "orders",
        "original_file_path": "",
        "package_name": "shop",
        "patch_path": null,
        "path": "",
        "primary_key": [],
        "raw_code": null,
        "refs": [],
        "relation_name": null,
        "resource_type": "model",
        "schema": null,
        "sources": [],
        "tags": [],
        "test_metadata": null,
        "time_spine": null,
        "unique_id": "model.shop.orders",
        "unknown_fields": null,
        "unrendered_config": {},
        "version": null,
      }
    `);
  });

  it('reads a manifest of dbt 0.16: no version, sources among the nodes, disabled as a list', () => {
    const { manifest, found } = read({
      generated_at: '2020-03-01T00:00:00Z',
      nodes: {
        'model.shop.orders': {
          ...model,
          root_path: '/x',
          raw_sql: 'r',
          injected_sql: 'i',
          refs: [['raw']],
        },
        'source.shop.crm.users': {
          unique_id: 'source.shop.crm.users',
          name: 'users',
          resource_type: 'source',
          source_name: 'crm',
        },
      },
      docs: { 'shop.intro': { unique_id: 'shop.intro', name: 'intro', block_contents: 'Hi' } },
      disabled: [{ ...model, unique_id: 'model.shop.old', name: 'old' }],
    });
    expect(found).toEqual([]);
    expect(manifest.metadata).toMatchObject({
      generated_at: '2020-03-01T00:00:00Z',
      schema_number: null,
    });
    expect(
      manifest.nodes.map(({ raw_code, compiled_code, refs }) => [raw_code, compiled_code, refs]),
    ).toEqual([['r', 'i', [{ name: 'raw', package: null, version: null }]]]);
    expect(manifest.sources.map(({ unique_id, identifier }) => [unique_id, identifier])).toEqual([
      ['source.shop.crm.users', 'users'],
    ]);
    expect(manifest.docs[0]?.unique_id).toBe('doc.shop.intro');
    expect(manifest.disabled[0]?.unique_id).toBe('model.shop.old');
  });

  it('keeps resources of an unknown type, also from a collection that it does not know', () => {
    const { manifest } = read({
      nodes: { 'robot.shop.r2': { unique_id: 'robot.shop.r2', resource_type: 'robot', arms: 2 } },
      pipelines: { p: { unique_id: 'pipeline.shop.p', resource_type: 'pipeline', name: 'p' } },
      file_hashes: { a: 'b' },
    });
    expect(
      manifest.nodes.map(({ unique_id, resource_type, name }) => [unique_id, resource_type, name]),
    ).toEqual([
      ['robot.shop.r2', 'robot', 'r2'],
      ['pipeline.shop.p', 'pipeline', 'p'],
    ]);
    expect(manifest.nodes.map((node) => node.unknown_fields)).toEqual([{ arms: 2 }, {}]);
  });

  it('drops what is no resource, with the reason, and keeps the rest', () => {
    const { manifest, found } = read(
      `{"nodes": {
        "model.shop.a": 5,
        "model.shop.b": {"name": "b", "resource_type": "model", "tags": [1 2]},
        "mystery": {"name": "c"},
        "": {"resource_type": "model"},
        "model.shop.orders": ${JSON.stringify(model)}
      }}`,
    );
    expect(manifest.nodes.map(({ unique_id }) => unique_id)).toEqual(['model.shop.orders']);
    expect(found).toMatchInlineSnapshot(`
      [
        "NodeInvalid $.nodes["model.shop.a"] The entry is left out: it is the number 5 and not an object.",
        "NodeInvalid $.nodes["model.shop.b"] The entry is left out: its JSON breaks at line 3, column 76: found "2", expected a comma or ].",
        "NodeInvalid $.nodes.mystery The entry is left out: it has no \`resource_type\`, and its id does not tell it.",
        "NodeInvalid $.nodes[""] The entry is left out: it has no \`unique_id\`.",
      ]
    `);
  });

  it('reads NaN as null and says where', () => {
    const { manifest, found } = read(
      '{"nodes": {"test.shop.t": {"name": "t", "config": {"meta": {"x": NaN, "y": [-Infinity]}}}}}',
    );
    expect(manifest.nodes[0]?.config).toEqual({ meta: { x: null, y: [null] } });
    expect(found).toMatchInlineSnapshot(`
      [
        "NonFiniteNumber $.nodes["test.shop.t"].config.meta.x The value is NaN, which JSON does not have. It is read as null.",
        "NonFiniteNumber $.nodes["test.shop.t"].config.meta.y[0] The value is -Infinity, which JSON does not have. It is read as null.",
      ]
    `);
  });

  it('keeps the first of two entries with one id', () => {
    const { manifest, found } = read({ nodes: { a: model, b: { ...model, name: 'other' } } });
    expect(manifest.nodes.map(({ name }) => name)).toEqual(['orders']);
    expect(found.map((line) => line.split(' ')[0])).toEqual([
      'KeyDiffersFromId',
      'KeyDiffersFromId',
      'DuplicateId',
    ]);
  });

  it('lets what refers to the key of an entry follow to its own id', () => {
    const { manifest } = read({
      nodes: {
        orders: model,
        t: {
          resource_type: 'test',
          unique_id: 't',
          attached_node: 'orders',
          depends_on: { nodes: ['orders'] },
        },
      },
      parent_map: { t: ['orders'] },
    });
    expect(manifest.nodes[1]).toMatchObject({
      attached_node: 'model.shop.orders',
      depends_on: { nodes: ['model.shop.orders'] },
    });
    expect(manifest.parent_map.get('t')).toEqual(['model.shop.orders']);
  });

  it('keeps columns in the order of the file even when their names are numbers', () => {
    const { manifest } = read(
      '{"nodes": {"model.a.b": {"columns": {"id": {}, "2024": {}, "2023": {"description": "x"}}}}}',
    );
    expect(manifest.nodes[0]?.columns.map(({ name }) => name)).toEqual(['id', '2024', '2023']);
  });

  it('reads ids with slashes, spaces, quotes, emoji, and ids that differ by case', () => {
    const ids = [
      'model.a.x/y',
      'model.a.b c',
      `model.a."q'`,
      'model.a.😀',
      'model.a.Big',
      'model.a.big',
      `model.a.${'n'.repeat(300)}`,
    ];
    const { manifest, found } = read({
      nodes: Object.fromEntries(ids.map((id) => [id, { name: id.slice(8), unique_id: id }])),
    });
    expect(manifest.nodes.map(({ unique_id }) => unique_id)).toEqual(ids);
    expect(found).toEqual([]);
  });

  it('is not fooled by keys that name properties of all objects', () => {
    const { manifest } = read(
      '{"nodes": {"__proto__": {"resource_type": "model", "meta": {"__proto__": {"polluted": 1}}, "__proto__": {"polluted": 1}}, "constructor": {"resource_type": "model"}}, "parent_map": {"__proto__": ["x"]}}',
    );
    expect(manifest.nodes.map(({ unique_id }) => unique_id)).toEqual(['__proto__', 'constructor']);
    expect(manifest.parent_map.get('__proto__')).toEqual(['x']);
    expect({}).not.toHaveProperty('polluted');
  });

  it('reads a table of 2,000 columns', () => {
    const columns = Object.fromEntries(
      Array.from({ length: 2000 }, (_, index) => [`c${index}`, { name: `c${index}` }]),
    );
    const { manifest } = read({ nodes: { [model.unique_id]: { ...model, columns } } });
    expect(manifest.nodes[0]?.columns).toHaveLength(2000);
  });

  it('reads metrics from before and after MetricFlow', () => {
    const { manifest, found } = read({
      nodes: {},
      metrics: {
        'metric.shop.old': {
          name: 'old',
          calculation_method: 'sum',
          expression: 'amount',
          filters: [],
        },
        'metric.shop.new': {
          name: 'new',
          type: 'simple',
          type_params: { measure: { name: 'amount' } },
          filter: { where_filters: [{ where_sql_template: 'x > 1' }] },
        },
      },
    });
    expect(found).toEqual([]);
    expect(
      manifest.metrics.map(({ type, legacy, filter, measures }) => [
        type,
        legacy?.expression,
        filter,
        measures,
      ]),
    ).toEqual([
      ['sum', 'amount', [], []],
      ['simple', undefined, ['x > 1'], ['amount']],
    ]);
  });

  it('stops flooding after fifty findings of a kind', () => {
    const nodes = Object.fromEntries(
      Array.from({ length: 80 }, (_, index) => [`model.a.m${index}`, 1]),
    );
    const { found } = read({ nodes });
    expect(found).toHaveLength(51);
    expect(found.at(-1)).toBe('NodeInvalid - And 30 more of this kind in the file.');
  });

  it('warns of a newer schema and reads it as the newest', () => {
    const metadata = { dbt_schema_version: 'https://schemas.getdbt.com/dbt/manifest/v99.json' };
    const { manifest, found } = read({ metadata, nodes: { [model.unique_id]: model } });
    expect(manifest.nodes).toHaveLength(1);
    expect(found).toMatchInlineSnapshot(`
      [
        "NewerSchema $.metadata.dbt_schema_version The file says https://schemas.getdbt.com/dbt/manifest/v99.json; the newest schema known is v12. It is read like that one, so something may be missing.",
      ]
    `);
  });

  it('says what a file is that is no manifest', () => {
    expect([
      thrown([]),
      thrown({}),
      thrown({ name: 'shop', version: '1.0.0', dependencies: {} }),
      thrown({
        metadata: { dbt_schema_version: 'https://schemas.getdbt.com/dbt/catalog/v1.json' },
        nodes: {},
      }),
    ]).toMatchInlineSnapshot(`
      [
        "NotAManifest: manifest.json is JSON, but not a dbt manifest: it is no object. A manifest is an object with \`nodes\`.",
        "NotAManifest: manifest.json is JSON, but not a dbt manifest: it is an empty object. A manifest is an object with \`nodes\`.",
        "NotAManifest: manifest.json is JSON, but not a dbt manifest: its keys are name, version, dependencies. A manifest is an object with \`nodes\`.",
        "NotAManifest: manifest.json is JSON, but not a dbt manifest: it says that it is https://schemas.getdbt.com/dbt/catalog/v1.json. A manifest is an object with \`nodes\`.",
      ]
    `);
  });
});
