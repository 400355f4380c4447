import type { JsonObject } from './json.ts';
import {
  catalogTable,
  column,
  INVOCATION,
  manifest,
  metadata,
  model,
  node,
  notNull,
  result,
  runResults,
} from './artifact-pieces.ts';

/** The files of an artifacts folder, before they are written. */
export interface Artifacts {
  readonly manifest: JsonObject;
  readonly catalog: JsonObject;
  readonly runResults: JsonObject;
  readonly sources: JsonObject;
  /** Lines of `dbt.log` as JSON. */
  readonly log: readonly JsonObject[];
}

/** One resource of every type that dbt knows, and a run over them. */
export function smallProject(): Artifacts {
  const orders = 'model.shop.orders';
  return {
    manifest: manifest(
      {
        nodes: [
          model('orders', {
            columns: {
              id: column('id', {
                constraints: [{ type: 'not_null', name: 'nn', expression: 'id > 0' }],
                tags: ['key'],
                meta: { unit: 'none' },
              }),
              amount: column('amount'),
            },
            tags: ['nightly'],
            meta: { owner: 'Ada', sla: { hours: 4, contact: ['ops', 'team'] } },
            group: 'finance',
            access: 'public',
            docs: { show: true, node_color: 'gold' },
            depends_on: {
              nodes: ['source.shop.raw.orders', 'seed.shop.countries'],
              macros: ['macro.shop.cents'],
            },
            deprecation_date: '2027-01-01T00:00:00+00:00',
            patch_path: 'shop://models/orders.yml',
          }),
          node('seed', 'countries', { original_file_path: 'seeds/countries.csv' }),
          node('snapshot', 'orders_history', { depends_on: { nodes: [orders], macros: [] } }),
          node('analysis', 'top_orders', { depends_on: { nodes: [orders], macros: [] } }),
          node('operation', 'shop-on-run-end-0', { tags: ['on-run-end'] }),
          notNull('orders', 'id'),
          node('test', 'orders_are_paid', { depends_on: { nodes: [orders], macros: [] } }),
        ],
        sources: [
          node('source', 'orders', {
            unique_id: 'source.shop.raw.orders',
            source_name: 'raw',
            source_description: 'The raw tables.',
            loader: 'fivetran',
            loaded_at_field: 'loaded_at',
            freshness: {
              warn_after: { count: 12, period: 'hour' },
              error_after: null,
              filter: 'x > 1',
            },
          }),
        ],
        exposures: [
          node('exposure', 'board', {
            type: 'dashboard',
            url: 'https://bi.example.com/board',
            label: 'The board',
            maturity: 'high',
            owner: { name: 'Grace', email: 'grace@example.com' },
            depends_on: { nodes: [orders], macros: [] },
          }),
        ],
        semantic_models: [
          node('semantic_model', 'orders', {
            model: "ref('orders')",
            node_relation: { alias: 'orders', schema_name: 'main', database: 'dev' },
            primary_entity: 'order',
            defaults: { agg_time_dimension: 'day' },
            entities: [{ name: 'order', type: 'primary', expr: 'id', description: 'An order.' }],
            dimensions: [{ name: 'day', type: 'time', expr: 'day', description: 'Its day.' }],
            measures: [{ name: 'revenue', agg: 'sum', expr: 'amount', description: 'The money.' }],
            depends_on: { nodes: [orders], macros: [] },
          }),
        ],
        metrics: [
          node('metric', 'revenue', {
            label: 'Revenue',
            type: 'simple',
            type_params: { measure: { name: 'revenue', filter: null } },
            filter: { where_filters: [{ where_sql_template: 'amount > 0' }] },
            depends_on: { nodes: ['semantic_model.shop.orders'], macros: [] },
          }),
        ],
        saved_queries: [
          node('saved_query', 'weekly', {
            query_params: {
              metrics: ['revenue'],
              group_by: ["TimeDimension('day')"],
              where: { where_filters: [{ where_sql_template: 'amount > 1' }] },
            },
            exports: [{ name: 'weekly_table', config: { export_as: 'table' } }],
            depends_on: { nodes: ['metric.shop.revenue'], macros: [] },
          }),
        ],
        unit_tests: [
          node('unit_test', 'orders.counts', {
            name: 'counts',
            model: 'orders',
            tested_node_unique_id: orders,
            given: [{ input: "ref('countries')", format: 'dict', rows: [{ code: 'NO', n: 1 }] }],
            expect: { format: 'csv', rows: 'id,n\n1,x', fixture: 'one' },
            overrides: { vars: { day: 'today' }, macros: {}, env_vars: {} },
            depends_on: { nodes: [orders], macros: [] },
          }),
        ],
        functions: [
          node('function', 'double', {
            arguments: [{ name: 'x', data_type: 'integer', description: 'The number.' }],
            returns: { data_type: 'integer', description: 'Twice of it.' },
            config: { type: 'scalar', volatility: 'deterministic' },
          }),
        ],
        groups: [
          {
            unique_id: 'group.shop.finance',
            resource_type: 'group',
            name: 'finance',
            package_name: 'shop',
            path: 'models/groups.yml',
            original_file_path: 'models/groups.yml',
            owner: { name: 'Finance', email: 'finance@example.com', slack: '#finance' },
            description: 'The money people.',
          },
        ],
        macros: [
          {
            unique_id: 'macro.shop.cents',
            resource_type: 'macro',
            name: 'cents',
            package_name: 'shop',
            path: 'macros/cents.sql',
            original_file_path: 'macros/cents.sql',
            macro_sql: '{% macro cents(x) %}{{ x }} / 100{% endmacro %}',
            description: 'To money.',
            arguments: [{ name: 'x', type: 'integer', description: 'The cents.' }],
            depends_on: { macros: [] },
            meta: { by: 'Ada' },
          },
        ],
      },
      {
        docs: {
          'doc.shop.__overview__': {
            unique_id: 'doc.shop.__overview__',
            resource_type: 'doc',
            name: '__overview__',
            package_name: 'shop',
            block_contents: '# The shop\n\nWelcome.',
          },
        },
        disabled: { 'model.shop.old': [model('old')] },
      },
    ),
    catalog: {
      metadata: metadata('catalog/v1'),
      nodes: { [orders]: catalogTable(orders, ['ID', 'AMOUNT', 'EXTRA']) },
      sources: {},
      errors: null,
    },
    runResults: runResults(
      [
        result(orders),
        result('seed.shop.countries'),
        result('test.shop.not_null_orders_id.abc123', {
          status: 'fail',
          failures: 3,
          message: 'Got 3 results, configured to fail if != 0',
          compiled_code: 'select * from orders where id is null',
        }),
        result('test.shop.orders_are_paid', { status: 'skipped', message: 'Skipped', timing: [] }),
      ],
      {},
      {
        select: ['tag:nightly'],
        vars: { day: 'today' },
        invocation_command: 'dbt build --select x',
      },
    ),
    sources: {
      metadata: metadata('sources/v3'),
      elapsed_time: 1,
      results: [
        {
          unique_id: 'source.shop.raw.orders',
          max_loaded_at: '2026-02-28T06:00:00Z',
          snapshotted_at: '2026-03-01T06:00:00Z',
          max_loaded_at_time_ago_in_s: 86400,
          status: 'warn',
          criteria: { warn_after: { count: 12, period: 'hour' }, error_after: null, filter: null },
          adapter_response: {},
          timing: [],
          thread_id: 'Thread-1',
          execution_time: 0.5,
        },
      ],
    },
    log: [
      {
        info: {
          name: 'MainReportVersion',
          code: 'A001',
          msg: 'Running with dbt=1.11.2',
          level: 'info',
          invocation_id: INVOCATION,
          ts: '2026-03-01T05:59:49.000000Z',
          thread: 'MainThread',
          extra: {},
        },
        data: { version: '=1.11.2', log_version: 3 },
      },
      {
        info: {
          name: 'RunResultError',
          code: 'Z024',
          msg: 'Got 3 results, configured to fail if != 0',
          level: 'error',
          invocation_id: INVOCATION,
          ts: '2026-03-01T05:59:59.000000Z',
          thread: 'MainThread',
          extra: {},
        },
        data: { node_info: { unique_id: 'test.shop.not_null_orders_id.abc123' } },
      },
    ],
  };
}
