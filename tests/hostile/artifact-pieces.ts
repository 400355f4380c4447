import type { Json, JsonObject } from './json.ts';

/** Entries of a manifest, section by section; each is listed under its `unique_id`. */
export type Sections = Readonly<Record<string, readonly JsonObject[]>>;

export const INVOCATION = '11111111-2222-3333-4444-555555555555';
const GENERATED_AT = '2026-03-01T06:00:00.000000Z';

/** A manifest of dbt 1.11 with the given entries. */
export function manifest(sections: Sections, extra: JsonObject = {}): JsonObject {
  const listed = Object.entries(sections).map(([section, entries]): [string, Json] => [
    section,
    Object.fromEntries(entries.map((entry) => [idOf(entry), entry])),
  ]);
  return {
    metadata: metadata('manifest/v12'),
    nodes: {},
    sources: {},
    macros: {},
    docs: {},
    exposures: {},
    metrics: {},
    groups: {},
    disabled: {},
    semantic_models: {},
    saved_queries: {},
    unit_tests: {},
    functions: {},
    ...Object.fromEntries(listed),
    ...extra,
  };
}

function idOf(entry: JsonObject): string {
  return typeof entry['unique_id'] === 'string' ? entry['unique_id'] : '';
}

export function metadata(schema: string): JsonObject {
  return {
    dbt_schema_version: `https://schemas.getdbt.com/dbt/${schema}.json`,
    dbt_version: '1.11.2',
    generated_at: GENERATED_AT,
    invocation_id: INVOCATION,
    adapter_type: 'duckdb',
    project_name: 'shop',
    env: {},
  };
}

/** A node of any type with what every dbt writes for it. */
export function node(type: string, name: string, extra: JsonObject = {}): JsonObject {
  return {
    unique_id: `${type}.shop.${name}`,
    resource_type: type,
    name,
    package_name: 'shop',
    fqn: ['shop', name],
    path: `${name}.sql`,
    original_file_path: `models/${name}.sql`,
    database: 'dev',
    schema: 'main',
    alias: name,
    relation_name: `"dev"."main"."${name}"`,
    description: `About ${name}.`,
    columns: {},
    tags: [],
    meta: {},
    config: { materialized: 'table', enabled: true },
    depends_on: { nodes: [], macros: [] },
    raw_code: 'select 1 as id',
    compiled_code: 'select 1 as id',
    language: 'sql',
    checksum: { name: 'sha256', checksum: 'abc' },
    ...extra,
  };
}

export function model(name: string, extra: JsonObject = {}): JsonObject {
  return node('model', name, extra);
}

export function column(name: string, extra: JsonObject = {}): JsonObject {
  return {
    name,
    description: `About ${name}.`,
    data_type: 'integer',
    tags: [],
    meta: {},
    ...extra,
  };
}

/** A `not_null` test on a column of a model. */
export function notNull(modelName: string, columnName: string, extra: JsonObject = {}): JsonObject {
  const id = `model.shop.${modelName}`;
  return node('test', `not_null_${modelName}_${columnName}.abc123`, {
    name: `not_null_${modelName}_${columnName}`,
    attached_node: id,
    column_name: columnName,
    test_metadata: {
      name: 'not_null',
      kwargs: { column_name: columnName, model: `{{ get_where_subquery(ref('${modelName}')) }}` },
      namespace: null,
    },
    depends_on: { nodes: [id], macros: ['macro.shop.cents'] },
    config: { severity: 'ERROR', enabled: true },
    ...extra,
  });
}

export function runResults(
  results: readonly JsonObject[],
  extra: JsonObject = {},
  args: JsonObject = {},
): JsonObject {
  return {
    metadata: metadata('run-results/v6'),
    elapsed_time: 3.5,
    args: { which: 'build', ...args },
    results,
    ...extra,
  };
}

export function result(uniqueId: string, extra: JsonObject = {}): JsonObject {
  return {
    unique_id: uniqueId,
    status: 'success',
    thread_id: 'Thread-1',
    execution_time: 1.25,
    message: 'OK created sql table model',
    failures: null,
    adapter_response: { _message: 'OK', rows_affected: 12 },
    timing: [
      {
        name: 'compile',
        started_at: '2026-03-01T05:59:50.000000Z',
        completed_at: '2026-03-01T05:59:51.000000Z',
      },
      {
        name: 'execute',
        started_at: '2026-03-01T05:59:51.000000Z',
        completed_at: '2026-03-01T05:59:52.000000Z',
      },
    ],
    ...extra,
  };
}

/** A table of a catalog with integer columns of the given names. */
export function catalogTable(uniqueId: string, columns: readonly string[]): JsonObject {
  return {
    unique_id: uniqueId,
    metadata: {
      type: 'BASE TABLE',
      schema: 'main',
      name: uniqueId.slice(uniqueId.lastIndexOf('.') + 1),
      database: 'dev',
      comment: 'A comment.',
      owner: 'loader',
    },
    columns: Object.fromEntries(
      columns.map((name, position) => [
        name,
        { type: 'INTEGER', index: position + 1, name, comment: `On ${name}.` },
      ]),
    ),
    stats: {
      row_count: {
        id: 'row_count',
        label: 'Row count',
        value: 12,
        include: true,
        description: 'How many rows.',
      },
    },
  };
}
