/**
 * What search costs: its files, the index for full text from nothing and with 10 models changed, and, of a built site, the
 * first result of a text in a browser and the answer to each key.
 *
 *     node scripts/bench-search.ts ARTIFACTS [SITE]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from 'playwright-core';
import { threadedIndexer } from '../src/build/search/indexer-thread.ts';
import {
  searchColumnsFile,
  searchFacetsFile,
  searchNamesFile,
} from '../src/emit/json/search-files.ts';
import type { Resource } from '../src/project/resource.ts';
import type { ViewContext } from '../src/view/context.ts';
import { buildColumns } from '../src/view/search/build-columns.ts';
import { buildFacetItems } from '../src/view/search/build-facet-items.ts';
import { buildNames, searchedResources } from '../src/view/search/build-names.ts';
import { buildText } from '../src/view/search/build-text.ts';
import { type Shard, shardsOf } from '../src/view/search/text-shards.ts';
import { serveFolder } from '../tests/e2e/server.ts';
import { watchChildren } from './bench/child-usage.ts';
import { loadContext } from './search/load-context.ts';

const CHANGED = 10;
/** As many as a build has on two cores. */
const INDEXERS = 2;
const KEYS = 'fct_orders customer';
/** So long after a result everything that came with it is there. */
const QUIET_MS = 2000;

const [artifacts, site] = process.argv.slice(2);
if (artifacts === undefined) throw new Error('Name the folder of the artifacts.');
await measureBuild(artifacts);
if (site !== undefined) await measureBrowser(site);

async function measureBuild(folder: string): Promise<void> {
  const context = await loadContext(folder);
  const searched = searchedResources(context);
  const ids = searched.map(({ uniqueId }) => uniqueId);
  const names = buildNames(context);
  const columns = searchColumnsFile(names, buildColumns(context));
  console.log(`${searched.length} resources by name, ${columns.total} columns`);
  for (const [name, file] of [
    ['names.json', searchNamesFile(names, context)],
    ['columns.json', columns],
    ['facets.json', searchFacetsFile(ids, buildFacetItems(context))],
  ] as const) {
    console.log(`${name.padEnd(14)}${kilobytes(gzipSync(JSON.stringify(file)).length)} gzipped`);
  }

  const shards = shardsOf(searched, ({ uniqueId }) => uniqueId);
  const models = searched.filter(({ resourceType }) => resourceType === 'model');
  const every = Math.max(1, Math.floor(models.length / CHANGED));
  const keep = mkdtempSync(join(tmpdir(), 'bench-search-'));
  try {
    const before = await index(`${shards.length} shards, cold`, [], shards, context, keep, '');
    for (const [title, changed] of [
      [`${CHANGED} neighbours changed`, models.slice(0, CHANGED)],
      [`${CHANGED} apart changed`, models.filter((_, at) => at % every === 0).slice(0, CHANGED)],
    ] as const) {
      await index(title, changed, shards, context, keep, title, before);
    }
  } finally {
    rmSync(keep, { recursive: true });
  }
}

/**
 * Indexes the shards that hold what was changed, or all; from what was kept of the last time.
 *
 * @param note what is written behind the text of each that was changed
 * @param before files of words that were there
 * @returns names of the files of words that are there
 */
async function index(
  title: string,
  changed: readonly Resource[],
  shards: readonly Shard<Resource>[],
  context: ViewContext,
  folder: string,
  note: string,
  before: ReadonlySet<string> = new Set(),
): Promise<ReadonlySet<string>> {
  const notes = new Map(changed.map(({ uniqueId }) => [uniqueId, ` ${note}`]));
  const touched = shards.filter(
    ({ items }) => changed.length === 0 || items.some(({ uniqueId }) => notes.has(uniqueId)),
  );
  const indexer = threadedIndexer('bench', INDEXERS, { folder, maker: 'bench' });
  const usage = watchChildren();
  const own = process.cpuUsage();
  const began = performance.now();
  const made = await Promise.all(
    touched.map(({ name, items }) => {
      const sources = items.map((resource) => {
        const more = notes.get(resource.uniqueId) ?? '';
        const record = () => {
          const { path, text } = buildText(resource, context, false);
          return { path, text: text + more };
        };
        return { key: resource.uniqueId + more, record };
      });
      return indexer.index({ name, sources });
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  // The program is reaped a moment after it was told to end.
  await new Promise((resolve) => setTimeout(resolve, 600));
  const { user, system } = process.cpuUsage(own);
  const names = touched.flatMap(
    ({ name }, at) => made[at]?.words.map((file) => `${name} ${file.print}`) ?? [],
  );
  console.log(
    `${title.padEnd(24)}${seconds.toFixed(1)} s; processor ${usage.cpuSeconds().toFixed(1)} s of Pagefind, ${((user + system) / 1e6).toFixed(1)} s of ours; ${(usage.peakOfAll() / 1e6).toFixed(0)} MB; ${names.filter((name) => !before.has(name)).length} of ${names.length} files of words are new`,
  );
  usage.stop();
  return new Set(names);
}

async function measureBrowser(folder: string): Promise<void> {
  const server = await serveFolder(folder);
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    for (const query of ['handbook', 'migration note handbook']) {
      for (const measure of [firstText, firstTextTyped]) {
        const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
        await measure(page, server.url, query);
        await page.close();
      }
    }
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await answerKeys(page, server.url);
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** From the start of the navigation to the first result of a text, and what came over the wire for it, gzipped where servers do that. */
async function firstText(page: Page, url: string, query: string): Promise<void> {
  const loaded = countBytes(page);
  await page.goto(`${url}search/?q=${encodeURIComponent(query)}`);
  const ms = await whenTextIsThere(page);
  await page.waitForTimeout(QUIET_MS);
  console.log(`“${query}” in the address: first text after ${ms.toFixed(0)} ms; ${loaded()}`);
}

/** From the typing of a query into a page that is there to the first result of a text. */
async function firstTextTyped(page: Page, url: string, query: string): Promise<void> {
  const loaded = countBytes(page);
  await page.goto(`${url}search/`);
  await page.waitForTimeout(QUIET_MS);
  const began = await page.evaluate((typed) => {
    const input = document.querySelector<HTMLInputElement>('.search-input');
    if (input !== null) input.value = typed;
    const now = performance.now();
    input?.dispatchEvent(new Event('input', { bubbles: true }));
    return now;
  }, query);
  const ms = (await whenTextIsThere(page)) - began;
  await page.waitForTimeout(QUIET_MS);
  console.log(`“${query}” typed: first text after ${ms.toFixed(0)} ms; ${loaded()}`);
}

/** What is loaded from now on, told when it is asked for. */
function countBytes(page: Page): () => string {
  const loaded: { path: string; bytes: number }[] = [];
  page.on('response', (response) => {
    void response.body().then(
      (body) => {
        const { pathname } = new URL(response.url());
        const isText = /\.(?:js|json|css|html)$|\/$/.test(pathname);
        loaded.push({ path: pathname, bytes: isText ? gzipSync(body).length : body.length });
      },
      () => undefined,
    );
  });
  const bytes = (test: RegExp): string =>
    kilobytes(
      loaded.filter(({ path }) => test.test(path)).reduce((sum, one) => sum + one.bytes, 0),
    );
  return () => `${bytes(/\/search\/(?:text\/|index\.json)/)} for it, of ${bytes(/./)} in all`;
}

/** When the first result of a text is in the page, by its own clock. */
async function whenTextIsThere(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          if (document.querySelector('.search-section .hit-text') === null) return;
          observer.disconnect();
          resolve(performance.now());
        };
        const observer = new MutationObserver(look);
        observer.observe(document, { childList: true, subtree: true });
        look();
      }),
  );
}

/** The longest time from a key to the names that it finds. */
async function answerKeys(page: Page, url: string): Promise<void> {
  await page.goto(`${url}search/`);
  const box = page.getByRole('searchbox');
  await box.fill('order');
  await page.locator('.search-section').first().waitFor({ timeout: 120_000 });
  await box.fill('');
  const times: number[] = [];
  for (const key of KEYS) {
    times.push(
      await page.evaluate(async (letter) => {
        const input = document.querySelector<HTMLInputElement>('.search-input');
        const place = document.querySelector('[data-results]');
        if (input === null || place === null) return NaN;
        const shown = new Promise<void>((resolve) => {
          const observer = new MutationObserver(() => {
            observer.disconnect();
            requestAnimationFrame(() => resolve());
          });
          observer.observe(place, { childList: true });
        });
        const began = performance.now();
        input.value += letter;
        input.dispatchEvent(new Event('input', { bubbles: true }));
        await shown;
        return performance.now() - began;
      }, key),
    );
  }
  times.sort((a, b) => a - b);
  const middle = times[Math.floor(times.length / 2)] ?? NaN;
  console.log(
    `answer to a key: ${middle.toFixed(0)} ms, at most ${(times.at(-1) ?? NaN).toFixed(0)} ms`,
  );
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} KB`;
}
