import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { SUB_PATH } from '../sample-site.ts';
import { htmlFiles, urlPath } from '../site-files.ts';
import { openBrowser } from './browser.ts';

/** What one HTML file points to, as it is written there, and what can be pointed to in it. */
interface Document {
  readonly file: string;
  readonly targets: readonly string[];
  readonly ids: readonly string[];
}

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
});
afterAll(() => browser.close());

/** The browser's own parser reads the files; nothing is loaded. */
function parse(file: string, html: string): Promise<Document> {
  return page.evaluate(
    ([name, text]) => {
      const parsed = new DOMParser().parseFromString(text, 'text/html');
      const all = (attribute: string) =>
        [...parsed.querySelectorAll(`[${attribute}]`)].map((element) => ({
          relation: element.getAttribute('rel'),
          value: element.getAttribute(attribute) ?? '',
        }));
      const targets = [...all('href'), ...all('src')]
        // An absolute address for search engines, not a link.
        .filter(({ relation }) => relation !== 'canonical')
        .map(({ value }) => value);
      return { file: name, targets, ids: all('id').map(({ value }) => value) };
    },
    [file, html] as const,
  );
}

/** Links of a built site that lead nowhere, as `page → target`. */
async function deadLinks(site: string, base: string): Promise<string[]> {
  const documents: Document[] = [];
  for (const file of htmlFiles(site)) {
    documents.push(await parse(file, readFileSync(join(site, file), 'utf8')));
  }
  const ids = new Map(documents.map((document) => [document.file, new Set(document.ids)]));
  return documents.flatMap(({ file, targets }) =>
    targets
      .filter((target) => !leadsSomewhere(site, base, ids, file, target))
      .map((target) => `${file} → ${target}`),
  );
}

const ORIGIN = 'http://site.invalid';

function leadsSomewhere(
  site: string,
  base: string,
  ids: ReadonlyMap<string, ReadonlySet<string>>,
  from: string,
  target: string,
): boolean {
  const url = new URL(target, `${ORIGIN}${base}${urlPath(from)}`);
  if (url.origin !== ORIGIN) return /^(https?|mailto|data):$/.test(url.protocol);
  if (!url.pathname.startsWith(base)) return false;
  const path = decodeURIComponent(url.pathname.slice(base.length));
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  if (!existsSync(join(site, file)) || !statSync(join(site, file)).isFile()) return false;
  const id = decodeURIComponent(url.hash.slice(1));
  return id === '' || ids.get(file)?.has(id) === true;
}

/** The values of `href` and `json`, wherever they stand in a JSON file. */
function jsonLinks(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(jsonLinks);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    (key === 'href' || key === 'json') && typeof inner === 'string' ? [inner] : jsonLinks(inner),
  );
}

describe.each([
  ['the root of a host', 'sampleSite', '/'],
  ['a sub-path', 'subPathSite', SUB_PATH],
] as const)('a site at %s', (_place, name, base) => {
  it('has no link that leads nowhere, and no #id that is not there', async () => {
    expect(await deadLinks(inject(name), base)).toEqual([]);
  });

  it('has no address in its JSON that leads nowhere', () => {
    const site = inject(name);
    const files = globSync('**/*.json', { cwd: site, exclude: ['schemas/**', 'openapi.json'] });
    const links = files.flatMap((file) =>
      jsonLinks(JSON.parse(readFileSync(join(site, file), 'utf8'))).map((target) => ({
        file,
        target,
      })),
    );
    const dead = links
      // Anchors are checked where they are links of a page.
      .map(({ file, target }) => ({ file, target: target.replace(/#.*$/, '') }))
      .filter(({ file, target }) => !leadsSomewhere(site, base, new Map(), file, target));
    expect(dead).toEqual([]);
    expect(links.length).toBeGreaterThan(100);
  });
});
