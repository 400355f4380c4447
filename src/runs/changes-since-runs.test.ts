import { describe, expect, it } from 'vitest';
import { readManifest } from '../artifacts/manifest/read-manifest.ts';
import { jsonFileOf } from '../artifacts/testing/json-file-of.ts';
import { buildProject } from '../project/build-project.ts';
import { changesSinceRuns } from './changes-since-runs.ts';
import { memoryHistory } from './memory-history.ts';
import { withFingerprints } from './node-fingerprint.ts';
import { aRun } from './test-run.ts';

const ORDERS = 'model.shop.orders';
const PRINT = { code: 'a', columns: '', config: 'c' };

/** A project of one model, as a certain invocation found it. */
function projectOf(invocation: string, node: object, other: object = {}) {
  const model = {
    unique_id: ORDERS,
    resource_type: 'model',
    package_name: 'shop',
    name: 'orders',
    raw_code: 'select 1',
    config: { materialized: 'table' },
    columns: { id: { name: 'id', data_type: 'int' } },
    ...node,
  };
  const manifest = readManifest(
    jsonFileOf({
      metadata: {
        dbt_schema_version: 'https://schemas.getdbt.com/dbt/manifest/v12.json',
        project_name: 'shop',
        invocation_id: invocation,
      },
      nodes: { [ORDERS]: model, 'model.shop.other': { ...model, ...other } },
    }),
  );
  return buildProject({ manifest, catalog: null });
}

/** How the model changed since a run in which it was `before`. */
function change(before: object, now: object, invocation = 'later') {
  const run = aRun('earlier', '2026-11-01T05:00:00.000Z', { [ORDERS]: 'success' });
  const history = memoryHistory([withFingerprints(run, projectOf('earlier', before))]);
  const found = changesSinceRuns(projectOf(invocation, now), history);
  const changed = found?.get(ORDERS);
  return changed === undefined ? null : [changed.isNew, changed.isModified, ...changed.parts];
}

describe('a model since it last ran', () => {
  const columns = { id: { name: 'id', data_type: 'text' } };
  const contract = { contract: { enforced: true } };
  it.each([
    ['nothing', {}, {}, [false, false]],
    ['its code', {}, { raw_code: 'select 2' }, [false, true, 'body']],
    ['a setting', {}, { config: { materialized: 'view' } }, [false, true, 'configs']],
    ['its description', {}, { description: 'two' }, [false, false]],
    ['a column without a contract', {}, { columns }, [false, false]],
    ['a column under a contract', contract, { ...contract, columns }, [false, true, 'contract']],
  ])('is modified by %s as far as fingerprints tell', (_, before, now, expected) => {
    expect(change(before, now)).toEqual(expected);
  });

  it('is not compared with the run that wrote the manifest', () => {
    expect(change({}, {}, 'earlier')).toBeNull();
  });

  it('is new where it never ran', () => {
    const run = aRun('earlier', '2026-11-01T05:00:00.000Z', { 'model.shop.other': 'success' });
    const past = {
      ...run,
      results: run.results.map((result) => ({ ...result, fingerprint: PRINT })),
    };
    const other = { unique_id: 'model.shop.other', name: 'other' };
    const changes = changesSinceRuns(projectOf('later', {}, other), memoryHistory([past]));
    expect(changes?.get(ORDERS)?.isNew).toBe(true);
    expect(changes?.get('model.shop.other')?.isNew).toBe(false);
  });

  it('has no answer while it is inlined', () => {
    expect(change({}, { config: { materialized: 'ephemeral' } })).toBeNull();
  });
});
