import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findPagefind, pagefindIndexer } from '../../src/build/search/pagefind.ts';
import type { IndexFile } from '../../src/build/search/text-index.ts';
import { indexColumns, rankColumns } from '../../src/search/column-index.ts';
import { indexNames, rankNames } from '../../src/search/name-index.ts';
import { phraseOf, wordQuery } from '../../src/search/query.ts';
import { sectionOrder } from '../../src/search/section-order.ts';
import type { ViewContext } from '../../src/view/context.ts';
import { parseQuery } from '../../src/view/list/parse-query.ts';
import { buildColumns } from '../../src/view/search/build-columns.ts';
import { buildNames, searchedResources } from '../../src/view/search/build-names.ts';
import { buildMessages, buildText, complainedLately } from '../../src/view/search/build-text.ts';
import type { RankedHit, Ranking } from './ranked-hit.ts';

interface Pagefind {
  readonly createInstance: (options: object) => {
    readonly mergeIndex: (path: string, options: object) => Promise<void>;
    readonly search: (
      words: string,
    ) => Promise<{ results: { data: () => Promise<{ raw_url: string }> }[] }>;
  };
}

export interface OurRanking {
  readonly rank: Ranking;
  readonly close: () => void;
}

/** Hits that are looked at: beyond them nobody counts. */
const MOST = 10;

/** Ranks as the page of search shows its results, from the top down: in Node, over the same index. */
export async function ourRanking(context: ViewContext): Promise<OurRanking> {
  const folder = mkdtempSync(join(tmpdir(), 'search-quality-'));
  const searched = searchedResources(context);
  const byPath = new Map(
    searched.map(({ uniqueId }) => [context.links.pagePath(uniqueId) ?? '', uniqueId]),
  );
  const names = indexNames(buildNames(context), context.project.facts.name);
  const columns = indexColumns(buildColumns(context), names);
  const search = await fullText(context, folder);
  const idOf = (at: number): string => searched[at]?.uniqueId ?? '';

  return {
    async rank(text) {
      const terms = parseQuery(text).flatMap(({ values, isNegated }) =>
        values.map((value) => ({ ...value, isNegated })),
      );
      const wanted = wordQuery(terms);
      const { words, phrases } = wanted;
      const found = rankNames(words, names);
      const inColumns = rankColumns(words, columns);
      const phrase = phraseOf(wanted);
      const together = phrase === null ? [] : await search(`"${phrase}"`);
      const apart = await search(phrases.length > 0 ? `"${words}"` : words);
      const texts = [...new Set([...together, ...apart])];
      const parts: Record<ReturnType<typeof sectionOrder>[number], readonly RankedHit[]> = {
        names: found.map(({ at }) => ({ ids: [idOf(at)], column: null })),
        columns: inColumns.map(({ column, places }) => ({
          ids: places.map(({ at }) => idOf(at)),
          column: column.toLowerCase(),
        })),
        text: texts.map((path) => ({ ids: [byPath.get(path) ?? ''], column: null })),
      };
      return sectionOrder(found, inColumns).flatMap((name) => parts[name]);
    },
    close: () => rmSync(folder, { recursive: true }),
  };
}

/** The paths of the pages that say some words, best first. */
async function fullText(
  context: ViewContext,
  folder: string,
): Promise<(words: string) => Promise<string[]>> {
  const installed = findPagefind();
  if (installed === null) throw new Error('Pagefind is not installed.');
  const indexer = pagefindIndexer(installed);
  const searched = searchedResources(context);
  const write = (place: string, files: readonly IndexFile[]): void => {
    for (const { file, bytes } of files) {
      const path = join(folder, place, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
    }
  };
  const texts = searched.map((resource) => buildText(resource, context, false));
  const lately = complainedLately(context);
  const messages = searched.flatMap((resource) => buildMessages(resource, lately, context) ?? []);
  write('runtime', await indexer.runtime());
  write('texts', (await indexer.index(() => texts)).files);
  if (messages.length > 0) write('messages', (await indexer.index(() => messages)).files);

  // Pagefind fetches its files from a site: here the site is a folder.
  globalThis.fetch = (input) => {
    const address =
      typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
    return Promise.resolve(
      new Response(new Uint8Array(readFileSync(address.replace(/\?.*$/, '')))),
    );
  };
  const script = (await import(
    pathToFileURL(join(folder, 'runtime', 'pagefind.js')).href
  )) as Pagefind;
  const instance = script.createInstance({ basePath: `${folder}/runtime/`, noWorker: true });
  const places = messages.length > 0 ? ['texts', 'messages'] : ['texts'];
  await Promise.all(places.map((place) => instance.mergeIndex(`${folder}/${place}/`, {})));
  return async (words) => {
    const { results } = await instance.search(words);
    return Promise.all(results.slice(0, MOST).map(async ({ data }) => (await data()).raw_url));
  };
}
