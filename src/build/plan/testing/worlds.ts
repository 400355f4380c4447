import { DEFAULT_HEALTH, type HealthConfig, type RuleConfig } from '../../../config/health.ts';
import type { Repository } from '../../../config/repository-schema.ts';
import type { Column } from '../../../project/column.ts';
import type { MetricDetails, SemanticModelDetails } from '../../../project/details/details.ts';
import type { Resource } from '../../../project/resource.ts';
import type { Run } from '../../../runs/run.ts';
import { aFreshness, aNode, aResource, aRun, aSource, aTest } from '../../../view/test-context.ts';

const COLUMN: Column = {
  name: 'id',
  description: 'The key',
  declaredType: null,
  catalogType: null,
  comment: null,
  docBlocks: [],
  tags: [],
  meta: {},
  constraints: [],
  isPrimaryKey: true,
  foreignKeys: [
    { toId: 'model.shop.customers', toName: 'customers', toColumn: 'id', from: 'constraint' },
  ],
  testIds: ['test.shop.unique'],
  isDeclared: true,
  isInCatalog: null,
};

/** Leads somewhere when there is such a model. */
const LINK = 'Of [it](#!/model/model.shop.new).';

const KEY: Partial<Column> = {
  constraints: [{ type: 'primary_key', name: null, expression: null, columns: [] }],
};

/** One that nothing refers to. */
function aColumn(given: Partial<Column>): Column {
  return { ...COLUMN, isPrimaryKey: false, foreignKeys: [], testIds: [], ...given };
}

function aMetric(metricType: string, typeParams: Record<string, unknown>): MetricDetails {
  return {
    kind: 'metric',
    metricType,
    formula: 'a formula',
    filters: [],
    timeGranularity: null,
    typeParams,
    dimensions: [],
    timestamp: null,
    timeGrains: [],
  };
}

function aSemanticModel(aggregation: string): SemanticModelDetails {
  const element = {
    expression: null,
    description: '',
    label: null,
    granularity: null,
    timeDimension: null,
    nonAdditiveDimension: null,
    percentile: null,
  };
  return {
    kind: 'semantic_model',
    modelId: null,
    primaryEntity: null,
    defaultTimeDimension: null,
    entities: [{ ...element, name: 'sale', type: 'primary' }],
    dimensions: [
      {
        ...element,
        name: 'day',
        type: 'time',
        granularity: 'day',
        description: LINK,
      },
    ],
    measures: [{ ...element, name: 'amount', type: aggregation }],
  };
}

/** A small project with something of everything. */
const RESOURCES: readonly Resource[] = [
  aResource('source.shop.raw', {
    details: aSource(),
    description: 'See [it](#!/model/model.shop.orders2).',
    columns: [aColumn({ description: '', comment: LINK })],
  }),
  aResource('model.shop.stg', { parents: ['source.shop.raw'] }),
  aResource('model.shop.customers', {
    group: 'sales',
    owner: { name: 'Ada', email: null, from: 'meta' },
    tags: ['nightly'],
  }),
  aResource('model.shop.orders', {
    filePath: 'models/orders.sql',
    parents: ['model.shop.stg', 'model.shop.customers'],
    missingParents: ['model.other.gone'],
    macros: ['macro.shop.cents'],
    testIds: ['test.shop.unique'],
    columns: [COLUMN],
    group: 'sales',
    details: aNode({
      version: '1',
      latestVersion: '2',
      versionIds: ['model.shop.orders', 'model.shop.orders2'],
    }),
  }),
  aResource('model.shop.orders2', { details: aNode({ version: '2', latestVersion: '2' }) }),
  aResource('model.shop.report', {
    parents: ['model.shop.orders'],
    columns: [aColumn({})],
    details: aNode({ contractEnforced: true }),
  }),
  aResource('exposure.shop.board', {
    parents: ['model.shop.report'],
    details: {
      kind: 'exposure',
      exposureType: 'dashboard',
      maturity: 'low',
      url: null,
      contact: {},
    },
  }),
  aResource('source.shop.raw_too', { details: aSource() }),
  aResource('semantic_model.shop.sales', { details: aSemanticModel('sum') }),
  aResource('metric.shop.revenue', {
    parents: ['semantic_model.shop.sales'],
    details: aMetric('simple', { measure: { name: 'amount' } }),
  }),
  aResource('metric.shop.double', {
    parents: ['metric.shop.revenue'],
    details: aMetric('derived', { metrics: [{ name: 'revenue' }] }),
  }),
  aResource('saved_query.shop.q', {
    parents: ['metric.shop.revenue'],
    details: {
      kind: 'saved_query',
      metrics: ['revenue'],
      groupBy: [],
      where: [],
      orderBy: [],
      limit: null,
      exports: [],
    },
  }),
  aResource('macro.shop.cents', { details: { kind: 'macro', arguments: [] } }),
  aResource('group.shop.sales', {
    name: 'sales',
    details: {
      kind: 'group',
      contact: {},
      memberIds: ['model.shop.customers', 'model.shop.orders'],
    },
  }),
  aResource('test.shop.unique', {
    parents: ['model.shop.orders'],
    details: aTest({ attachedNode: 'model.shop.orders', columnName: 'id' }),
  }),
  aResource('test.shop.singular', {
    parents: ['model.shop.orders'],
    details: aTest({ isGeneric: false, testName: null }),
  }),
  aResource('unit_test.shop.u', {
    parents: ['model.shop.orders'],
    details: {
      kind: 'unit_test',
      testedNode: 'model.shop.orders',
      modelName: 'orders',
      given: [],
      expect: { input: 'expect', format: 'dict', columns: [], rows: [], text: null, fixture: null },
      overrides: {},
    },
  }),
];

const RUN = aRun('r1', '2026-11-01T05:00:00.000Z', {
  'model.shop.orders': 'success',
  'model.shop.stg': 'success',
  'test.shop.unique': 'pass',
});

/** A project with its runs and settings. */
export interface World {
  readonly resources: readonly Resource[];
  readonly runs: readonly Run[];
  readonly hasCatalog: boolean;
  /** When the manifest was written, ISO 8601 UTC. */
  readonly generatedAt: string;
  readonly repository?: Repository;
  readonly health?: HealthConfig;
}

export const WORLD: World = {
  resources: RESOURCES,
  runs: [RUN],
  hasCatalog: true,
  generatedAt: '2026-11-02T05:00:00.000Z',
};

export function withResource(id: string, given: Partial<Resource>): World {
  return {
    ...WORLD,
    resources: RESOURCES.map((resource) =>
      resource.uniqueId === id ? { ...resource, ...given } : resource,
    ),
  };
}

export function withRun(outcomes: Record<string, string>, given: Partial<Run> = {}): World {
  return { ...WORLD, runs: [aRun('r2', '2026-11-02T05:00:00.000Z', outcomes, given), RUN] };
}

function withRule(given: Partial<RuleConfig>): HealthConfig {
  const name = 'undocumented-models';
  const rules = { ...DEFAULT_HEALTH.rules, [name]: { ...DEFAULT_HEALTH.rules[name], ...given } };
  return { ...DEFAULT_HEALTH, rules };
}

const REPOSITORY = { url: 'https://github.com/acme/shop', branch: 'main', subdirectory: '' };

/** Each a change somewhere in the world, of a kind that pages elsewhere may show. */
export const CHANGES: readonly (readonly [what: string, world: World])[] = [
  ['a rule’s severity', { ...WORLD, health: withRule({ severity: 'error' }) }],
  ['a rule that is off', { ...WORLD, health: withRule({ isOn: false }) }],
  ['the repository', { ...WORLD, repository: REPOSITORY }],
  ['a description', withResource('model.shop.orders', { description: 'New' })],
  ['compiled code', withResource('model.shop.orders', { compiledCode: 'select 1' })],
  ['a parent’s name', withResource('model.shop.stg', { name: 'renamed' })],
  ['a grandparent’s name', withResource('source.shop.raw', { name: 'renamed' })],
  [
    'a parent more',
    withResource('model.shop.report', { parents: ['model.shop.orders', 'model.shop.stg'] }),
  ],
  ['a parent less', withResource('model.shop.report', { parents: [] })],
  [
    'a parent that is gone',
    withResource('model.shop.report', { missingParents: ['model.other.x'] }),
  ],
  [
    'a parent’s parent more',
    withResource('model.shop.stg', { parents: ['source.shop.raw', 'model.shop.orders2'] }),
  ],
  [
    'an owner’s address',
    withResource('model.shop.customers', {
      owner: { name: 'Ada', email: 'ada@x.test', from: 'meta' },
    }),
  ],
  [
    'an owner',
    withResource('model.shop.report', { owner: { name: 'Ada', email: null, from: 'meta' } }),
  ],
  [
    'a tested model’s owner',
    withResource('model.shop.orders', { owner: { name: 'Ada', email: null, from: 'meta' } }),
  ],
  ['a tag', withResource('model.shop.report', { tags: ['nightly'] })],
  ['a macro’s caller', withResource('model.shop.report', { macros: ['macro.shop.cents'] })],
  ['a macro', withResource('macro.shop.cents', { rawCode: '{% macro cents() %}' })],
  [
    'a member’s access',
    withResource('model.shop.customers', { details: aNode({ access: 'public' }) }),
  ],
  ['a group’s description', withResource('group.shop.sales', { description: 'Sales' })],
  ['another version’s name', withResource('model.shop.orders2', { name: 'orders_next' })],
  ['a referenced model’s name', withResource('model.shop.customers', { name: 'people' })],
  [
    'what a test demands',
    withResource('test.shop.unique', {
      details: aTest({ attachedNode: 'model.shop.orders', columnName: 'id', where: 'x > 0' }),
    }),
  ],
  [
    'what a test is attached to',
    withResource('test.shop.unique', { details: aTest({ attachedNode: 'model.shop.stg' }) }),
  ],
  ['a singular test’s SQL', withResource('test.shop.singular', { compiledCode: 'select 2' })],
  ['a unit test’s name', withResource('unit_test.shop.u', { name: 'other' })],
  [
    'a resource more',
    {
      ...WORLD,
      resources: [...RESOURCES, aResource('model.shop.new', { parents: ['model.shop.orders'] })],
    },
  ],
  [
    'a resource less',
    { ...WORLD, resources: RESOURCES.filter(({ uniqueId }) => uniqueId !== 'model.shop.stg') },
  ],
  ['a failure', withRun({ 'model.shop.orders': 'error' })],
  ['a parent’s failure', withRun({ 'model.shop.stg': 'error' })],
  ['a test’s failure', withRun({ 'test.shop.unique': 'fail' })],
  ['a test’s first result', withRun({ 'test.shop.singular': 'warn' })],
  ['a run’s command', withRun({ 'model.shop.orders': 'success' }, { command: 'dbt retry' })],
  ['a run’s target', withRun({ 'model.shop.orders': 'success' }, { target: 'dev' })],
  [
    'how a model is built',
    withResource('model.shop.report', { details: aNode({ materialized: 'ephemeral' }) }),
  ],
  ['a parent’s colour', withResource('model.shop.stg', { nodeColor: '#cd7f32' })],
  [
    'a freshness rule',
    withResource('source.shop.raw', {
      details: aSource({
        freshness: { warnAfter: { count: 1, period: 'day' }, errorAfter: null, filter: null },
      }),
    }),
  ],
  [
    'what a test reads beside its model',
    withResource('test.shop.singular', {
      parents: ['model.shop.orders', 'model.shop.orders2'],
      details: aTest({ isGeneric: false, testName: null }),
    }),
  ],
  [
    'a stale source',
    withRun(
      {},
      {
        freshness: [
          {
            uniqueId: 'source.shop.raw',
            status: 'error',
            kind: 'error',
            maxLoadedAt: null,
            snapshottedAt: null,
            age: 9,
            warnAfter: null,
            errorAfter: null,
            error: null,
          },
        ],
      },
    ),
  ],
  [
    'what lies further up than its neighbours',
    withRun({ 'source.shop.raw': 'success' }, { freshness: [aFreshness('source.shop.raw')] }),
  ],
  ['the age of everything', withRun({}, { completedAt: '2027-01-01T00:00:00.000Z' })],
  ['a catalog', { ...WORLD, hasCatalog: false }],
  ['a newer manifest', { ...WORLD, generatedAt: '2027-11-02T05:00:00.000Z' }],
  [
    'another version’s column',
    withResource('model.shop.orders2', { columns: [{ ...COLUMN, name: 'extra', testIds: [] }] }),
  ],
  ['another version’s SQL', withResource('model.shop.orders2', { rawCode: 'select 2' })],
  [
    'how a measure aggregates',
    withResource('semantic_model.shop.sales', { details: aSemanticModel('max') }),
  ],
  [
    'what a metric is computed from',
    withResource('metric.shop.revenue', {
      details: aMetric('simple', { measure: { name: 'amount', fill_nulls_with: 0 } }),
    }),
  ],
  ['a metric’s name', withResource('metric.shop.revenue', { name: 'income' })],
  ['a semantic model’s name', withResource('semantic_model.shop.sales', { name: 'till' })],
  ['a neighbour’s name', withResource('source.shop.raw_too', { name: 'aaa' })],
  ['what is hidden', withResource('model.shop.stg', { isShown: false })],
  [
    'the freshness of another table of a source',
    withRun({}, { freshness: [aFreshness('source.shop.raw_too', { age: 1 })] }),
  ],
  [
    'what a rule finds far above an exposure',
    withResource('model.shop.stg', { description: 'New' }),
  ],
  ['a test that fails far above an exposure', withRun({ 'unit_test.shop.u': 'fail' })],
  ['a column that is a key', withResource('model.shop.report', { columns: [aColumn(KEY)] })],
  [
    'a column that the warehouse lost',
    withResource('model.shop.report', { columns: [aColumn({ isInCatalog: false })] }),
  ],
  [
    'an owner whose desk had another’s address',
    {
      ...WORLD,
      resources: [
        ...RESOURCES,
        aResource('analysis.shop.a', { owner: { name: 'ADA', email: null, from: 'meta' } }),
      ],
    },
  ],
  ['a description made of a doc block', withResource('model.shop.orders', { docBlocks: ['x'] })],
];
