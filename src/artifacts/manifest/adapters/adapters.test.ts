import { describe, expect, it } from 'vitest';
import { argumentsToDataTypes } from './arguments-to-data-types.ts';
import { checksumToObject } from './checksum-to-object.ts';
import { columnsToList } from './columns-to-list.ts';
import { configToNode } from './config-to-node.ts';
import { disabledToList } from './disabled-to-list.ts';
import { docIds } from './doc-ids.ts';
import { dropUnread } from './drop-unread.ts';
import { exposureType } from './exposure-type.ts';
import { filtersToStrings } from './filters-to-strings.ts';
import { sourceFreshness } from './freshness-criteria.ts';
import { fusionGaps } from './fusion-gaps.ts';
import { macroCode } from './macro-code.ts';
import { metricMeasures } from './metric-measures.ts';
import { metricsBeforeMetricflow } from './metrics-before-metricflow.ts';
import { oldMetadata } from './old-metadata.ts';
import { ownerToText } from './owner-to-text.ts';
import { rawSqlToRawCode } from './raw-sql-to-raw-code.ts';
import { refsToObjects } from './refs-to-objects.ts';
import { savedQueryMetrics, savedQueryParams } from './saved-query-params.ts';
import { testShape } from './test-shape.ts';
import { versionsToText } from './versions-to-text.ts';

describe('refsToObjects', () => {
  it('turns lists into objects', () => {
    expect(refsToObjects({ refs: [['orders'], ['shop', 'customers']] })).toEqual({
      refs: [
        { name: 'orders', package: null, version: null },
        { name: 'customers', package: 'shop', version: null },
      ],
    });
  });

  it('writes a version as text and leaves new refs as they are', () => {
    expect(refsToObjects({ refs: [{ name: 'a', version: 2 }, { name: 'b' }] })).toEqual({
      refs: [{ name: 'a', version: '2' }, { name: 'b' }],
    });
    const modern = { refs: [{ name: 'a', package: null, version: null }] };
    expect(refsToObjects(modern)).toBe(modern);
  });
});

describe('rawSqlToRawCode', () => {
  it('renames the code of dbt before 1.3', () => {
    expect(rawSqlToRawCode({ name: 'a', raw_sql: 'r', compiled_sql: 'c' })).toEqual({
      name: 'a',
      raw_code: 'r',
      compiled_code: 'c',
    });
  });

  it('prefers the SQL with ephemeral models in it, which is what was run', () => {
    expect(rawSqlToRawCode({ raw_sql: 'r', compiled_sql: 'c', injected_sql: 'i' })).toEqual({
      raw_code: 'r',
      compiled_code: 'i',
    });
  });
});

describe('configToNode', () => {
  it('takes from the config what the node does not say', () => {
    const config = {
      tags: 'daily',
      meta: { owner: 'ann' },
      docs: { show: false, node_color: 'red' },
      access: 'public',
      group: 'sales',
      contract: { enforced: true },
    };
    expect(configToNode({ tags: ['core', 'core'], meta: {}, access: null, config })).toEqual({
      tags: ['core', 'daily'],
      meta: { owner: 'ann' },
      docs: { show: false, node_color: 'red' },
      access: 'public',
      group: 'sales',
      contract: { enforced: true },
      config,
    });
  });

  it('keeps what the node says', () => {
    const raw = {
      tags: ['a'],
      meta: { x: 1 },
      access: 'private',
      docs: { show: true, node_color: 'blue' },
      config: {
        tags: ['a'],
        meta: { y: 2 },
        access: 'public',
        docs: { show: true, node_color: 'red' },
      },
    };
    expect(configToNode(raw)).toBe(raw);
  });

  it('hides a node when either place says so', () => {
    const hidden = configToNode({ docs: { show: true }, config: { docs: { show: false } } });
    expect(hidden.docs).toEqual({ show: false, node_color: null });
  });
});

describe('columnsToList', () => {
  it('keeps the order, fills in names and merges the config of a column', () => {
    const columns = {
      id: { name: 'id', config: { tags: ['pk'], meta: { a: 1 } } },
      b: null,
      c: {},
    };
    expect(columnsToList({ columns }).columns).toEqual([
      { name: 'id', tags: ['pk'], meta: { a: 1 }, config: { tags: ['pk'], meta: { a: 1 } } },
      { name: 'b' },
      { name: 'c' },
    ]);
  });
});

describe('versionsToText', () => {
  it('writes version numbers as text', () => {
    expect(versionsToText({ version: 2, latest_version: 2.1 })).toEqual({
      version: '2',
      latest_version: '2.1',
    });
    expect(versionsToText({ version: 'b', latest_version: 3 })).toEqual({
      version: 'b',
      latest_version: '3',
    });
  });
});

describe('testShape', () => {
  it('finds severity on the test and the column among the arguments', () => {
    const test_metadata = { name: 'unique', kwargs: { column_name: 'id' } };
    expect(testShape({ resource_type: 'test', severity: 'WARN', test_metadata })).toEqual({
      resource_type: 'test',
      severity: 'WARN',
      config: { severity: 'WARN' },
      column_name: 'id',
      test_metadata,
    });
  });
});

describe('checksumToObject', () => {
  it('names the bare checksum of a unit test', () => {
    expect(checksumToObject({ checksum: 'af35' })).toEqual({
      checksum: { name: 'sha256', checksum: 'af35' },
    });
  });
});

describe('ownerToText', () => {
  it('joins several addresses and names a bare owner', () => {
    expect(ownerToText({ owner: { name: 'A', email: ['a@x', 'b@x'] } })).toEqual({
      owner: { name: 'A', email: 'a@x, b@x', contact: {} },
    });
    expect(ownerToText({ owner: 'Ann' })).toEqual({ owner: { name: 'Ann', email: null } });
    expect(ownerToText({ owner: { email: [{ a: 1 }, null, 'a@x'] } })).toEqual({
      owner: { email: 'a@x', contact: {} },
    });
  });

  it('keeps what else the project says of it', () => {
    expect(ownerToText({ owner: { name: 'A', slack: '#a' } })).toEqual({
      owner: { name: 'A', contact: { slack: '#a' } },
    });
  });
});

describe('exposureType', () => {
  it('reads the other name of the type', () => {
    expect(exposureType({ exposure_type: 'dashboard' }).type).toBe('dashboard');
  });
});

describe('filtersToStrings', () => {
  it.each([
    [null, []],
    ['a = 1\n', ['a = 1']],
    [{ where_sql_template: 'b' }, ['b']],
    [{ where_filters: [{ where_sql_template: 'c\n' }, { where_sql_template: 'd' }] }, ['c', 'd']],
  ])('reads %j', (filter, strings) => {
    expect(filtersToStrings({ filter }).filter).toEqual(strings);
  });
});

describe('metricsBeforeMetricflow', () => {
  const old = {
    name: 'revenue',
    model: "ref('orders')",
    type: 'sum',
    sql: 'amount',
    timestamp: 'ordered_at',
    time_grains: ['day'],
    dimensions: ['channel'],
    filters: [{ field: 'status', operator: '=', value: "'paid'" }],
    window: { count: 14, period: 'day' },
  };

  it('keeps the calculation of dbt 1.0 under legacy', () => {
    expect(metricsBeforeMetricflow(old)).toEqual({
      name: 'revenue',
      type: 'sum',
      legacy: {
        model: "ref('orders')",
        calculation_method: 'sum',
        expression: 'amount',
        timestamp: 'ordered_at',
        time_grains: ['day'],
        dimensions: ['channel'],
        filters: ["status = 'paid'"],
        window: '14 day',
      },
    });
  });

  it('shows what is no text in a filter as it stands', () => {
    const filters = [{ field: 'status', operator: 'in', value: ['paid', 1] }, { field: 'x' }];
    expect(metricsBeforeMetricflow({ ...old, filters }).legacy).toMatchObject({
      filters: ['status in ["paid",1]', 'x'],
    });
  });

  it('knows the names of dbt 1.3 and leaves MetricFlow alone', () => {
    const { type, legacy } = metricsBeforeMetricflow({
      calculation_method: 'count',
      expression: '*',
      window: {},
    });
    expect([type, legacy]).toMatchObject(['count', { expression: '*', window: null }]);
    const modern = { type: 'simple', type_params: {}, filter: null };
    expect(metricsBeforeMetricflow(modern)).toBe(modern);
  });
});

describe('metricMeasures', () => {
  it('collects the names of the measures once each', () => {
    const type_params = { measure: { name: 'a' }, input_measures: [{ name: 'a' }, 'b', null] };
    expect(metricMeasures({ type_params }).measures).toEqual(['a', 'b']);
  });
});

describe('savedQueryParams', () => {
  it('gathers the parameters of the first saved queries', () => {
    const old = {
      metrics: ['m'],
      group_bys: ['g'],
      where: { where_filters: [{ where_sql_template: 'w' }] },
    };
    const upgraded = savedQueryMetrics(savedQueryParams(old));
    expect(upgraded.query_params).toEqual({ metrics: ['m'], group_by: ['g'], where: ['w'] });
    expect(upgraded.metrics).toEqual([['m']]);
  });
});

describe('sourceFreshness', () => {
  it('takes an unset threshold for none and falls back to the config', () => {
    const freshness = {
      warn_after: { count: 12, period: 'hour' },
      error_after: { count: null, period: null },
    };
    const upgraded = sourceFreshness({ name: 'raw', config: { freshness, loaded_at_field: 'at' } });
    expect(upgraded.identifier).toBe('raw');
    expect(upgraded.loaded_at_field).toBe('at');
    expect(upgraded.freshness).toEqual({
      warn_after: { count: 12, period: 'hour' },
      error_after: null,
    });
  });
});

describe('fusionGaps', () => {
  it('takes the placeholder for no code and forgets positions', () => {
    const depends_on = { nodes: ['a'], macros: [], nodes_with_ref_location: [['a', {}]] };
    expect(fusionGaps({ raw_code: '--placeholder--', depends_on })).toEqual({
      raw_code: null,
      depends_on: { nodes: ['a'], macros: [] },
    });
  });
});

describe('the smaller ones', () => {
  it('read a disabled resource from a list and from a list of lists', () => {
    expect(disabledToList({ a: 1 })).toEqual([{ a: 1 }]);
    expect(disabledToList([{ a: 1 }, { a: 2 }])).toEqual([{ a: 1 }, { a: 2 }]);
  });

  it('complete the id of a doc block', () => {
    expect(docIds({ unique_id: 'shop.intro' })).toEqual({ unique_id: 'doc.shop.intro' });
    expect(docIds({ unique_id: 'doc.shop.intro' })).toEqual({ unique_id: 'doc.shop.intro' });
  });

  it('forget the path of a machine and repeated SQL', () => {
    expect(dropUnread({ name: 'a', root_path: '/home/ann', extra_ctes: [{ sql: '…' }] })).toEqual({
      name: 'a',
    });
  });

  it('find the text of a macro', () => {
    expect(macroCode({ raw_code: '{% macro a() %}' }).macro_sql).toBe('{% macro a() %}');
  });

  it('give an argument of a macro a data type and a default as text', () => {
    expect(
      argumentsToDataTypes({
        arguments: [
          { name: 'a', type: 'string' },
          { name: 'b', default_value: 1 },
        ],
      }),
    ).toEqual({
      arguments: [
        { name: 'a', type: 'string', data_type: 'string', default_value: undefined },
        { name: 'b', data_type: undefined, default_value: '1' },
      ],
    });
  });

  it('read the number of a schema, who wrote it, and the time from the top of old files', () => {
    const schema = (n: number): string => `https://schemas.getdbt.com/dbt/manifest/v${n}.json`;
    expect(oldMetadata({}, { generated_at: 't' })).toEqual({
      generated_at: 't',
      schema_number: null,
      is_fusion: false,
    });
    expect(oldMetadata({ dbt_schema_version: schema(20) }, {})).toMatchObject({
      schema_number: 20,
      is_fusion: true,
    });
    expect(oldMetadata({ dbt_version: '2.0.0-beta.2' }, {}).is_fusion).toBe(true);
    expect(oldMetadata({ dbt_version: '2024.9.243' }, {}).is_fusion).toBe(false);
  });
});
