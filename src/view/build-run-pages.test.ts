import { describe, expect, it } from 'vitest';
import { commandLine } from '../runs/command.ts';
import type { Run } from '../runs/run.ts';
import { buildRunPages } from './build-run-pages.ts';
import { buildRunsPages, runRow } from './build-runs-pages.ts';
import type { ViewContext } from './context.ts';
import type { RunPageView } from './run-page.ts';
import { ALONE } from './runs/run-places.ts';
import { aContext, aFreshness, aResource, aRun } from './test-context.ts';

const DAY = '2026-11-02T05:00:00.000Z';

function pagesOf(context: ViewContext): { path: string; view: RunPageView }[] {
  const run = context.history.run(context.history.runs[0]?.id ?? '');
  return run === null ? [] : buildRunPages(run, ALONE, context);
}

function firstOf(context: ViewContext): RunPageView {
  const [first] = pagesOf(context);
  if (first === undefined) throw new Error('The history has no run.');
  return first.view;
}

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
    const page = firstOf(context);
    expect(
      page.failures.map((row) => [
        row.link.name,
        row.resultHref,
        row.blocked.map((link) => link.name),
      ]),
    ).toEqual([['a', '#node-model.shop.a', ['b', 'c']]]);
    expect(page.head.title).toBe('dbt build, 2026-11-02 05:00 UTC');
  });

  it('is one page when it is short', () => {
    expect(pagesOf(context).map(({ path, view }) => [path, view.pagination])).toEqual([
      ['/runs/r1/', null],
    ]);
  });

  it('is listed with its counts', () => {
    expect(buildRunsPages(context)[0]?.view.rows[0]).toMatchObject({
      status: { word: 'failed', kind: 'error' },
      counts: [
        { key: 'success', status: { word: 'passed', kind: 'success' }, count: 1 },
        { key: 'error', status: { word: 'failed', kind: 'error' }, count: 1 },
        { key: 'skipped', status: { word: 'skipped', kind: 'skipped' }, count: 2 },
      ],
    });
  });

  it('counts what there was nothing to do for apart from what was skipped', () => {
    const run = aRun('r1', DAY, {
      'model.shop.a': 'success',
      'model.shop.b': 'reused',
      'exposure.shop.x': 'no-op',
      'exposure.shop.y': 'no-op',
    });
    expect(runRow(run, aContext([])).counts).toEqual([
      { key: 'success', status: { word: 'passed', kind: 'success' }, count: 1 },
      { key: 'no_op', status: { word: 'no-op', kind: 'skipped' }, count: 2 },
      { key: 'reused', status: { word: 'reused', kind: 'skipped' }, count: 1 },
    ]);
  });

  it('says what results mean of a command that ran nothing', () => {
    const marked = (which: string): string | undefined => {
      const run = aRun('r1', DAY, { 'model.shop.d': 'success' }, { which, hasRun: false });
      return firstOf(aContext([], [run])).notices[0]?.text;
    };
    expect([marked('compile'), marked('clone')]).toMatchInlineSnapshot(`
      [
        "dbt compile marks what it looked at as success without running it, so these results don’t count as outcomes anywhere on this site.",
        "dbt clone copies what another target built and runs nothing of it, so these results don’t count as outcomes anywhere on this site.",
      ]
    `);
  });

  it('says how many batches of a microbatch model succeeded', () => {
    const plain = aRun('r1', DAY, { 'model.shop.d': 'partial success' });
    const interval = [DAY, DAY] as const;
    const run: Run = {
      ...plain,
      results: plain.results.map((result) => ({
        ...result,
        batches: { successful: [interval, interval, interval], failed: [interval] },
      })),
    };
    expect(firstOf(aContext([], [run])).results[0]?.batches).toMatchObject({
      text: '3 of 4 batches; failed: 2026-11-02 05:00 UTC',
      rows: [{ hasFailed: true }, {}, {}, { interval: '2026-11-02 05:00 UTC', hasFailed: false }],
      leftOut: 0,
    });
    expect(firstOf(context).results[0]?.batches).toBeNull();
  });

  it('says that the path could not be shorter only where each node waited for its parent', () => {
    const plain = aRun('r1', DAY, { 'model.shop.a': 'success', 'model.shop.b': 'success' });
    const ran = (starts: readonly string[], ends: readonly string[]): boolean | undefined => {
      const time = (second = ''): string => `2026-11-02T05:00:0${second}.000Z`;
      const results = plain.results.map((result, at) => ({
        ...result,
        startedAt: time(starts[at]),
        completedAt: time(ends[at]),
      }));
      const { project } = context;
      return firstOf(aContext([...project.resources.values()], [{ ...plain, results }])).timing
        ?.path.isInTurn;
    };
    expect([ran(['1', '2'], ['2', '3']), ran(['1', '1'], ['2', '3'])]).toEqual([true, false]);
  });

  it('doesn’t claim that nothing was active where clocks ran backwards', () => {
    const plain = aRun('r1', DAY, { 'model.shop.a': 'success', 'model.shop.d': 'success' });
    const run: Run = {
      ...plain,
      results: plain.results.map((result, at) => ({
        ...result,
        startedAt: `2026-11-02T05:00:0${4 + at}.000Z`,
        completedAt: '2026-11-02T05:00:01.000Z',
      })),
    };
    const tiles = firstOf(aContext([], [run])).timing?.tiles ?? [];
    expect(tiles.find(({ label }) => label === 'Average active')).toMatchObject({
      value: '—',
      note: 'nobody knows when one of the nodes ended',
    });
  });
});

describe('a run without results', () => {
  const without = (given: Partial<Run>): RunPageView =>
    firstOf(aContext([], [aRun('r1', DAY, {}, { kind: 'none', isLogOnly: true, ...given })]));

  it('offers no command to copy where none is known', () => {
    const labels = (page: RunPageView) => page.facts.map(({ label }) => label);
    const unknown = without({ which: null, command: commandLine(null, {}) });
    expect([unknown.hasCommand, labels(unknown).includes('Command')]).toEqual([false, false]);
    const known = without({ command: 'dbt ls' });
    expect([known.hasCommand, labels(known).includes('Command')]).toEqual([true, true]);
  });

  it('says why it failed', () => {
    const failed = { which: 'parse', hasRun: false, kind: 'error', errors: ['Oh\n  no'] } as const;
    const page = without(failed);
    expect(page.run).toMatchObject({
      status: { word: 'failed', kind: 'error' },
      counts: [],
      resultCount: null,
    });
    expect(page.notices).toEqual([
      { tone: 'error', title: 'The command failed', text: 'Oh\n  no' },
    ]);
    expect(page.resultsEmpty?.text).toBe('The command failed before it had any.');
  });

  it.each([
    [{ which: 'docs generate', hasRun: false }, 'dbt docs generate builds and tests nothing.'],
    [{}, 'Only the log of this invocation was found, so what came of it is unknown.'],
    [
      { isLogOnly: false },
      'Nothing was selected, or the invocation stopped before it ran anything. Its log may say more.',
    ],
  ])('with %j says %j', (given, text) => {
    const page = without(given);
    expect(page.resultsEmpty).toEqual({ title: 'No results', text, command: null });
    expect(page.notices).toEqual([]);
  });
});

describe('a run with many results', () => {
  const outcomes = Array.from({ length: 1200 }, (_, at) => [
    `model.shop.m${String(at).padStart(4, '0')}`,
    at < 450 || (at >= 1050 && at % 2 === 0) ? 'success' : 'error',
  ]);
  const run = aRun('r1', DAY, Object.fromEntries(outcomes), {
    freshness: Array.from({ length: 520 }, (_, at) =>
      aFreshness(`source.shop.raw.t${at}`, at < 519 ? { status: 'pass', kind: 'success' } : {}),
    ),
  });
  const pages = pagesOf(aContext([], [run]));
  const [first, second, third] = pages;

  it('has 500 to a page', () => {
    expect(
      pages.map(({ path, view }) => [path, view.results.length, view.pagination?.number]),
    ).toEqual([
      ['/runs/r1/', 500, 1],
      ['/runs/r1/page/2/', 500, 2],
      ['/runs/r1/page/3/', 200, 3],
    ]);
    expect(third?.view.pagination?.previousHref).toBe('/docs/runs/r1/page/2/');
    expect(second?.view.results[0]?.anchor).toBe('node-model.shop.m0500');
  });

  it('spells out 100 failures, links each to the page of its result, and counts the rest', () => {
    const failures = first?.view.failures ?? [];
    expect(failures).toHaveLength(100);
    expect(first?.view.failuresLeftOut).toBe(575);
    expect([failures[0], failures[50]].map((row) => row?.resultHref)).toEqual([
      '#node-model.shop.m0450',
      '/docs/runs/r1/page/2/#node-model.shop.m0500',
    ]);
  });

  it('shows 500 checks of sources, the worst of all first', () => {
    expect(first?.view.freshness).toHaveLength(500);
    expect(first?.view.freshnessLeftOut).toBe(20);
    expect(first?.view.freshness[0]?.link.name).toBe('raw.t519');
  });

  it('has nothing but results on later pages', () => {
    expect(second?.view).toMatchObject({
      facts: [],
      notices: [],
      failures: [],
      timing: null,
      comparison: null,
      freshness: [],
      log: null,
      previousHref: null,
    });
    expect(second?.view.head).toMatchObject({
      title: 'dbt build, 2026-11-02 05:00 UTC',
      href: '/docs/runs/r1/page/2/',
      jsonHref: null,
    });
    expect(second?.view.head.breadcrumbs.map(({ href }) => href)).toEqual([
      '/docs/runs/',
      '/docs/runs/r1/',
      null,
    ]);
    expect(first?.view.head.jsonHref).toBe('/docs/runs/r1.json');
  });
});
