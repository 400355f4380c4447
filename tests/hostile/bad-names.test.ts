import { describe, expect, it } from 'vitest';
import { artifactFiles, folderWith } from './artifacts-folder.ts';
import { buildSite, fileOfHref, htmlFiles, readText, runCommand, siteFiles } from './built-site.ts';
import { expectGoodSite } from './expect-site.ts';
import type { GoodSite } from './expect-site.ts';
import { elements, parsePage, property, textOf } from './page-tree.ts';
import { manifest, model, node, notNull } from './artifact-pieces.ts';
import { smallProject } from './small-project.ts';

/** Names that break file systems, URLs, selectors, or objects used as maps. */
const NAMES = [
  'a/b/c',
  'a\\b',
  'with space',
  ' leading and trailing ',
  `quotes ' and " and \``,
  '🚀 emoji 👩‍👩‍👧',
  'ÆØÅ æøå ß İ ı',
  'mañana', // precomposed
  'man\u0303ana', // the same, decomposed
  '日本語の表',
  'مرحبا \u202e left to right',
  '..',
  '.',
  '...',
  '../../../../etc/passwd',
  '..\\..\\windows',
  '%2e%2e%2f%2e%2e',
  '%',
  '%zz',
  '?query=1&b=2',
  '#fragment',
  'index',
  'index.html',
  'data.json',
  '.hidden',
  'con',
  'nul.txt',
  'name~with~tilde',
  '~',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '0',
  '-1',
  'null',
  'undefined',
  '\u0000nul',
  'tab\tand\nline\r\nbreak',
  '\u0007bell\u001b[31m',
  '\ud800 lone surrogate',
  // These three have the same bytes in UTF-8.
  '\ud800',
  '\udbff',
  '\udfff',
  '\u2028\u2029\ufeff\u200b',
  '<b>bold</b>',
  '</script>',
  '&amp;&lt;',
  '{{ jinja }} {% raw %}',
  '$& $1 $$',
  'x'.repeat(300),
  '語'.repeat(300),
  `${'y'.repeat(299)}1`,
  `${'y'.repeat(299)}2`,
];

describe('ids and names of every kind', () => {
  const nodes = NAMES.flatMap((name, position) => [
    model(name, {
      description: `number ${position} of the names`,
      depends_on: {
        nodes: [`model.shop.${NAMES[(position + 1) % NAMES.length] ?? ''}`],
        macros: [],
      },
      columns: { [name]: { name, description: 'c' } },
      tags: [name],
      group: name,
      meta: { [name]: name, owner: name },
      original_file_path: `models/${name}.sql`,
    }),
    notNull(name, name),
    node('test', `singular ${name}`, { depends_on: { nodes: [`model.shop.${name}`], macros: [] } }),
  ]);
  const groups = NAMES.map((name) =>
    node('group', name, { owner: { name, email: `${name}@example.com` } }),
  );
  let built: GoodSite | undefined;
  const site = () =>
    (built ??= expectGoodSite(
      buildSite(folderWith(artifactFiles({ manifest: manifest({ nodes, groups }) }))),
    ));

  it('each get a page of their own, whose title names them', { timeout: 300_000 }, () => {
    const pages = htmlFiles(site().folder).filter((file) =>
      /^models\/[^/]+\/index\.html$/.test(file),
    );
    expect(pages).toHaveLength(NAMES.length);
    for (const [position] of NAMES.entries()) {
      const mentions = pages.filter((file) =>
        readText(site().folder, file).includes(`number ${position} of the names`),
      );
      expect(mentions.length, NAMES[position]).toBeGreaterThan(0);
    }
  });

  it('are listed under their own name, with links that lead to their pages', () => {
    const list: unknown = JSON.parse(readText(site().folder, 'models/index.json'));
    const entries = listEntries(list);
    expect(entries.map(({ name }) => name).sort()).toEqual([...NAMES].sort());
    const files = new Set(siteFiles(site().folder));
    const seen = new Set<string>();
    for (const { href, json, name } of entries) {
      expect(href).toMatch(/^[A-Za-z0-9._~/-]+$/);
      expect(files, name).toContain(fileOfHref(href));
      expect(files, name).toContain(fileOfHref(json));
      expect(seen.has(href.toLowerCase()), name).toBe(false);
      seen.add(href.toLowerCase());
    }
  });

  it('are linked from page to page without a broken link', { timeout: 300_000 }, () => {
    expect(brokenLinks(site())).toEqual([]);
  });

  it('do not speak to the terminal when their entries are reported', () => {
    const bad = Object.fromEntries(NAMES.map((name) => [name, 42]));
    const folder = folderWith({ 'manifest.json': JSON.stringify(manifest({}, { nodes: bad })) });
    const { exitCode, stdout, stderr } = runCommand(folder, 'check', folder);
    expect(exitCode).toBe(1);
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
  });

  it('do not change what objects are', () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    const text = readText(site().folder, 'models/index.json');
    expect(text).toContain('model.shop.__proto__');
    expect(text).toContain('model.shop.constructor');
  });
});

describe('ids that differ only by case', () => {
  it('get files that differ on every file system', () => {
    const names = ['orders', 'Orders', 'ORDERS', 'oRDERS'];
    const site = expectGoodSite(
      buildSite(
        folderWith(
          artifactFiles({ manifest: manifest({ nodes: names.map((name) => model(name)) }) }),
        ),
      ),
    );
    const files = siteFiles(site.folder);
    expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(files.length);
    const pages = files.filter((file) => /^models\/[^/]+\/index\.html$/.test(file));
    expect(pages).toHaveLength(4);
    for (const name of names) {
      const own = pages.filter((file) => readText(site.folder, file).includes(`About ${name}.`));
      expect(own.length, name).toBeGreaterThan(0);
    }
    expect(brokenLinks(site)).toEqual([]);
  });
});

describe('a harmless project', () => {
  it('has no broken link either', () => {
    const site = expectGoodSite(buildSite(folderWith(artifactFiles(smallProject()))));
    expect(brokenLinks(site)).toEqual([]);
    expect(site.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});

interface ListEntry {
  readonly name: string;
  readonly href: string;
  readonly json: string;
}

function listEntries(list: unknown): ListEntry[] {
  if (typeof list !== 'object' || list === null) return [];
  const lists = Object.values(list).filter((value) => Array.isArray(value));
  return lists.flat() as ListEntry[];
}

/** Links of all pages that lead to no file, or to no element of the page they lead to. */
function brokenLinks(site: GoodSite): string[] {
  const files = new Set(siteFiles(site.folder));
  const links: { from: string; href: string; to: string; anchor: string }[] = [];
  const anchors = new Map<string, Set<string>>();
  const broken: string[] = [];
  for (const from of htmlFiles(site.folder)) {
    const found = elements(parsePage(readText(site.folder, from)));
    const ids = found.map((element) => property(element, 'id')).filter(Boolean);
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
    broken.push(...twice.map((id) => `${from} has the id ${id} twice`));
    anchors.set(from, new Set(ids));
    for (const element of found) {
      if (element.tagName !== 'a') continue;
      const href = property(element, 'href');
      const to = href.startsWith('#') ? from : fileOfHref(href);
      if (to === null) {
        if (!/^(https?|mailto):/.test(href)) broken.push(`${from}: ${href} (${textOf(element)})`);
        continue;
      }
      links.push({ from, href, to, anchor: decodeURIComponent(/#(.*)$/.exec(href)?.[1] ?? '') });
    }
  }
  for (const { from, href, to, anchor } of links) {
    const isHere = files.has(to) && (anchor === '' || anchors.get(to)?.has(anchor) !== false);
    if (!isHere) broken.push(`${from}: ${href}`);
  }
  return [...new Set(broken)].slice(0, 20);
}
