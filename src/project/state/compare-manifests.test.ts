import { describe, expect, it } from 'vitest';
import { readManifest } from '../../artifacts/manifest/read-manifest.ts';
import { jsonFileOf } from '../../artifacts/testing/json-file-of.ts';
import { compareManifests } from './compare-manifests.ts';

const METADATA = {
  dbt_schema_version: 'https://schemas.getdbt.com/dbt/manifest/v12.json',
  project_name: 'shop',
};
const model = {
  unique_id: 'model.shop.orders',
  resource_type: 'model',
  package_name: 'shop',
  name: 'orders',
  fqn: ['shop', 'orders'],
  raw_code: 'select 1',
  description: 'one',
  unrendered_config: { materialized: 'table', tags: ['a'], schema: 'x' },
  config: { materialized: 'table', persist_docs: {} },
  depends_on: { nodes: [], macros: ['macro.shop.cents'] },
};
const macro = (sql: string, calls: string[] = []) => ({
  unique_id: 'macro.shop.cents',
  name: 'cents',
  package_name: 'shop',
  resource_type: 'macro',
  macro_sql: sql,
  depends_on: { macros: calls },
});

function changeOf(old: object, changed: object, rest: { older?: object; newer?: object } = {}) {
  const read = (node: object, more: object | undefined) =>
    readManifest(
      jsonFileOf({
        metadata: METADATA,
        nodes: { 'model.shop.orders': { ...model, ...node } },
        macros: { 'macro.shop.cents': macro('1') },
        ...more,
      }),
    );
  const changes = compareManifests(read(old, rest.older), read(changed, rest.newer));
  const change = changes.get('model.shop.orders');
  return change === undefined ? null : [change.isNew, change.isModified, ...change.parts];
}

describe('a model', () => {
  const config = (changes: object) => ({
    unrendered_config: { ...model.unrendered_config, ...changes },
  });
  const persisted = { persist_docs: { relation: true, columns: true } };
  it.each([
    ['nothing', {}, {}, [false, false]],
    ['its code', {}, { raw_code: 'select 2' }, [false, true, 'body']],
    ['a setting', {}, config({ materialized: 'view' }), [false, true, 'configs']],
    ['its tags', {}, config({ tags: ['b'] }), [false, false]],
    ['its schema', {}, config({ schema: 'y' }), [false, true, 'relation']],
    ['its description', {}, { description: 'two' }, [false, false]],
    [
      'a description that dbt writes into the warehouse',
      { config: persisted },
      { config: persisted, description: 'two' },
      [false, true, 'persisted_descriptions'],
    ],
    [
      'its contract',
      {},
      { contract: { enforced: true, checksum: 'x' } },
      [false, true, 'contract'],
    ],
    ['its name', {}, { fqn: ['shop', 'marts', 'orders'] }, [false, true]],
    ['its access', { access: 'public' }, { access: 'private' }, [false, true]],
  ])('is modified by %s as dbt says', (_, old, changed, expected) => {
    expect(changeOf(old, changed)).toEqual(expected);
  });

  it('is modified by the code of a macro that it calls, directly or not', () => {
    const changed = { 'macro.shop.cents': macro('2') };
    expect(changeOf({}, {}, { newer: { macros: changed } })).toEqual([false, true, 'macros']);
    const deep = (sql: string) => ({
      macros: {
        'macro.shop.cents': macro('1', ['macro.shop.round']),
        'macro.shop.round': { ...macro(sql), unique_id: 'macro.shop.round', name: 'round' },
      },
    });
    expect(changeOf({}, {}, { older: deep('1'), newer: deep('2') })).toEqual([
      false,
      true,
      'macros',
    ]);
    expect(changeOf({}, {}, { older: deep('1'), newer: deep('1') })).toEqual([false, false]);
  });

  it('is new where the older manifest has none', () => {
    expect(changeOf({}, {}, { older: { nodes: {} } })).toEqual([
      true,
      true,
      ...['body', 'configs', 'persisted_descriptions', 'relation', 'contract'],
    ]);
  });
});

describe('a saved query', () => {
  const ID = 'saved_query.shop.sales';
  const query = {
    unique_id: ID,
    resource_type: 'saved_query',
    package_name: 'shop',
    name: 'sales',
    query_params: { metrics: ['revenue'], group_by: [], where: null, limit: 10 },
    exports: [
      {
        name: 'e',
        config: { export_as: 'table', schema_name: 'prod', alias: 'e', database: 'main' },
        unrendered_config: { export_as: 'table' },
      },
    ],
  };
  const [exported] = query.exports;
  it.each([
    ['its metrics', { query_params: { ...query.query_params, metrics: ['orders'] } }, true],
    ['its limit', { query_params: { ...query.query_params, limit: 20 } }, false],
    ['another target', { exports: [{ ...exported, config: { schema_name: 'dev' } }] }, false],
    ['an export', { exports: [{ ...exported, unrendered_config: { alias: 'x' } }] }, true],
  ])('is compared by %s', (_, changed, isModified) => {
    const read = (entry: object) =>
      readManifest(jsonFileOf({ metadata: METADATA, saved_queries: { [ID]: entry } }));
    expect(compareManifests(read(query), read({ ...query, ...changed })).get(ID)?.isModified).toBe(
      isModified,
    );
  });
});
