import { describe, expect, it } from 'vitest';
import type { Resource } from '../../project/resource.ts';
import type { Run } from '../../runs/run.ts';
import { aContext, aFreshness, aNode, aResource, aRun, aSource, aTest } from '../test-context.ts';

const RULE = { warnAfter: { count: 1, period: 'day' }, errorAfter: null, filter: null };
const RAW = 'source.shop.raw';
const MODEL = 'model.shop.a';

const source = (given: Partial<Resource> = {}): Resource =>
  aResource(RAW, { description: 'R', details: aSource({ freshness: RULE }), ...given });
const model = (given: Partial<Resource> = {}): Resource =>
  aResource(MODEL, {
    description: 'A',
    parents: [RAW],
    testIds: ['test.shop.t', 'test.shop.u'],
    ...given,
  });
const TESTS = ['t', 'u'].map((name) =>
  aResource(`test.shop.${name}`, { parents: [MODEL], details: aTest({ attachedNode: MODEL }) }),
);
const FINE = { [MODEL]: 'success', 'test.shop.t': 'pass', 'test.shop.u': 'pass' };
const FRESH = aFreshness(RAW, { kind: 'success', status: 'pass' });

const run = (outcomes: Record<string, string>, given: Partial<Run> = {}): Run =>
  aRun('r', '2026-11-02T05:00:00.000Z', outcomes, { freshness: [FRESH], ...given });

/** The state of a resource, and the reasons that speak against it. */
function healthOf(id: string, resources: readonly Resource[], runs: readonly Run[]) {
  const health = aContext(resources, runs).health.of(id);
  if (health === null) return null;
  const against = health.reasons.filter(({ state }) => state !== 'healthy');
  return [health.state, ...against.map(({ state, text }) => `${state}: ${text}`)];
}

describe('the health of a model', () => {
  const world = [source(), model(), ...TESTS];

  it('is healthy when all that dbt Catalog asks for is so', () => {
    expect(healthOf(MODEL, world, [run(FINE)])).toEqual(['healthy']);
  });

  it.each([
    [{ ...FINE, [MODEL]: 'error' }, 'degraded', 'Its last run says error'],
    [{ ...FINE, [MODEL]: 'skipped' }, 'caution', 'Its last run was skipped'],
    [{ ...FINE, 'test.shop.t': 'fail' }, 'degraded', '1 of 2 tests fails'],
    [{ ...FINE, 'test.shop.t': 'warn' }, 'caution', '1 of 2 tests warns'],
    [{ ...FINE, 'test.shop.t': 'skipped' }, 'caution', '1 of 2 tests has no result'],
    [{ [MODEL]: 'success' }, 'unknown', 'No result of its 2 tests is known'],
    [
      { ...FINE, [MODEL]: 'mended' },
      'unknown',
      'Its last run says mended, which this version doesn’t know',
    ],
  ])('after %j is not: %s', (outcomes, state, text) => {
    expect(healthOf(MODEL, world, [run(outcomes)])).toEqual([state, `${state}: ${text}`]);
  });

  it('is unknown without any run, whatever else is missing', () => {
    expect(healthOf(MODEL, [source(), model({ description: '', testIds: [] })], [])).toEqual([
      'unknown',
      'unknown: No run of it is known',
      'caution: Nothing tests it',
      'caution: Nobody has described it',
      'caution: 1 source upstream is stale enough to warn, or not checked lately',
    ]);
  });

  it('suffers from a stale source far upstream, and names it', () => {
    const resources = [
      source(),
      aResource('model.shop.stg', { parents: [RAW] }),
      model({ parents: ['model.shop.stg'] }),
      ...TESTS,
    ];
    const runs = [run(FINE, { freshness: [aFreshness(RAW)] })];
    expect(healthOf(MODEL, resources, runs)).toEqual([
      'degraded',
      'degraded: 1 source upstream is stale',
    ]);
    expect(aContext(resources, runs).health.of(MODEL)?.reasons[0]?.about).toEqual([RAW]);
  });

  it('ages against the newest artifact', () => {
    const later = aRun('l', '2027-01-01T05:00:00.000Z', {}, { freshness: [FRESH] });
    expect(healthOf(MODEL, world, [later, run(FINE)])?.[1]).toBe(
      'caution: Not built within 30 days of the newest artifact',
    );
  });

  it('doesn’t ask an ephemeral model for a run', () => {
    const ephemeral = model({ details: aNode({ materialized: 'ephemeral' }) });
    const outcomes = { 'test.shop.t': 'pass', 'test.shop.u': 'pass' };
    expect(healthOf(MODEL, [source(), ephemeral, ...TESTS], [run(outcomes)])).toEqual(['healthy']);
  });

  it('is not made from what docs generate calls a success', () => {
    const docs = run({ ...FINE }, { hasRun: false });
    expect(healthOf(MODEL, world, [docs])?.slice(0, 2)).toEqual([
      'unknown',
      'unknown: No run of it is known',
    ]);
  });
});

describe('the health of a source', () => {
  it.each([
    [{ kind: 'success', status: 'pass' }, ['healthy']],
    [
      { kind: 'warn', status: 'warn' },
      ['caution', 'caution: Its data was beyond the age to warn at when it was last checked'],
    ],
    [{}, ['degraded', 'degraded: Its data was too old when it was last checked']],
    [{ status: 'runtime error' }, ['degraded', 'degraded: Its freshness could not be checked']],
  ] as const)('follows its check: %j', (check, expected) => {
    expect(healthOf(RAW, [source()], [run({}, { freshness: [aFreshness(RAW, check)] })])).toEqual(
      expected,
    );
  });

  it('is unknown when its rule was never checked, and caution without a rule', () => {
    const runs = [run({ [MODEL]: 'success' }, { freshness: [] })];
    expect(healthOf(RAW, [source()], runs)?.[0]).toBe('unknown');
    expect(healthOf(RAW, [source({ details: aSource() })], runs)?.[0]).toBe('caution');
  });
});

describe('the health of an exposure', () => {
  const exposure = aResource('exposure.shop.e', { description: 'E', parents: [MODEL] });
  const world = [source(), model(), ...TESTS, exposure];
  const of = (outcomes: Record<string, string>, given: Partial<Run> = {}) =>
    healthOf('exposure.shop.e', world, [run(outcomes, given)]);

  it('is that of everything upstream', () => {
    expect(of(FINE)).toEqual(['healthy']);
    expect(of({ ...FINE, 'test.shop.t': 'fail' })?.[1]).toBe(
      'degraded: 1 resource upstream failed, fails a test or is stale',
    );
    expect(of(FINE, { freshness: [aFreshness(RAW)] })?.[0]).toBe('degraded');
    expect(of({ ...FINE, [MODEL]: 'skipped' })?.[0]).toBe('caution');
    expect(of({ 'test.shop.t': 'pass' })?.[1]).toBe('unknown: No run is known of 1 model upstream');
  });

  it('is unknown when nothing is known to be upstream', () => {
    const alone = aResource('exposure.shop.e', { description: 'E' });
    expect(healthOf('exposure.shop.e', [alone], [])?.[0]).toBe('unknown');
  });
});

it('is null for tests, macros and groups', () => {
  const context = aContext([...TESTS, aResource('macro.shop.m'), aResource('group.shop.g')]);
  expect(context.health.ids).toEqual([]);
  expect(context.health.of('test.shop.t')).toBeNull();
});

it('names five of what lies upstream, and says that there are more', () => {
  const sources = Array.from({ length: 7 }, (_, i) => `source.shop.raw.t${i}`);
  const resources = [
    ...sources.map((id) => aResource(id, { details: aSource({ freshness: RULE }) })),
    model({ parents: sources }),
    ...TESTS,
  ];
  const freshness = sources.map((id) => aFreshness(id));
  const [worst] = aContext(resources, [run(FINE, { freshness })]).health.of(MODEL)?.reasons ?? [];
  expect(worst?.text).toBe('More than 5 sources upstream are stale');
  expect(worst?.about).toEqual(sources.slice(0, 5));
});
