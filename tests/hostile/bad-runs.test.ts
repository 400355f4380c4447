import { describe, expect, it } from 'vitest';
import { artifactFiles, folderWith } from './artifacts-folder.ts';
import type { Files } from './artifacts-folder.ts';
import { buildSite, readText, siteFiles } from './built-site.ts';
import { brief, expectGoodSite } from './expect-site.ts';
import type { GoodSite } from './expect-site.ts';
import type { Json, JsonObject } from './json.ts';
import { INVOCATION, manifest, metadata, model, result, runResults } from './artifact-pieces.ts';

const orders = { 'manifest.json': JSON.stringify(manifest({ nodes: [model('orders')] })) };

function build(files: Files): GoodSite {
  return expectGoodSite(buildSite(folderWith({ ...orders, ...files })));
}

const ORDERS_PAGE = 'models/model.shop.orders/index.html';

function runPages(site: GoodSite): string[] {
  return siteFiles(site.folder).filter((file) => /^runs\/[^/]+\/index\.html$/.test(file));
}

function run(id: string, results: readonly JsonObject[], extra: JsonObject = {}): string {
  return JSON.stringify(
    runResults(results, {
      metadata: { ...metadata('run-results/v6'), invocation_id: id },
      ...extra,
    }),
  );
}

describe('runs that do not fit', () => {
  it('shows one run where two folders hold the same one', () => {
    const text = run(INVOCATION, [result('model.shop.orders')]);
    const site = build({ 'runs/a/run_results.json': text, 'runs/b/run_results.json': text });
    expect(runPages(site)).toEqual([`runs/${INVOCATION}/index.html`]);
  });

  it('keeps the fuller one of two files of one run, and says so', () => {
    const site = build({
      'runs/a/run_results.json': run(INVOCATION, []),
      'runs/b/run_results.json': run(INVOCATION, [result('model.shop.orders')]),
    });
    expect(runPages(site)).toHaveLength(1);
    expect(brief(site).join()).toContain('InvocationTwice');
    expect(readText(site.folder, `runs/${INVOCATION}/index.html`)).toContain('orders');
  });

  it('shows the other runs when one file is half written', () => {
    const whole = run(INVOCATION, [result('model.shop.orders')]);
    const site = build({
      'runs/a/run_results.json': whole,
      'runs/b/run_results.json': whole.slice(0, whole.length - 40),
    });
    expect(runPages(site)).toHaveLength(1);
    expect(brief(site).join()).toContain('ArtifactNotJson runs/b/run_results.json');
  });

  it('shows results of another project without links to pages that are not there', () => {
    const site = build({ 'run_results.json': run('other-run', [result('model.bank.accounts')]) });
    const page = readText(site.folder, 'runs/other-run/index.html');
    expect(page).toContain('model.bank.accounts');
    expect(page).not.toMatch(/href="[^"]*model\.bank\.accounts/);
  });

  it.each<[string, Json]>([
    ['null', null],
    ['a list', []],
    ['a number', 3],
    ['a result without an id', { status: 'success' }],
    ['a result without a status', { unique_id: 'model.shop.orders' }],
    ['a result whose id is a number', { unique_id: 7, status: 'success' }],
  ])('keeps the good results beside %s', (_what, bad) => {
    const text = JSON.stringify({
      ...runResults([]),
      results: [bad, result('model.shop.orders', { message: 'All is well' })],
    });
    const site = build({ 'run_results.json': text });
    expect(readText(site.folder, `runs/${INVOCATION}/index.html`)).toContain('All is well');
  });

  it.each<[string, Json]>([
    ['null', null],
    ['an object', {}],
    ['a string', 'none'],
  ])('shows a run whose results are %s', (_what, results) => {
    build({ 'run_results.json': JSON.stringify({ ...runResults([]), results }) });
  });
});

describe('figures of a run that make no sense', () => {
  /** One run for each value, all of one site; none may show what only a program would say. */
  function expectReadable(files: Files, runs: number): void {
    const site = build(files);
    const pages = runPages(site);
    expect(pages).toHaveLength(runs);
    for (const file of [...pages, 'index.html', 'runs/index.html', ORDERS_PAGE]) {
      expect(readText(site.folder, file), file).not.toMatch(
        /\bNaN\b|\bInfinity\b|Invalid Date|\bundefined\b|\[object /,
      );
    }
  }

  it('show durations that are negative, beyond all measure, or smaller than anything', () => {
    const values = [-12.5, 1e308, 5e-324, 9_007_199_254_740_993, -0];
    const files = values.map((value, position) => {
      const odd = result('model.shop.orders', {
        execution_time: value,
        failures: value,
        adapter_response: { rows_affected: value, bytes_processed: value },
      });
      return [
        `runs/${position}/run_results.json`,
        run(`run-${position}`, [odd], { elapsed_time: value }),
      ];
    });
    expectReadable(Object.fromEntries(files), values.length);
  });

  it('show dates that are none, or that no calendar holds', () => {
    const dates = [
      'yesterday',
      '',
      '2026-13-45T99:99:99Z',
      '0000-00-00',
      '+275760-09-13T00:00:00.001Z',
      '9999-12-31T23:59:59.999999999Z',
      '2026-03-01T06:00:00.123456+14:00',
      '-000001-01-01T00:00:00Z',
      '1e999',
    ];
    const files = dates.flatMap((date, position) => {
      const folder = `runs/${position}`;
      const own = { generated_at: date, invocation_id: `run-${position}` };
      const timing = [{ name: 'execute', started_at: date, completed_at: date }];
      const checked = {
        unique_id: 'source.shop.a.b',
        status: 'pass',
        max_loaded_at: date,
        snapshotted_at: date,
        max_loaded_at_time_ago_in_s: -1,
      };
      return [
        [
          `${folder}/run_results.json`,
          JSON.stringify(
            runResults([result('model.shop.orders', { timing })], {
              metadata: { ...metadata('run-results/v6'), ...own },
            }),
          ),
        ],
        [
          `${folder}/sources.json`,
          JSON.stringify({ metadata: { ...metadata('sources/v3'), ...own }, results: [checked] }),
        ],
      ];
    });
    expectReadable(Object.fromEntries(files), dates.length);
  });

  it('shows a run that ends before it starts', () => {
    const timing = [
      { name: 'execute', started_at: '2026-03-01T06:00:00Z', completed_at: '2026-03-01T05:00:00Z' },
      { name: 'compile', started_at: null, completed_at: null },
      { name: 'dance', started_at: 1, completed_at: [] },
      null,
    ];
    build({ 'run_results.json': run(INVOCATION, [result('model.shop.orders', { timing })]) });
  });

  it('show statuses that dbt does not have', () => {
    const statuses = ['exploded', '', 'SUCCESS', '<b>pass</b>', 'no-op', 'partial success'];
    const files = statuses.map((status, position) => [
      `runs/${position}/run_results.json`,
      run(`run-${position}`, [result('model.shop.orders', { status })]),
    ]);
    expectReadable(Object.fromEntries(files), statuses.length);
  });
});

describe('the id of a run', () => {
  it('may be anything and never leaves the output folder', () => {
    const ids = [
      '../../../etc/passwd',
      '..',
      '.',
      'index',
      'page',
      'a/b\\c',
      'con',
      '%2e%2e%2f',
      'x'.repeat(300),
      '\u0000',
      '__proto__',
      'constructor',
      'Run',
      'run',
    ];
    const files = ids.map((id, position) => [
      `runs/${position}/run_results.json`,
      run(id, [result('model.shop.orders')]),
    ]);
    const site = build(Object.fromEntries(files));
    const pages = runPages(site);
    expect(new Set(pages.map((file) => file.toLowerCase())).size).toBe(ids.length);
  });

  it('may be missing', () => {
    const text = JSON.stringify({
      ...runResults([result('model.shop.orders')]),
      metadata: undefined,
    });
    expect(runPages(build({ 'run_results.json': text }))).toHaveLength(1);
  });
});

describe('logs', () => {
  it('may hold lines of any kind', () => {
    const log = [
      '\u001b[0m06:00:00.000 [info ] [MainThread]: Running with dbt=1.11.2',
      '{"info": null, "data": null}',
      '{"info": {"msg": 12, "level": [], "ts": "soon"}}',
      '[]',
      'null',
      '"text"',
      '{"__proto__": {"polluted": true}}',
      'x'.repeat(1_000_000),
      '\u0000\u0001\u001b]0;title\u0007',
    ].join('\n');
    build({
      ...artifactFiles({ runResults: runResults([result('model.shop.orders')]) }),
      'dbt.log': log,
    });
  });
});
