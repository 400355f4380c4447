import { describe, expect, it } from 'vitest';
import type { FreshnessResult } from '../runs/run.ts';
import { buildHomePage } from './build-home-page.ts';
import { buildList } from './build-list.ts';
import { coherenceChecks } from './coherence.ts';
import { COLLECTIONS } from './collection.ts';
import type { ViewContext } from './context.ts';
import { aContext, aFreshness, aResource, aRun, aSource, aTest } from './test-context.ts';

const [MODELS, SOURCES] = COLLECTIONS;
const DAY = '2026-11-02T05:00:00.000Z';

function staleSource(result: Partial<FreshnessResult>): ViewContext {
  const id = 'source.shop.raw.orders';
  return aContext(
    [aResource(id, { details: aSource() })],
    [aRun('r1', DAY, {}, { freshness: [aFreshness(id, result)] })],
  );
}

describe('home', () => {
  it('says what failed and why, worst first', () => {
    const context = aContext(
      [
        aResource('model.shop.orders', { testIds: ['test.shop.unique'] }),
        aResource('model.shop.fine'),
        aResource('test.shop.unique', { details: aTest({ attachedNode: 'model.shop.orders' }) }),
      ],
      [
        aRun('r1', DAY, {
          'model.shop.orders': 'error',
          'test.shop.unique': 'warn',
          'model.shop.fine': 'success',
        }),
      ],
    );
    const home = buildHomePage('Shop', [{ collection: MODELS, count: 2 }], context);
    expect(home.attention.map(({ link, reason }) => [link.name, reason])).toEqual([
      ['orders', 'Its last run says error'],
      ['unique', 'Test unique on orders says warn'],
    ]);
    expect(home.tiles.map(({ label, count }) => [label, count])).toEqual([
      ['Failing', 1],
      ['Warning', 1],
      ['Stale sources', null],
      ['Without description', 2],
    ]);
  });

  it('doesn’t claim that all is clear when nothing is known', () => {
    const home = buildHomePage('Shop', [], aContext([aResource('model.shop.orders')]));
    expect(home.attentionEmpty?.title).toBe('Nothing is known of any run');
    expect(home.tiles[0]?.count).toBeNull();
  });

  it('doesn’t claim that all is clear when the newest run failed before it had results, and says so', () => {
    const crashed = aRun(
      'r1',
      DAY,
      {},
      {
        kind: 'error',
        isLogOnly: true,
        errors: ['Encountered an error:\nDatabase Error\n  Oh no\n  at all'],
      },
    );
    const fine = aRun('r0', '2026-10-01T05:00:00.000Z', { 'model.shop.orders': 'success' });
    const docs = aRun('r2', '2026-11-03T06:00:00.000Z', {}, { hasRun: false });
    for (const runs of [[crashed], [crashed, fine], [docs, crashed, fine]]) {
      const home = buildHomePage('Shop', [], aContext([aResource('model.shop.orders')], runs));
      expect(home.attentionEmpty).toBeNull();
      expect(home.failedRun).toEqual({
        command: 'dbt build',
        href: '/docs/runs/r1/',
        at: DAY,
        message: 'Database Error: Oh no',
      });
      expect(home.lastRun?.href).toBe('/docs/runs/r1/');
    }
  });

  it('says that all is clear only of what was looked at', () => {
    const ids = ['model.shop.orders', 'model.shop.old', 'source.shop.raw.orders'];
    const resources = ids.map((id) => aResource(id));
    const runs = [aRun('r1', DAY, { 'model.shop.orders': 'success' })];
    const home = buildHomePage('Shop', [], aContext(resources, runs));
    expect(home.attentionEmpty).toEqual({
      title: 'Nothing in trouble that is known',
      text: 'Nothing failed or warned when it last ran. How fresh sources are is not known: dbt source freshness tells. Of 1 resource too little is known to tell how they are.',
      command: null,
    });
  });

  it('tells browsers how old its artifacts are, and when that is old', () => {
    const context = aContext([], [aRun('r1', DAY, {})]);
    expect(buildHomePage('Shop', [], context, 48).age).toEqual({
      newestAt: context.history.runs[0]?.completedAt,
      staleAfterHours: 48,
    });
    expect(buildHomePage('Shop', [], context, null).age).toBeNull();
  });

  it('says of a stale source how old its data was, and how old it may be', () => {
    const reasonOf = (result: Partial<FreshnessResult>): string | undefined =>
      buildHomePage('Shop', [], staleSource(result)).attention[0]?.reason;
    expect(reasonOf({})).toBe('Its newest row was 3 d 4 h old when checked; error after 2 days');
    expect(reasonOf({ status: 'warn', kind: 'warn' })).toBe(
      'Its newest row was 3 d 4 h old when checked; warn after 12 hours',
    );
    expect(reasonOf({ errorAfter: null })).toBe('Its newest row was 3 d 4 h old when checked');
    expect(reasonOf({ age: null })).toBe('Its data was stale when it was last checked');
    expect(reasonOf({ status: 'runtime error' })).toBe('Its freshness could not be checked');
  });

  it('leads from a count to what it counts', () => {
    const hrefs = (status: string): (readonly [string, string])[] =>
      buildHomePage(
        'Shop',
        [],
        aContext([aResource('model.shop.a')], [aRun('r1', DAY, { 'model.shop.a': status })]),
      ).tiles.map(({ label, href }) => [label, href]);
    expect(hrefs('error').slice(0, 2)).toEqual([
      ['Failing', '/docs/#attention'],
      ['Warning', '/docs/runs/'],
    ]);
    expect(hrefs('success')[0]).toEqual(['Failing', '/docs/runs/']);
    expect(hrefs('success')[3]).toEqual([
      'Without description',
      '/docs/search/?q=missing:description+type:model,source,seed,snapshot,exposure,metric',
    ]);
  });

  it('leads from warnings behind ten failures to all findings', () => {
    const failed = Array.from({ length: 10 }, (_, at) => `model.shop.f${at}`);
    const statuses = Object.fromEntries(failed.map((id) => [id, 'error']));
    const resources = [...failed, 'model.shop.w'].map((id) => aResource(id));
    const run = aRun('r1', DAY, { ...statuses, 'model.shop.w': 'warn' });
    const { tiles } = buildHomePage('Shop', [], aContext(resources, [run]));
    expect(tiles[1]).toMatchObject({ label: 'Warning', count: 1, href: '/docs/health/' });
  });

  it('links the overview to pages of this site', () => {
    const context = aContext([aResource('model.shop.a')]);
    const project = {
      ...context.project,
      overviews: new Map([['', 'See [a](#!/model/model.shop.a).']]),
    };
    expect(buildHomePage('Shop', [], { ...context, project }).overview).toBe(
      'See [a](/docs/models/model.shop.a/).',
    );
  });

  it('lets packages speak of themselves, the root package too, and nothing twice', () => {
    const context = aContext([aResource('model.shop.a')]);
    const homeWith = (overviews: ReadonlyMap<string, string>) =>
      buildHomePage('Shop', [], {
        ...context,
        project: { ...context.project, packages: ['shop', 'till', 'dbt_utils'], overviews },
      });
    const own = [
      ['till', 'Tills.'],
      ['shop', 'The shop.'],
    ] as const;
    expect(homeWith(new Map([['', 'All.'], ...own])).packageOverviews).toEqual([
      { name: 'shop', markdown: 'The shop.' },
      { name: 'till', markdown: 'Tills.' },
    ]);
    expect(homeWith(new Map(own))).toMatchObject({
      overview: 'The shop.',
      packageOverviews: [{ name: 'till', markdown: 'Tills.' }],
    });
  });
});

describe('lists', () => {
  it('group by folder and leave out what the project hides', () => {
    const context = aContext([
      aResource('model.shop.b', { fqn: ['shop', 'marts', 'finance', 'b'] }),
      aResource('model.shop.a', { fqn: ['shop', 'staging', 'a'] }),
      aResource('model.shop.hidden', { isShown: false }),
    ]);
    const { pages } = buildList(MODELS, [...context.project.resources.values()], context);
    expect(pages).toHaveLength(1);
    expect(pages[0]?.view().summary).toBe('2 models; 1 kept out of the docs');
    expect(pages[0]?.view().rows.map((row) => [row.group, row.name])).toEqual([
      ['marts / finance', 'b'],
      ['staging', 'a'],
    ]);
  });

  it('count the rows of a group on all pages', () => {
    const context = aContext(
      Array.from({ length: 700 }, (_, at) =>
        aResource(`model.shop.m${at}`, { fqn: ['shop', at < 50 ? 'a' : 'b', `m${at}`] }),
      ),
    );
    const { pages } = buildList(MODELS, [...context.project.resources.values()], context);
    expect(pages.map(({ view }) => [view().rows.length, view().groups])).toEqual([
      [
        500,
        [
          { title: 'a', id: 'in-a', count: 50 },
          { title: 'b', id: 'in-b', count: 650 },
        ],
      ],
      [200, [{ title: 'b', id: 'in-b', count: 650 }]],
    ]);
  });

  it('say how old the data of a source was', () => {
    const context = staleSource({});
    const {
      pages: [list],
    } = buildList(SOURCES, [...context.project.resources.values()], context);
    const at = list?.view().columns.findIndex(({ id }) => id === 'age') ?? -1;
    expect(list?.view().rows[0]?.cells[at]).toEqual({ kind: 'duration', seconds: 76 * 3600 });
  });
});

describe('coherence', () => {
  const file = (kind: string, invocationId: string, dbtVersion = '1.11.0') => ({
    kind,
    invocationId,
    dbtVersion,
    state: 'read' as const,
  });

  it('is fine when one invocation wrote catalog and manifest', () => {
    const context = aContext([aResource('model.shop.a')]);
    expect(
      coherenceChecks([file('manifest', 'i1'), file('catalog', 'i1')], ['model.shop.a'], context),
    ).toEqual([
      {
        title: 'Catalog and manifest',
        state: 'ok',
        text: 'Both were written by the same invocation.',
      },
    ]);
  });

  it('says when the catalog is of another state of the project', () => {
    const context = aContext([aResource('model.shop.a')]);
    const [check] = coherenceChecks([file('manifest', 'i1')], ['model.shop.gone'], context);
    expect(check).toMatchObject({ state: 'differs' });
    expect(check?.text).toContain('1 relation of the catalog is not in the manifest');
  });

  it('says when run results speak of another project', () => {
    const context = aContext(
      [aResource('model.shop.a')],
      [aRun('r1', DAY, { 'model.other.x': 'success' })],
    );
    expect(coherenceChecks([], null, context)).toMatchObject([
      { title: 'Newest run results and manifest', state: 'differs' },
    ]);
  });

  it('says when the files come from different versions of dbt', () => {
    const checks = coherenceChecks(
      [file('manifest', 'i1', '1.10.0'), file('sources', 'i2')],
      null,
      aContext([]),
    );
    expect(checks[0]?.text).toContain('1.10.0, 1.11.0');
  });
});
