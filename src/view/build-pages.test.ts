import { describe, expect, it } from 'vitest';
import { buildHomePage } from './build-home-page.ts';
import { buildListPages } from './build-list-pages.ts';
import { buildRunPage, buildRunsPages } from './build-run-pages.ts';
import { coherenceChecks } from './coherence.ts';
import { COLLECTIONS } from './collection.ts';
import { aContext, aResource, aRun, aTest } from './test-context.ts';

const [MODELS] = COLLECTIONS;
const DAY = '2026-11-02T05:00:00.000Z';

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
});

describe('lists', () => {
  it('group by folder and leave out what the project hides', () => {
    const context = aContext([
      aResource('model.shop.b', { fqn: ['shop', 'marts', 'finance', 'b'] }),
      aResource('model.shop.a', { fqn: ['shop', 'staging', 'a'] }),
      aResource('model.shop.hidden', { isShown: false }),
    ]);
    const pages = buildListPages(MODELS, [...context.project.resources.values()], context);
    expect(pages).toHaveLength(1);
    expect(pages[0]?.view.summary).toBe('2 models; 1 kept out of the docs');
    expect(pages[0]?.view.rows.map((row) => [row.group, row.link.name])).toEqual([
      ['marts / finance', 'b'],
      ['staging', 'a'],
    ]);
  });
});

describe('a run', () => {
  const context = aContext(
    [
      aResource('model.shop.a'),
      aResource('model.shop.b', { parents: ['model.shop.a'] }),
      aResource('model.shop.c', { parents: ['model.shop.b'] }),
      aResource('model.shop.d'),
    ],
    [
      aRun(
        'r1',
        DAY,
        {
          'model.shop.a': 'error',
          'model.shop.b': 'skipped',
          'model.shop.c': 'skipped',
          'model.shop.d': 'success',
        },
        { kind: 'error' },
      ),
    ],
  );

  it('shows failures first, with what each blocked', () => {
    const [run] = context.history.runs;
    if (run === undefined) throw new Error('no run');
    const page = buildRunPage(run, 0, context);
    expect(
      page.failures.map((row) => [row.link.name, row.blocked.map((link) => link.name)]),
    ).toEqual([['a', ['b', 'c']]]);
    expect(page.head.title).toBe('dbt build, 2026-11-02 05:00 UTC');
  });

  it('is listed with its counts', () => {
    expect(buildRunsPages(context)[0]?.view.rows[0]).toMatchObject({
      status: { word: 'failed', kind: 'error' },
      counts: [
        { status: { word: 'passed', kind: 'success' }, count: 1 },
        { status: { word: 'failed', kind: 'error' }, count: 1 },
        { status: { word: 'skipped', kind: 'skipped' }, count: 2 },
      ],
    });
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
