import { createHash } from 'node:crypto';
import { syntheticModels, type SyntheticModel } from './model.ts';
import { Random } from './random.ts';

const GENERATED_AT = '2026-03-01T06:00:00.000000Z';
const INVOCATION = '00000000-0000-4000-8000-000000000001';
const SOURCE = 'source.synthetic.raw.events';

/** The artifacts of a made-up project, by name without `.json`. */
export function artifactsOf(count: number, seed: number): Record<string, object> {
  const random = new Random(seed);
  const models = syntheticModels(count, random);
  const nodes: Record<string, object> = {};
  for (const model of models) {
    nodes[model.id] = modelNode(model);
    for (const [name, column] of [
      ['not_null', model.columns[0]?.name ?? 'id'],
      ['unique', model.columns[1]?.name ?? 'id'],
    ] as const) {
      const test = testNode(model, name, column);
      nodes[test.unique_id] = test;
    }
  }
  return {
    manifest: {
      metadata: { ...metadata('manifest/v12'), project_name: 'synthetic', adapter_type: 'duckdb' },
      nodes,
      sources: { [SOURCE]: sourceNode() },
      macros: {},
      docs: {},
      exposures: {},
      metrics: {},
      groups: {},
      selectors: {},
      disabled: {},
      parent_map: {},
      child_map: {},
      group_map: {},
      saved_queries: {},
      semantic_models: {},
      unit_tests: {},
    },
    catalog: {
      metadata: metadata('catalog/v1'),
      nodes: Object.fromEntries(models.map((model) => [model.id, catalogTable(model)])),
      sources: {},
      errors: null,
    },
    run_results: runResults(Object.keys(nodes), random),
    sources: { metadata: metadata('sources/v3'), results: [], elapsed_time: 0 },
  };
}

function metadata(schema: string): object {
  return {
    dbt_schema_version: `https://schemas.getdbt.com/dbt/${schema}.json`,
    dbt_version: '1.10.0',
    generated_at: GENERATED_AT,
    invocation_id: INVOCATION,
    env: {},
  };
}

function modelNode(model: SyntheticModel): object {
  const path = `${model.folder}/${model.name}.sql`;
  const parents = model.parents.map((name) => `model.synthetic.${name}`);
  return {
    unique_id: model.id,
    resource_type: 'model',
    package_name: 'synthetic',
    name: model.name,
    alias: model.name,
    database: 'warehouse',
    schema: 'analytics',
    relation_name: `"warehouse"."analytics"."${model.name}"`,
    path: path.slice('models/'.length),
    original_file_path: path,
    fqn: ['synthetic', ...model.folder.split('/').slice(1), model.name],
    description: `One row for each **${model.name}**. Built from ${parents.length} models.`,
    language: 'sql',
    raw_code: model.sql,
    compiled: true,
    compiled_code: model.sql.replaceAll(/\{\{ (?:ref|source)\((.*?)\) \}\}/g, '"warehouse".$1'),
    checksum: { name: 'sha256', checksum: createHash('sha256').update(model.sql).digest('hex') },
    config: { enabled: true, materialized: model.materialized, tags: ['nightly'], meta: {} },
    tags: ['nightly'],
    meta: {},
    columns: Object.fromEntries(
      model.columns.map(({ name, type, description }) => [
        name,
        { name, description, data_type: type, meta: {}, tags: [], constraints: [] },
      ]),
    ),
    refs: model.parents.map((name) => ({ name, package: null, version: null })),
    sources: parents.length === 0 ? [['raw', 'events']] : [],
    depends_on: { macros: [], nodes: parents.length === 0 ? [SOURCE] : parents },
    access: 'protected',
    docs: { show: true, node_color: null },
  };
}

function testNode(model: SyntheticModel, name: string, column: string) {
  const full = `${name}_${model.name}_${column}`;
  const key = createHash('md5').update(full).digest('hex').slice(0, 10);
  return {
    unique_id: `test.synthetic.${full}.${key}`,
    resource_type: 'test',
    package_name: 'synthetic',
    name: full,
    alias: full,
    path: `${full}.sql`,
    original_file_path: `${model.folder}/schema.yml`,
    fqn: ['synthetic', full],
    description: '',
    raw_code: `{{ test_${name}(**_dbt_generic_test_kwargs) }}`,
    config: { enabled: true, severity: 'ERROR', tags: [], meta: {} },
    tags: [],
    meta: {},
    columns: {},
    column_name: column,
    attached_node: model.id,
    test_metadata: { name, kwargs: { column_name: column }, namespace: null },
    depends_on: { macros: [], nodes: [model.id] },
  };
}

function sourceNode(): object {
  return {
    unique_id: SOURCE,
    resource_type: 'source',
    package_name: 'synthetic',
    source_name: 'raw',
    name: 'events',
    identifier: 'events',
    database: 'warehouse',
    schema: 'raw',
    relation_name: '"warehouse"."raw"."events"',
    path: 'models/staging/sources.yml',
    original_file_path: 'models/staging/sources.yml',
    fqn: ['synthetic', 'staging', 'raw', 'events'],
    description: 'Everything that happened, as it came.',
    source_description: '',
    loader: 'copy',
    config: { enabled: true },
    tags: [],
    meta: {},
    columns: {},
  };
}

function catalogTable(model: SyntheticModel): object {
  return {
    unique_id: model.id,
    metadata: {
      type: model.materialized === 'view' ? 'VIEW' : 'BASE TABLE',
      schema: 'analytics',
      name: model.name,
      database: 'warehouse',
      comment: null,
      owner: null,
    },
    columns: Object.fromEntries(
      model.columns.map(({ name, type }, at) => [
        name,
        { name, type, index: at + 1, comment: null },
      ]),
    ),
    stats: {},
  };
}

function runResults(ids: readonly string[], random: Random): object {
  let clock = Date.parse(GENERATED_AT);
  const results = ids.map((id) => {
    const seconds = random.between(1, 400) / 100;
    const started = new Date(clock).toISOString();
    clock += seconds * 1000;
    const completed = new Date(clock).toISOString();
    const isTest = id.startsWith('test.');
    return {
      unique_id: id,
      status: isTest ? 'pass' : 'success',
      thread_id: `Thread-${random.between(1, 4)}`,
      execution_time: seconds,
      message: isTest ? null : 'OK',
      failures: isTest ? 0 : null,
      adapter_response: {},
      compiled: true,
      compiled_code: null,
      relation_name: null,
      timing: [{ name: 'execute', started_at: started, completed_at: completed }],
    };
  });
  const elapsed = (clock - Date.parse(GENERATED_AT)) / 1000;
  return {
    metadata: metadata('run-results/v6'),
    args: { which: 'build', invocation_command: 'dbt build' },
    results,
    elapsed_time: elapsed,
  };
}
