import { describe, expect, it } from 'vitest';
import { healthConfig, HealthSchema, type UserHealth } from '../../config/health.ts';
import { RULE_NAMES, type RuleName } from '../../config/health-rules.ts';
import type { Column } from '../../project/column.ts';
import type { Resource } from '../../project/resource.ts';
import type { Run } from '../../runs/run.ts';
import { aContext, aFreshness, aNode, aResource, aRun, aSource, aTest } from '../test-context.ts';

interface World {
  readonly resources: readonly Resource[];
  readonly runs?: readonly Run[];
  readonly hasCatalog?: boolean;
  readonly health?: UserHealth;
}

function resultOf(
  rule: RuleName,
  { resources, runs = [], hasCatalog = false, health = {} }: World,
) {
  const context = aContext(
    resources,
    runs,
    { hasCatalog },
    healthConfig(HealthSchema.parse(health)),
  );
  const result = context.healthReport().rules.find(({ name }) => name === rule);
  if (result === undefined) throw new Error(`There is no rule ${rule}.`);
  return result;
}

/** What a rule finds, each as `name: detail`; or why it can't be answered. */
function found(rule: RuleName, world: World): readonly string[] | string | null {
  const { affected, unanswered } = resultOf(rule, world);
  return (
    affected?.map(({ id, detail }) => `${id?.split('.').slice(2).join('.') ?? '*'}: ${detail}`) ??
    unanswered
  );
}

const model = (name: string, given: Partial<Resource> = {}): Resource =>
  aResource(`model.shop.${name}`, given);
const at = (folder: string, name: string, given: Partial<Resource> = {}): Resource =>
  model(name, { filePath: `models/${folder}/${name}.sql`, ...given });
const source = (name: string, given: Partial<Resource> = {}): Resource =>
  aResource(`source.shop.raw.${name}`, { name, details: aSource(), ...given });
const test = (name: string, on: string, given: Parameters<typeof aTest>[0] = {}): Resource =>
  aResource(`test.shop.${name}`, {
    parents: [`model.shop.${on}`],
    details: aTest({ attachedNode: `model.shop.${on}`, testName: name, ...given }),
  });
const column = (name: string, given: Partial<Column> = {}): Column => ({
  name,
  description: '',
  declaredType: null,
  catalogType: null,
  docBlocks: [],
  comment: null,
  tags: [],
  meta: {},
  constraints: [],
  isPrimaryKey: false,
  foreignKeys: [],
  testIds: [],
  isDeclared: true,
  isInCatalog: null,
  ...given,
});
const rule = { warnAfter: { count: 1, period: 'day' }, errorAfter: null, filter: null };
const ids = (...names: string[]): string[] => names.map((name) => `model.shop.${name}`);
const raw = (...names: string[]): string[] => names.map((name) => `source.shop.raw.${name}`);

const NIGHTS = ['2026-11-05', '2026-11-04', '2026-11-03', '2026-11-02', '2026-11-01'];
/** A run a night, newest first, each with these outcomes. */
const nights = (...outcomes: Record<string, string>[]): Run[] =>
  outcomes.map((outcome, night) => aRun(`r${night}`, `${NIGHTS[night]}T05:00:00.000Z`, outcome));
const checked = (...checks: ReturnType<typeof aFreshness>[]): Run =>
  aRun('f', '2026-11-02T05:00:00.000Z', {}, { hasRun: false, freshness: checks });

/** Each rule with a project in which something breaks it and something else doesn't. */
const CASES: Readonly<Record<RuleName, readonly [World, readonly string[]]>> = {
  'failing-models': [
    {
      resources: [model('a'), model('b'), model('c')],
      runs: nights({
        'model.shop.a': 'error',
        'model.shop.b': 'success',
        'model.shop.c': 'partial success',
      }),
    },
    ['a: says error', 'c: says partial success'],
  ],
  'failing-tests': [
    {
      resources: [model('a'), test('x', 'a'), test('y', 'a')],
      runs: nights({ 'test.shop.x': 'fail', 'test.shop.y': 'pass' }),
    },
    ['x: says fail'],
  ],
  'warning-tests': [
    {
      resources: [model('a'), test('x', 'a'), test('y', 'a')],
      runs: nights({ 'test.shop.x': 'warn', 'test.shop.y': 'fail' }),
    },
    ['x: says warn'],
  ],
  'skipped-models': [
    {
      resources: [model('a'), model('b')],
      runs: nights({ 'model.shop.a': 'skipped', 'model.shop.b': 'reused' }),
    },
    ['a: says skipped'],
  ],
  'flaky-tests': [
    {
      resources: [model('a'), test('x', 'a'), test('y', 'a')],
      runs: nights(
        { 'test.shop.x': 'fail', 'test.shop.y': 'fail' },
        { 'test.shop.x': 'pass', 'test.shop.y': 'fail' },
        { 'test.shop.x': 'fail', 'test.shop.y': 'pass' },
        { 'test.shop.x': 'pass', 'test.shop.y': 'pass' },
      ),
    },
    ['x: changed 3 times in its last 4 results'],
  ],
  'not-built': [
    {
      resources: [model('a'), model('b'), model('c')],
      runs: [
        ...nights({ 'model.shop.a': 'success' }),
        aRun('old', '2026-09-01T05:00:00.000Z', { 'model.shop.b': 'success' }),
      ],
    },
    ['b: last built on 2026-09-01'],
  ],
  'never-run-models': [
    {
      resources: [
        model('a'),
        model('b'),
        model('c', { details: aNode({ materialized: 'ephemeral' }) }),
      ],
      runs: nights({ 'model.shop.a': 'success' }),
    },
    ['b: no run of it is known'],
  ],
  'never-run-tests': [
    {
      resources: [model('a'), test('x', 'a'), test('y', 'a')],
      runs: nights({ 'test.shop.x': 'pass' }),
    },
    ['y: no run of it is known'],
  ],
  'stale-sources': [
    {
      resources: [source('a'), source('b')],
      runs: [
        checked(
          aFreshness(raw('a')[0] ?? ''),
          aFreshness(raw('b')[0] ?? '', { kind: 'success', status: 'pass' }),
        ),
      ],
    },
    ['raw.a: its newest row was 3 days old'],
  ],
  'nearly-stale-sources': [
    {
      resources: [source('a'), source('b')],
      runs: [
        checked(
          aFreshness(raw('a')[0] ?? '', { kind: 'warn', status: 'warn', age: 7200 }),
          aFreshness(raw('b')[0] ?? ''),
        ),
      ],
    },
    ['raw.a: its newest row was 2 hours old'],
  ],
  'unchecked-sources': [
    {
      resources: [
        source('a', { details: aSource({ freshness: rule }) }),
        source('b', { details: aSource({ freshness: rule }) }),
        source('c'),
      ],
      runs: [checked(aFreshness(raw('b')[0] ?? ''))],
    },
    ['raw.a: no check of it is known'],
  ],
  'sources-without-freshness': [
    { resources: [source('a'), source('b', { details: aSource({ freshness: rule }) })] },
    ['raw.a: no warn_after and no error_after'],
  ],
  'missing-primary-key-tests': [
    {
      resources: [
        model('a', { testIds: ['test.shop.unique'] }),
        model('b', { testIds: ['test.shop.u', 'test.shop.n'] }),
        model('c', { testIds: ['test.shop.together'] }),
        model('d', {
          columns: [
            column('id', {
              constraints: [{ type: 'primary_key', name: null, expression: null, columns: [] }],
            }),
          ],
          details: aNode({ contractEnforced: true }),
        }),
        test('unique', 'a', { columnName: 'id' }),
        test('u', 'b', { testName: 'unique', columnName: 'ID' }),
        test('n', 'b', { testName: 'not_null', columnName: 'id' }),
        test('together', 'c', { testName: 'dbt_utils.unique_combination_of_columns' }),
      ],
    },
    ['a: no column is tested as unique and not null'],
  ],
  'untested-models': [
    { resources: [model('a'), model('b', { testIds: ['test.shop.x'] }), test('x', 'b')] },
    ['a: no test'],
  ],
  'test-coverage': [
    {
      resources: [model('a'), model('b'), model('c', { testIds: ['test.shop.x'] }), test('x', 'c')],
    },
    ['*: 1 of 3 models (33.3 %); the target is 100 %'],
  ],
  'undocumented-models': [
    {
      resources: [
        model('a', { description: ' ' }),
        model('b', { description: 'B' }),
        model('c', { isShown: false }),
      ],
    },
    ['a: no description'],
  ],
  'undocumented-sources': [
    {
      resources: [
        source('a'),
        source('b'),
        source('c', { details: aSource({ sourceName: 'crm', sourceDescription: 'CRM' }) }),
      ],
    },
    ['raw.a: the source raw of 2 tables'],
  ],
  'undocumented-source-tables': [
    { resources: [source('a'), source('b', { description: 'B' })] },
    ['raw.a: no description'],
  ],
  'undocumented-columns': [
    {
      resources: [
        model('a', { columns: [column('x'), column('y'), column('z', { description: 'Z' })] }),
        model('b', { columns: [column('x'), column('y', { description: 'Y' })] }),
      ],
    },
    ['a: 1 of 3 columns described'],
  ],
  'undocumented-exposures': [
    {
      resources: [aResource('exposure.shop.a'), aResource('exposure.shop.b', { description: 'B' })],
    },
    ['a: no description'],
  ],
  'undocumented-metrics': [
    { resources: [aResource('metric.shop.a'), aResource('metric.shop.b', { description: 'B' })] },
    ['a: no description'],
  ],
  'documentation-coverage': [
    { resources: [model('a'), model('b', { description: 'B' })] },
    ['*: 1 of 2 models (50 %); the target is 100 %'],
  ],
  'columns-not-in-warehouse': [
    {
      resources: [
        model('a', {
          columns: [column('x', { isInCatalog: false }), column('y', { isInCatalog: true })],
        }),
        model('b', { columns: [column('x')] }),
      ],
      hasCatalog: true,
    },
    ['a: not there: x'],
  ],
  'missing-parents': [
    { resources: [model('a', { missingParents: ['model.other.x'] }), model('b')] },
    ['a: refers to model.other.x'],
  ],
  'hard-coded-references': [
    {
      resources: [
        model('a', { rawCode: 'select * from prod.sales.orders join {{ ref("b") }} using (id)' }),
        model('b', { rawCode: 'select * from {{ source("raw", "b") }} -- from prod.orders' }),
      ],
    },
    ['a: reads prod.sales.orders'],
  ],
  'duplicate-sources': [
    {
      resources: ['a', 'b', 'c'].map((name) =>
        source(name, {
          relation: {
            database: 'Lake',
            schema: 'raw',
            identifier: name === 'b' ? 'a' : name,
            name: null,
          },
        }),
      ),
    },
    ['raw.a: lake.raw.a is also raw.b', 'raw.b: lake.raw.a is also raw.a'],
  ],
  'unused-sources': [
    { resources: [source('a'), source('b'), model('m', { parents: raw('b') })] },
    ['raw.a: nothing reads it'],
  ],
  'unused-models': [
    {
      resources: [
        model('stg_a'),
        model('stg_b'),
        model('fct_c', { parents: ids('stg_b') }),
        model('other'),
      ],
    },
    ['stg_a: nothing reads it'],
  ],
  'root-models': [
    {
      resources: [
        model('a'),
        model('b', { parents: ids('a') }),
        model('c', { missingParents: ['x.y.z'] }),
      ],
    },
    ['a: no ref() and no source()'],
  ],
  'direct-join-to-source': [
    {
      resources: [
        source('s'),
        model('a', { parents: raw('s') }),
        model('b', { parents: [...ids('a'), ...raw('s')] }),
      ],
    },
    ['b: reads raw.s'],
  ],
  'downstream-dependent-on-source': [
    {
      resources: [
        source('s'),
        model('stg_a', { parents: raw('s') }),
        model('fct_b', { parents: raw('s') }),
      ],
    },
    ['fct_b: reads raw.s'],
  ],
  'multiple-sources-joined': [
    {
      resources: [
        source('s'),
        source('t'),
        model('a', { parents: raw('s', 't') }),
        model('b', { parents: raw('s') }),
      ],
    },
    ['a: reads raw.s, raw.t'],
  ],
  'source-fanout': [
    {
      resources: [
        source('s'),
        source('t'),
        model('a', { parents: raw('s', 't') }),
        model('b', { parents: raw('s') }),
      ],
    },
    ['raw.s: read by 2: a, b'],
  ],
  'model-fanout': [
    {
      resources: [
        model('a'),
        ...['x', 'y', 'z'].map((name) => model(name, { parents: ids('a') })),
        model('b'),
        ...['u', 'v'].map((name) => model(name, { parents: ids('b') })),
      ],
    },
    ['a: 3 leaves: x, y, z'],
  ],
  'rejoined-models': [
    {
      resources: [
        model('top'),
        model('between', { parents: ids('top') }),
        model('shared', { parents: ids('top') }),
        model('end', { parents: ids('between', 'shared', 'top') }),
        model('other', { parents: ids('shared') }),
      ],
    },
    ['between: only end reads it, as well as top'],
  ],
  'too-many-joins': [
    {
      resources: [
        ...'abcdefg'.split('').map((name) => model(name)),
        model('all', { parents: ids(...'abcdefg') }),
        model('most', { parents: ids(...'abcdef') }),
      ],
    },
    ['all: 7 parents'],
  ],
  'staging-dependent-on-staging': [
    {
      resources: [
        model('stg_a'),
        model('stg_b', { parents: ids('stg_a') }),
        model('int_c', { parents: ids('stg_a') }),
      ],
    },
    ['stg_b: reads stg_a'],
  ],
  'staging-dependent-on-downstream': [
    { resources: [model('fct_a'), model('stg_b', { parents: ids('fct_a') }), model('stg_c')] },
    ['stg_b: reads fct_a'],
  ],
  'model-names': [
    {
      resources: [
        at('staging', 'stg_a'),
        at('staging', 'orders'),
        at('marts', 'customers'),
        at('marts', 'sales'),
      ],
    },
    ['orders: lies in staging, so begins with stg_'],
  ],
  'model-directories': [
    {
      resources: [
        at('staging', 'stg_a'),
        at('staging', 'stg_b'),
        at('marts', 'stg_c'),
        at('marts', 'fct_d'),
      ],
    },
    ['stg_c: belongs in a folder staging, but is models/marts/stg_c.sql'],
  ],
  'source-directories': [
    {
      resources: [
        source('a', { filePath: 'models/raw/s.yml' }),
        source('b', { filePath: 'models/raw/s.yml' }),
        source('c', { filePath: 'models/s.yml' }),
      ],
    },
    ['raw.c: belongs in a folder raw, but is models/s.yml'],
  ],
  'test-directories': [
    {
      resources: [
        at('marts', 'a', { testIds: ['test.shop.x'] }),
        at('staging', 'b', { testIds: ['test.shop.y'] }),
        { ...test('x', 'a'), filePath: 'models/staging/s.yml' },
        { ...test('y', 'b'), filePath: 'models/staging/s.yml' },
      ],
    },
    ['a: tested in models/staging/s.yml'],
  ],
  'slow-models': [
    {
      resources: [model('a'), model('b')],
      runs: [90, 20, 30, 25].map((seconds, night) => {
        const run = aRun(`r${night}`, `${NIGHTS[night]}T05:00:00.000Z`, {
          'model.shop.a': 'success',
          'model.shop.b': 'success',
        });
        const results = run.results.map((result) => ({
          ...result,
          executionTime: result.uniqueId.endsWith('a') ? seconds : 30,
        }));
        return { ...run, results };
      }),
    },
    ['a: took 90 s; before, half of the runs took up to 25 s'],
  ],
  'chained-views': [
    {
      resources: 'abcdef'.split('').map((name, index) =>
        model(name, {
          parents: index === 0 ? [] : ids('abcdef'[index - 1] ?? ''),
          details: aNode({ materialized: index === 5 ? 'table' : 'view' }),
        }),
      ),
    },
    ['f: stands on 5 views on top of each other'],
  ],
  'exposure-parents-materialization': [
    {
      resources: [
        model('a', { details: aNode({ materialized: 'view' }) }),
        model('b'),
        aResource('exposure.shop.e', { parents: ids('a', 'b') }),
      ],
    },
    ['a: view, read by e'],
  ],
  'broken-contracts': [
    {
      resources: [
        model('a', {
          details: aNode({ contractEnforced: true }),
          columns: [
            column('x', { isInCatalog: false }),
            column('y', { isDeclared: false, isInCatalog: true }),
          ],
        }),
        model('b', {
          details: aNode({ contractEnforced: true }),
          columns: [column('x', { isInCatalog: true })],
        }),
      ],
      hasCatalog: true,
    },
    ['a: not there: x; not in the contract: y'],
  ],
  'public-models-without-contract': [
    {
      resources: [
        model('a', { details: aNode({ access: 'public' }) }),
        model('b', { details: aNode({ access: 'public', contractEnforced: true }) }),
      ],
    },
    ['a: public, without a contract'],
  ],
  'undocumented-public-models': [
    {
      resources: [
        model('a', { details: aNode({ access: 'public' }) }),
        model('b', {
          description: 'B',
          details: aNode({ access: 'public' }),
          columns: [column('x')],
        }),
        model('c', { description: 'C', details: aNode({ access: 'public' }) }),
      ],
    },
    ['a: no description', 'b: 0 of 1 column described'],
  ],
  'exposures-dependent-on-private-models': [
    {
      resources: [
        model('a', { details: aNode({ access: 'public' }) }),
        model('b', { details: aNode({ access: 'protected' }) }),
        aResource('exposure.shop.e', { parents: ids('a', 'b') }),
        aResource('exposure.shop.f', { parents: ids('a') }),
      ],
    },
    ['e: reads b'],
  ],
  'deprecated-models-used': [
    {
      resources: [
        model('a', { details: aNode({ deprecationDate: '2026-12-01T00:00:00.000Z' }) }),
        model('b', { details: aNode({ deprecationDate: '2026-12-01T00:00:00.000Z' }) }),
        model('c', { parents: ids('a') }),
      ],
    },
    ['a: deprecated from 2026-12-01 on; used by c'],
  ],
  'old-versions-used': [
    {
      resources: [
        ...['1', '2', '3'].map((version) =>
          model(`m.v${version}`, {
            details: aNode({
              version,
              latestVersion: '2',
              versionIds: ids('m.v1', 'm.v2', 'm.v3'),
            }),
          }),
        ),
        model('c', { parents: ids('m.v1', 'm.v2', 'm.v3') }),
      ],
    },
    ['m.v1: the latest is 2; used by c'],
  ],
  'models-without-owner': [
    { resources: [model('a'), model('b', { owner: { name: 'Ada', email: null, from: 'meta' } })] },
    ['a: no group with an owner, and no meta.owner'],
  ],
};

describe('each rule', () => {
  it.each(RULE_NAMES)('%s finds what breaks it, and nothing else', (name) => {
    const [world, expected] = CASES[name];
    expect(found(name, world)).toEqual(expected);
  });

  it.each(RULE_NAMES)('%s never takes an empty project for a fine one', (name) => {
    const { affected, unanswered } = resultOf(name, { resources: [] });
    // Two rules look at whatever there is, so that an empty project breaks neither.
    if (name === 'missing-parents' || name === 'test-directories') expect(affected).toEqual([]);
    else expect([affected, unanswered]).toEqual([null, expect.stringMatching(/\.$/)]);
  });
});

describe('findings', () => {
  const resources = [model('a', { filePath: 'models/old/a.sql' }), model('b'), model('c')];

  it('leave out what the configuration excepts, by id, name or path', () => {
    const except = ['model.shop.b', 'models/old/*'];
    const health = { rules: { 'undocumented-models': { except } } };
    expect(found('undocumented-models', { resources, health })).toEqual(['c: no description']);
  });

  it('are none of a rule that is switched off', () => {
    const health = { rules: { 'undocumented-models': 'off' as const } };
    expect(resultOf('undocumented-models', { resources, health })).toMatchObject({
      isOn: false,
      affected: null,
      unanswered: null,
    });
  });

  it('take thresholds and severities from the configuration', () => {
    const health = {
      rules: { 'documentation-coverage': { percent: 0, severity: 'error' as const } },
    };
    expect(resultOf('documentation-coverage', { resources, health })).toMatchObject({
      severity: 'error',
      affected: [],
    });
  });

  it('are about the project’s own resources, unless packages are to be judged', () => {
    const world = { resources: [...resources, aResource('model.utils.x')] };
    expect(found('undocumented-models', world)).toHaveLength(3);
    expect(found('undocumented-models', { ...world, health: { packages: true } })).toHaveLength(4);
  });

  it('tell how many there were before the newest run', () => {
    const runs = nights(
      { 'model.shop.a': 'error' },
      { 'model.shop.a': 'error', 'model.shop.b': 'error' },
    );
    expect(resultOf('failing-models', { resources, runs })).toMatchObject({ before: 2 });
    expect(resultOf('failing-models', { resources, runs: runs.slice(0, 1) }).before).toBeNull();
  });

  it('say nothing of prefixes that most of a folder goes without', () => {
    const world = {
      resources: [at('staging', 'a'), at('staging', 'b'), at('staging', 'stg_c'), at('marts', 'd')],
    };
    expect(found('model-names', world)).toBe('Most of the project does otherwise.');
  });
});
