import { describe, expect, it } from 'vitest';
import { artifactFiles, folderWith } from './artifacts-folder.ts';
import { buildSite, existsIn, readText } from './built-site.ts';
import { expectGoodSite, expectRefusal } from './expect-site.ts';
import type { GoodSite } from './expect-site.ts';
import type { Json } from './json.ts';
import { catalogTable, column, manifest, model } from './artifact-pieces.ts';
import type { Artifacts } from './small-project.ts';

const ORDERS_PAGE = 'models/model.shop.orders/index.html';
const MEGABYTE = 1024 * 1024;
const SLOW = 300_000;

function build(parts: Partial<Artifacts>): GoodSite {
  return expectGoodSite(buildSite(folderWith(artifactFiles(parts))));
}

function describedAs(description: string): GoodSite {
  return build({ manifest: manifest({ nodes: [model('orders', { description })] }) });
}

const pageOf = (site: GoodSite) => readText(site.folder, ORDERS_PAGE);

describe('a table that is very wide', () => {
  it('shows 2,000 columns on one page', { timeout: SLOW }, () => {
    const names = Array.from({ length: 2_000 }, (_, index) => `column_${index}`);
    const site = build({
      manifest: manifest({
        nodes: [
          model('orders', {
            columns: Object.fromEntries(names.map((name) => [name, column(name)])),
          }),
        ],
      }),
      catalog: {
        nodes: {
          'model.shop.orders': catalogTable(
            'model.shop.orders',
            names.map((name) => name.toUpperCase()),
          ),
        },
        sources: {},
      },
    });
    const page = pageOf(site);
    expect(page).toContain('column_0');
    expect(page).toContain('column_1999');
    expect(page.length).toBeLessThan(4 * MEGABYTE);
  });
});

describe('a node that everything meets in', () => {
  it(
    'shows 5,000 parents and 5,000 children without a page of 10,000 links',
    { timeout: SLOW },
    () => {
      const names = Array.from({ length: 5_000 }, (_, index) => String(index).padStart(4, '0'));
      const parents = names.map((name) => model(`p${name}`));
      const children = names.map((name) =>
        model(`c${name}`, { depends_on: { nodes: ['model.shop.orders'], macros: [] } }),
      );
      const hub = model('orders', {
        depends_on: { nodes: names.map((name) => `model.shop.p${name}`), macros: [] },
      });
      const site = build({ manifest: manifest({ nodes: [...parents, hub, ...children] }) });
      const page = pageOf(site);
      expect(page).toMatch(/5[,\u00a0\u202f ]?000/);
      expect(page.length).toBeLessThan(MEGABYTE);
      expect(existsIn(site, 'models/model.shop.c4999/index.html')).toBe(true);
      expect(existsIn(site, 'models/page/2/index.html')).toBe(true);
    },
  );

  it('shows a chain of 3,000 nodes', { timeout: SLOW }, () => {
    const nodes = Array.from({ length: 3_000 }, (_, index) =>
      model(`n${index}`, {
        depends_on: { nodes: index === 0 ? [] : [`model.shop.n${index - 1}`], macros: [] },
      }),
    );
    const site = build({ manifest: manifest({ nodes }) });
    expect(existsIn(site, 'models/model.shop.n2999/index.html')).toBe(true);
  });
});

describe('a description that is made to hurt', () => {
  it.each([
    ['10,000 nested block quotes', '>'.repeat(10_000) + ' deep'],
    [
      '10,000 nested lists',
      Array.from({ length: 1_000 }, (_, index) => `${' '.repeat(2 * index)}- x`).join('\n'),
    ],
    ['50,000 open brackets', '['.repeat(50_000)],
    ['50,000 brackets and parentheses', '[a]('.repeat(50_000)],
    ['50,000 emphasis marks', '*a **b '.repeat(50_000)],
    ['50,000 backticks', '`'.repeat(50_000) + 'x' + '`'.repeat(49_999)],
    ['50,000 open tags', '<div>'.repeat(50_000)],
    ['50,000 open inline tags', '<b><i>'.repeat(25_000)],
    ['50,000 entities', '&lt;&#x3c;'.repeat(25_000)],
    [
      'a table of 200 by 500',
      `|${'a|'.repeat(200)}\n|${'-|'.repeat(200)}\n${`|${'b|'.repeat(200)}\n`.repeat(500)}`,
    ],
    [
      '100,000 reference definitions',
      Array.from({ length: 20_000 }, (_, index) => `[r${index}]: /x`).join('\n'),
    ],
    ['one line of 5 MB', 'word '.repeat(MEGABYTE)],
    ['one word of 5 MB', 'w'.repeat(5 * MEGABYTE)],
    [
      '5 MB of paragraphs',
      'A *sentence* with `code` and [a link](https://example.com).\n\n'.repeat(90_000),
    ],
  ])('costs a bounded time: %s', { timeout: SLOW }, (_what, description) => {
    const started = performance.now();
    const site = describedAs(description);
    const seconds = (performance.now() - started) / 1000;
    expect(seconds).toBeLessThan(60);
    expect(existsIn(site, ORDERS_PAGE)).toBe(true);
    expect(readText(site.folder, 'models/index.html').length).toBeLessThan(MEGABYTE);
  });
});

describe('other fields that are very large', () => {
  it.each<[string, Record<string, Json>]>([
    ['5 MB of SQL', { raw_code: 'select 1 as a, \n'.repeat(350_000), compiled_code: 'x' }],
    ['SQL in one line of 1 MB', { compiled_code: `select ${'1, '.repeat(350_000)}` }],
    [
      'SQL of open brackets and quotes',
      { raw_code: `${'('.repeat(100_000)}'${'{{ '.repeat(50_000)}` },
    ],
    ['SQL with open comments', { raw_code: '/* '.repeat(200_000) }],
    ['10,000 tags', { tags: Array.from({ length: 10_000 }, (_, index) => `tag ${index}`) }],
    [
      '10,000 keys in meta',
      {
        meta: Object.fromEntries(
          Array.from({ length: 10_000 }, (_, index) => [`key ${index}`, index]),
        ),
      },
    ],
    ['a column name of 1 MB', { columns: { x: { name: 'x'.repeat(MEGABYTE), description: '' } } }],
    ['a fqn of 10,000 parts', { fqn: Array.from({ length: 10_000 }, () => 'part') }],
  ])('leave a page: %s', { timeout: SLOW }, (_what, fields) => {
    const site = build({ manifest: manifest({ nodes: [model('orders', fields)] }) });
    expect(existsIn(site, ORDERS_PAGE)).toBe(true);
  });

  /** Text of a manifest in which one model's `meta` holds `inner`. */
  const withMeta = (inner: string) =>
    JSON.stringify(manifest({ nodes: [model('orders', { meta: { deep: 'HERE' } })] })).replace(
      '"HERE"',
      inner,
    );
  const objects = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
  const lists = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

  it.each([
    ['objects', objects(900)],
    ['lists', lists(900)],
  ])('leave a page: meta with %s nested 900 levels deep', { timeout: SLOW }, (_what, deep) => {
    const site = expectGoodSite(buildSite(folderWith({ 'manifest.json': withMeta(deep) })));
    expect(existsIn(site, ORDERS_PAGE)).toBe(true);
  });

  // Python's JSON, which dbt writes with, gives up at 1,000: no dbt wrote such a file.
  it.each([
    ['objects', objects(5_000)],
    ['lists', lists(5_000)],
  ])('are refused with their place: meta with %s nested 5,000 levels deep', (_what, deep) => {
    const message = expectRefusal(buildSite(folderWith({ 'manifest.json': withMeta(deep) })));
    expect(message).toMatch(/line 1, column \d+: nested more than 1000 deep/);
  });

  it('leave a page: lone surrogates in every text', () => {
    const lone = '\ud83d broken \ude00';
    const site = build({
      manifest: manifest({
        nodes: [
          model('orders', {
            description: lone,
            raw_code: lone,
            tags: [lone],
            meta: { [lone]: lone },
          }),
        ],
      }),
    });
    expect(pageOf(site)).toContain('broken');
  });
});
