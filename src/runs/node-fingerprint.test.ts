import { describe, expect, it } from 'vitest';
import type { Project } from '../project/project.ts';
import type { Resource } from '../project/resource.ts';
import { aColumn, aResource } from '../project/test-resource.ts';
import { nodeFingerprint, withFingerprints } from './node-fingerprint.ts';
import { aRun } from './test-run.ts';

const ORDERS = aResource('model.shop.orders', {
  config: { materialized: 'table', meta: { owner: 'ann' } },
  rawCode: 'select 1',
});
const ID = aColumn('id', { declaredType: 'int' });

/** Which parts of the fingerprint a change changes. */
function changed(given: Partial<Resource>): string[] {
  const [before, after] = [nodeFingerprint(ORDERS), nodeFingerprint({ ...ORDERS, ...given })];
  return (['code', 'columns', 'config'] as const).filter((part) => before[part] !== after[part]);
}

describe('the fingerprint of a node', () => {
  it.each<[what: string, given: Partial<Resource>, parts: string[]]>([
    ['its SQL', { rawCode: 'select 2' }, ['code']],
    ['a column', { columns: [ID] }, ['columns']],
    ['a setting', { config: { materialized: 'view' } }, ['config']],
    ['a column that only the catalog knows', { columns: [{ ...ID, isDeclared: false }] }, []],
    ['its description', { description: 'Orders', tags: ['x'] }, []],
    ['an owner', { config: { meta: { owner: 'bob' }, materialized: 'table' } }, []],
  ])('tells of a change of %s', (_, given, parts) => {
    expect(changed(given)).toEqual(parts);
  });

  it('tells one type of a column from another', () => {
    const [int, text] = ['int', 'text'].map((declaredType) =>
      nodeFingerprint({ ...ORDERS, columns: [{ ...ID, declaredType }] }),
    );
    expect(int?.columns).not.toBe(text?.columns);
  });

  it('is put to the run that wrote the manifest, and to no other', () => {
    const project = {
      facts: { invocationId: 'r1', generatedAt: '2026-11-01T05:40:00.000Z' },
      resources: new Map([[ORDERS.uniqueId, ORDERS]]),
    } satisfies { facts: Partial<Project['facts']>; resources: Project['resources'] };
    const outcomes = { 'model.shop.orders': 'success', 'model.shop.gone': 'error' };
    const prints = (id: string) =>
      withFingerprints(aRun(id, '2026-11-01T05:00:00.000Z', outcomes), project).results.map(
        ({ fingerprint }) => fingerprint?.code ?? null,
      );
    expect(prints('r1')).toEqual([nodeFingerprint(ORDERS).code, null]);
    expect(prints('r2')).toEqual([null, null]);
  });

  it('is put to a run of the day before the manifest, where it ran the same SQL', () => {
    const resource = { ...ORDERS, compiledCode: 'select 1' };
    const project = {
      facts: { invocationId: 'docs', generatedAt: '2026-11-01T05:40:00.000Z' },
      resources: new Map([[ORDERS.uniqueId, resource]]),
    };
    const print = (startedAt: string, code: string) =>
      withFingerprints(
        aRun('build', startedAt, { [ORDERS.uniqueId]: 'success' }),
        project,
        new Map([[ORDERS.uniqueId, code]]),
      ).results[0]?.fingerprint?.code ?? null;
    expect(print('2026-11-01T05:00:00.000Z', 'select 1')).toBe(nodeFingerprint(resource).code);
    expect(print('2026-11-01T05:00:00.000Z', 'select 2')).toBeNull();
    expect(print('2026-10-30T05:00:00.000Z', 'select 1')).toBeNull();
    expect(print('2026-11-01T06:00:00.000Z', 'select 1')).toBeNull();
  });
});
