import { beforeAll, describe, expect, it } from 'vitest';
import { buildSite, existsIn, fileOfHref, readText } from '../hostile/built-site.ts';
import type { BuiltSite } from '../hostile/built-site.ts';
import { corpusSets } from './corpus-sets.ts';
import { NO_DIFFERENCE, difference } from './difference.ts';
import { contractBreaches } from './json-contract.ts';
import { countRaw } from './raw-counts.ts';
import type { RawCounts } from './raw-counts.ts';
import { rawList, rawObject, rawText } from './raw-json.ts';
import type { Raw } from './raw-json.ts';

const { withManifest, without } = corpusSets();

describe.each(withManifest)('the site of $name', ({ folder }) => {
  let raw: RawCounts;
  let site: BuiltSite;
  let items: Raw[];

  beforeAll(() => {
    raw = countRaw(folder);
    site = buildSite(folder);
    expect(site.exitCode, `${site.stdout}\n${site.stderr}`.slice(0, 1500)).toBe(0);
    items = listedItems(site.folder);
  });

  it('lists every resource of the raw JSON, macros of other packages apart', () => {
    const wanted = [...raw.types].filter(([, type]) => type !== 'macro').map(([id]) => id);
    const macros = [...raw.types].filter(([, type]) => type === 'macro').map(([id]) => id);
    const listed = items.map((item) => String(item['unique_id']));
    const { missing, unexpected } = difference(
      wanted,
      listed.filter((id) => raw.types.get(id) !== 'macro'),
    );
    expect({ missing, unexpected }).toEqual(NO_DIFFERENCE);
    expect(
      difference(
        macros,
        listed.filter((id) => raw.types.get(id) === 'macro'),
      ).unexpected,
    ).toEqual([]);
    // The list of tests has unit tests too, which also have a list of their own.
    const once = listed.filter((id) => raw.types.get(id) !== 'unit_test');
    expect(new Set(once).size).toBe(once.length);
  });

  it('has a page for every one of them that names it, and a JSON file', () => {
    const wrong: string[] = [];
    for (const item of items) {
      const id = String(item['unique_id']);
      const href = rawText(item['href']);
      if (href === null) {
        wrong.push(`${id} has no href`);
        continue;
      }
      const file = fileOfHref(href) ?? '';
      if (!existsIn(site, file)) {
        wrong.push(`${id}: ${href} leads to no file`);
        continue;
      }
      const page = readText(site.folder, file);
      const name = raw.names.get(id) ?? '';
      if (!page.includes(name)) wrong.push(`${id}: ${file} does not hold ${name}`);
      const anchor = decodeURIComponent(href.split('#')[1] ?? '');
      if (anchor !== '' && !page.includes(`id="${anchor}"`)) {
        wrong.push(`${id}: ${file} has no id ${anchor}`);
      }
      const json = rawText(item['json']);
      if (json !== null && !existsIn(site, fileOfHref(json) ?? '')) {
        wrong.push(`${id}: ${json} leads to no file`);
      }
    }
    expect(wrong.slice(0, 20)).toEqual([]);
  });

  it('tells every column and every parent in the JSON of a resource', () => {
    const columns: string[] = [];
    const edges: string[] = [];
    const wantedColumns: string[] = [];
    const wantedEdges: string[] = [];
    for (const item of items) {
      const json = rawText(item['json']);
      if (json === null) continue;
      const id = String(item['unique_id']);
      const twin = rawObject(JSON.parse(readText(site.folder, fileOfHref(json) ?? '')));
      if (twin['unique_id'] !== id) {
        // A generic test is told with the node that it tests.
        expect(twin['unique_id']).toBe(raw.testedNodes.get(id));
        expect(rawList(twin['tests']).map((test) => rawObject(test)['unique_id'])).toContain(id);
        continue;
      }
      for (const column of rawList(twin['columns'])) {
        columns.push(`${id} > ${String(rawObject(column)['name']).toLowerCase()}`);
      }
      for (const parent of rawList(twin['parents'])) {
        edges.push(`${String(rawObject(parent)['unique_id'])} > ${id}`);
      }
      for (const name of raw.columns.get(id) ?? []) wantedColumns.push(`${id} > ${name}`);
      wantedEdges.push(...[...raw.edges].filter((edge) => edge.endsWith(` > ${id}`)));
    }
    expect(difference(wantedColumns, columns)).toEqual(NO_DIFFERENCE);
    expect(difference(wantedEdges, edges)).toEqual(NO_DIFFERENCE);
  });

  it('keeps the contract in every JSON file', () => {
    expect(contractBreaches(site.folder).slice(0, 20)).toEqual([]);
  });
});

describe('the site of a folder with only a catalog', () => {
  it.each(without)('$name is not built, and the command says why', ({ folder }) => {
    const site = buildSite(folder);
    expect(site.exitCode).toBe(2);
    expect(site.stderr).toContain('has no manifest.json');
  });
});

/** The items of all lists that `index.json` names, all their pages together. */
function listedItems(folder: string): Raw[] {
  const index = rawObject(JSON.parse(readText(folder, 'index.json')));
  const items: Raw[] = [];
  for (const collection of rawList(index['collections'])) {
    const first = fileOfHref(rawText(rawObject(collection)['json']) ?? '') ?? '';
    const count = items.length;
    for (let file: string | null = first; file !== null;) {
      const list = rawObject(JSON.parse(readText(folder, file)));
      items.push(...rawList(list['items']).map(rawObject));
      const next = rawText(list['next']);
      file = next === null ? null : first.replace(/[^/]+$/, next);
    }
    expect(items.length - count).toBe(rawObject(collection)['count']);
  }
  return items;
}
