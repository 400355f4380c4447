import { describe, expect, it } from 'vitest';
import { hasRun } from '../../runs/command.ts';
import type { TestDetails } from '../../project/details/details.ts';
import type { Resource } from '../../project/resource.ts';
import type { Run } from '../../runs/run.ts';
import { codeCell, numberCell, textCell } from '../cells.ts';
import type { Cell } from '../section.ts';
import type { ResourcePageView } from '../resource-page.ts';
import {
  aColumn,
  aContext,
  aFreshness,
  aNode,
  aResource,
  aRun,
  aSource,
  aTest,
} from '../test-context.ts';
import { buildResourcePage } from './build-resource-page.ts';

function pageOf(
  resource: Resource,
  others: readonly Resource[] = [],
  runs: readonly Run[] = [],
): ResourcePageView {
  return buildResourcePage(resource, '/models/x/', aContext([resource, ...others], runs));
}

const ORDERS = 'model.shop.orders';

describe('the description', () => {
  it('is asked of nobody where dbt has no place for one, as for hooks', () => {
    const hook = aResource('operation.shop.shop-on-run-end-0', { tags: ['on-run-end'] });
    expect(pageOf(hook).descriptionEmpty?.text).toMatch(/no place for descriptions of hooks/);
    expect(pageOf(aResource(ORDERS)).descriptionEmpty?.text).toMatch(/project’s YAML/);
    expect(pageOf(aResource('group.shop.finance')).descriptionEmpty).toBeNull();
  });
});

it('the page of an unknown type names it and shows what only that type has', () => {
  const robot = aResource('robot.shop.r2', {
    details: { kind: 'other', unknownFields: { arms: 2, tools: { left: 'saw' } } },
  });
  expect(pageOf(robot).facts).toEqual(
    expect.arrayContaining([
      { label: 'Type', value: textCell('robot') },
      { label: 'arms', value: numberCell(2) },
      { label: 'tools', value: codeCell('{"left":"saw"}') },
    ]),
  );
});

it('a test leads to the explorer at what it checks', () => {
  const orders = aResource(ORDERS);
  const customers = aResource('model.shop.customers');
  const hrefOf = (details: TestDetails, parents: readonly string[]) =>
    pageOf(aResource('test.shop.t', { parents, details }), [orders, customers]).lineage
      ?.lineageHref;
  const ofOrders = pageOf(orders).lineage?.lineageHref;
  expect(ofOrders).toMatch(/\?select=1%2Borders%2B1/);
  expect(hrefOf(aTest(), [ORDERS])).toBe(ofOrders);
  // As a relationships test reads what it is not about, too.
  const both = [customers.uniqueId, ORDERS];
  expect(hrefOf(aTest({ attachedNode: ORDERS }), both)).toBe(ofOrders);
});

it('the comment of a relation is told where it says something else than the description', () => {
  const comments = ['Orders.\n', 'Loaded nightly'].map((comment) => {
    const catalog = { type: null, owner: null, comment, stats: [] };
    const { facts } = pageOf(aResource(ORDERS, { description: 'Orders.', catalog }));
    return facts.find(({ label }) => label === 'Relation comment')?.value;
  });
  expect(comments).toEqual([undefined, textCell('Loaded nightly')]);
});

describe('the last result', () => {
  const runs = [
    aRun(
      'r3',
      '2026-11-03T05:00:00.000Z',
      { [ORDERS]: 'success' },
      { which: 'compile', hasRun: false },
    ),
    aRun('r2', '2026-11-02T05:00:00.000Z', { 'model.shop.other': 'success' }),
    aRun('r1', '2026-11-01T05:00:00.000Z', { [ORDERS]: 'error' }),
  ];

  it('is that of the newest run that really ran the resource', () => {
    expect(pageOf(aResource(ORDERS), [], runs).lastResult).toMatchObject({
      status: { word: 'error', kind: 'error' },
      at: '2026-11-01T05:00:00.000Z',
      runHref: '/docs/runs/r1/',
    });
  });

  it.each(['clone', 'list', 'docs generate'])('is not what dbt %s marked as success', (which) => {
    const marked = aRun(
      'r4',
      '2026-11-04T05:00:00.000Z',
      { [ORDERS]: 'success' },
      { which, hasRun: hasRun(which) },
    );
    expect(pageOf(aResource(ORDERS), [], [marked, ...runs]).lastResult).toMatchObject({
      status: { word: 'error', kind: 'error' },
      runHref: '/docs/runs/r1/',
    });
  });

  it('is unknown where nothing ran it', () => {
    expect(pageOf(aResource('model.shop.never'), [], runs)).toMatchObject({
      lastResult: null,
      results: null,
    });
  });

  it('of a test is never a mere success, which docs generate writes', () => {
    const test = aResource('test.shop.t', { details: aTest() });
    const run = aRun(
      'r1',
      '2026-11-01T05:00:00.000Z',
      { 'test.shop.t': 'success' },
      { which: null },
    );
    expect(pageOf(test, [], [run]).lastResult).toBeNull();
  });
});

describe('the last result of a source', () => {
  const id = 'source.shop.raw.orders';
  const details = aSource({ freshness: { warnAfter: null, errorAfter: null, filter: null } });
  const checked = aRun('r1', '2026-11-02T05:00:00.000Z', {}, { freshness: [aFreshness(id)] });

  it('is its freshness, with how old the newest record was', () => {
    const page = pageOf(aResource(id, { details }), [], [checked]);
    expect(page.lastResult).toMatchObject({ label: 'Freshness', status: { word: 'error' } });
    expect(page.facts).toEqual(
      expect.arrayContaining([
        { label: 'Newest record', value: { kind: 'time', iso: '2026-10-30T01:00:00.000Z' } },
        { label: 'Checked', value: { kind: 'time', iso: '2026-11-02T05:00:00.000Z' } },
        { label: 'Age when checked', value: { kind: 'duration', seconds: 76 * 3600 } },
      ]),
    );
  });
});

describe('what dbt never runs', () => {
  const rule = { warnAfter: { count: 1, period: 'day' }, errorAfter: null, filter: null };

  it.each([
    [aResource('model.shop.x'), 'not run'],
    [aResource('model.shop.x', { details: aNode({ materialized: 'ephemeral' }) }), 'inlined'],
    [aResource('source.shop.x', { details: aSource() }), 'no freshness rule'],
    [aResource('source.shop.x', { details: aSource({ freshness: rule }) }), 'not checked'],
    [aResource('metric.shop.x'), undefined],
    [aResource('exposure.shop.x'), undefined],
    [aResource('saved_query.shop.x'), undefined],
  ])('is not said to be not run, case %#', (parent, word) => {
    const page = pageOf(aResource(ORDERS, { parents: [parent.uniqueId] }), [parent]);
    expect(page.lineage?.graph?.nodes.map((node) => node.status?.word)).toEqual([word, 'not run']);
  });

  it('has no last status among the members of a group', () => {
    const group = aResource('group.shop.g', {
      details: { kind: 'group', contact: {}, memberIds: ['metric.shop.m', 'model.shop.m'] },
    });
    const page = pageOf(group, [aResource('metric.shop.m'), aResource('model.shop.m')]);
    const [members] = page.sections;
    expect(members?.kind === 'table' ? members.rows.map((row) => row[3]) : []).toEqual([
      { kind: 'status', status: { word: 'not run', kind: 'none' } },
      { kind: 'none', why: 'It is nothing that dbt runs.' },
    ]);
  });

  it('has no result, whatever dbt build says of it', () => {
    const run = aRun('r1', '2026-11-02T05:00:00.000Z', { 'exposure.shop.x': 'no-op' });
    expect(pageOf(aResource('exposure.shop.x'), [], [run])).toMatchObject({
      lastResult: null,
      results: null,
    });
  });
});

describe('facts', () => {
  const factOf = (resource: Resource, label: string): Cell | undefined =>
    pageOf(resource).facts.find((fact) => fact.label === label)?.value;

  it('tell what else the project says of the owner of a group', () => {
    const group = aResource('group.shop.g', {
      details: { kind: 'group', contact: { slack: '#g', pager: null }, memberIds: [] },
    });
    expect(factOf(group, 'slack')).toEqual({ kind: 'text', text: '#g' });
    expect(factOf(group, 'pager')).toBeUndefined();
  });

  it('say where an owner is named, but not of what names its own', () => {
    const owner = { name: 'Ada', email: 'ada@example.com' };
    expect(
      (['own', 'group', 'meta'] as const).map(
        (from) => pageOf(aResource(ORDERS, { owner: { ...owner, from } })).facts[0]?.label,
      ),
    ).toEqual(['Owner', 'Owner, from the group', 'Owner, from meta.owner']);
  });

  it('lead to an owner’s mail box, and nowhere where the address is none', () => {
    const owned = (email: string | null) =>
      aResource(ORDERS, { owner: { name: 'Ada', email, from: 'own' } });
    const emailOf = (email: string | null): Cell | undefined => factOf(owned(email), 'Email');
    expect(emailOf('ada@example.com')).toEqual({
      kind: 'url',
      text: 'ada@example.com',
      href: 'mailto:ada@example.com',
    });
    expect(emailOf('ask in #data')).toEqual({ kind: 'text', text: 'ask in #data' });
    expect(emailOf(null)).toBeUndefined();
  });

  it('lead to the desks of its owner and its tags', () => {
    const orders = aResource(ORDERS, {
      owner: { name: 'Ada', email: null, from: 'own' },
      tags: ['nightly'],
    });
    expect(factOf(orders, 'Owner')).toEqual({
      kind: 'pages',
      pages: [{ text: 'Ada', href: '/docs/owners/Ada/' }],
    });
    expect(factOf(orders, 'Tags')).toEqual({
      kind: 'pages',
      pages: [{ text: 'nightly', href: '/docs/tags/nightly/' }],
    });
  });

  it('give the day of a deprecation alone', () => {
    const details = aNode({ deprecationDate: '2026-11-15T00:00:00+00:00' });
    const orders = aResource(ORDERS, { details });
    expect(factOf(orders, 'Deprecation date')).toEqual({ kind: 'text', text: '2026-11-15' });
    expect(pageOf(orders).notices[0]?.text).toBe('Its deprecation date is 2026-11-15.');
  });

  it('leave out what dbt sets where a project sets nothing', () => {
    const config = {
      lookback: 1,
      on_schema_change: 'ignore',
      on_configuration_change: 'apply',
      latest_version_pointer: { enabled: null, alias: null },
      persist_docs: {},
      full_refresh: null,
      packages: [],
    };
    expect(pageOf(aResource(ORDERS, { config })).config).toEqual([]);
    const set = { lookback: 3, on_schema_change: 'fail', schema: 'marts' };
    expect(pageOf(aResource(ORDERS, { config: set })).config.map(({ label }) => label)).toEqual([
      'lookback',
      'on_schema_change',
      'schema',
    ]);
  });
});

describe('columns', () => {
  it('say how many are described and which keys they are', () => {
    const page = pageOf(
      aResource(ORDERS, {
        columns: [
          aColumn('id', {
            description: 'The key',
            isPrimaryKey: true,
            declaredType: 'int',
            catalogType: 'BIGINT',
          }),
          aColumn('address'),
          aColumn('address.city', { isDeclared: false, isInCatalog: true, catalogType: 'STRING' }),
        ],
      }),
    );
    expect(page.columns?.summary).toBe('1 of 3 columns described');
    expect(page.columns?.rows).toMatchObject([
      {
        anchor: 'column-id',
        type: 'BIGINT',
        declaredType: 'int',
        marks: ['primary key'],
        depth: 0,
      },
      { anchor: 'column-address', depth: 0, mismatch: null },
      { anchor: 'column-address.city', label: 'city', depth: 1, mismatch: null },
    ]);
  });

  it('have anchors of their own where names differ only by case', () => {
    const page = pageOf(
      aResource(ORDERS, { columns: [aColumn('ID'), aColumn('id'), aColumn('id')] }),
    );
    const anchors = page.columns?.rows.map((row) => row.anchor) ?? [];
    expect(new Set(anchors).size).toBe(3);
  });

  it('tell which command supplies them when none are known', () => {
    expect(pageOf(aResource(ORDERS)).columns?.empty).toEqual({
      title: 'No columns known',
      text: 'The project describes none, and no catalog.json was found to tell what the warehouse has.',
      command: 'dbt docs generate',
    });
  });
});

describe('tests', () => {
  it('list attached ones and singular ones that read the model, worst first', () => {
    const attached = aResource('test.shop.unique', {
      parents: [ORDERS],
      details: aTest({ attachedNode: ORDERS, columnName: 'id' }),
    });
    const singular = aResource('test.shop.no_orphans', {
      parents: [ORDERS],
      details: aTest({ isGeneric: false, testName: null }),
    });
    const elsewhere = aResource('test.shop.relationships', {
      parents: [ORDERS],
      details: aTest({ attachedNode: 'model.shop.payments' }),
    });
    const run = aRun('r1', '2026-11-01T05:00:00.000Z', {
      'test.shop.unique': 'pass',
      'test.shop.no_orphans': 'fail',
    });
    const page = pageOf(
      aResource(ORDERS, { testIds: ['test.shop.unique'] }),
      [attached, singular, elsewhere, aResource('model.shop.payments')],
      [run],
    );
    expect(page.tests?.summary).toBe('1 passing, 1 failing');
    expect(page.tests?.rows.map((row) => [row.name, row.status.word])).toEqual([
      ['no_orphans', 'fail'],
      ['unique', 'pass'],
    ]);
  });
});

describe('lineage', () => {
  it('counts direct and total, and draws the neighbours as links', () => {
    const page = pageOf(aResource(ORDERS, { parents: ['model.shop.stg'] }), [
      aResource('model.shop.stg', { parents: ['source.shop.raw'] }),
      aResource('source.shop.raw'),
      aResource('model.shop.report', { parents: [ORDERS] }),
    ]);
    expect(page.lineage).toMatchObject({ totalUpstream: 2, totalDownstream: 1 });
    expect(page.lineage?.graph?.title).toBe('orders with 1 parent and 1 child');
    expect(page.lineage?.graph?.nodes.map((node) => [node.label, node.code, node.href])).toEqual([
      ['stg', 'MDL', '/docs/models/model.shop.stg/'],
      ['orders', 'MDL', null],
      ['report', 'MDL', '/docs/models/model.shop.report/'],
    ]);
  });

  it('draws each node with the colour that the project gives it', () => {
    const page = pageOf(aResource(ORDERS, { parents: ['model.shop.stg'] }), [
      aResource('model.shop.stg', { nodeColor: '#cd7f32' }),
    ]);
    expect(page.lineage?.graph?.nodes.map(({ color }) => color)).toEqual(['#cd7f32', null]);
  });

  it('keeps a hub’s page small and says what it leaves out', () => {
    const parents = Array.from(
      { length: 5000 },
      (_, i) => `model.shop.p${String(i).padStart(4, '0')}`,
    );
    const page = pageOf(
      aResource(ORDERS, { parents }),
      parents.map((id) => aResource(id)),
    );
    expect(page.lineage?.parents).toHaveLength(300);
    expect(page.lineage?.parentsLeftOut).toBe(4700);
    expect(page.lineage?.graph?.nodes.map((node) => node.label)).toContain('4,993 more');
  });
});

describe('badges and notices', () => {
  it('mark an old version of a model', () => {
    const page = pageOf(
      aResource(ORDERS, { details: aNode({ version: '1', latestVersion: '2', access: 'public' }) }),
    );
    expect(page.badges.map((badge) => badge.text)).toEqual(['public', 'old version']);
  });

  it('say that a parent is missing', () => {
    const page = pageOf(aResource(ORDERS, { missingParents: ['model.other.gone'] }));
    expect(page.notices[0]).toMatchObject({
      title: 'Depends on something that the artifacts don’t contain',
      links: [{ name: 'gone', href: null }],
    });
  });
});
