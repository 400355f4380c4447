import { fetchOf, fullTextSite, INDEX } from '../../tests/search/full-text-site.ts';
import { openFullText } from '../../src/islands/full-text/full-text.ts';
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

/** Hits that are looked at: beyond them nobody counts. */
const MOST = 10;

/** Ranks as the page of search shows its results, from the top down: in Node, over the same index. */
export async function ourRanking(context: ViewContext): Promise<Ranking> {
  const searched = searchedResources(context);
  const byPath = new Map(
    searched.map(({ uniqueId }) => [context.links.pagePath(uniqueId) ?? '', uniqueId]),
  );
  const names = indexNames(buildNames(context), context.project.facts.name);
  const columns = indexColumns(buildColumns(context), names);
  const search = await fullText(context);
  const idOf = (at: number): string => searched[at]?.uniqueId ?? '';

  return async (text) => {
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
  };
}

/** The paths of the pages that say some words, best first, as the browser finds them. */
async function fullText(context: ViewContext): Promise<(words: string) => Promise<string[]>> {
  const searched = searchedResources(context);
  const texts = searched.map((resource) => buildText(resource, context, false));
  const lately = complainedLately(context);
  const messages = searched.flatMap((resource) => buildMessages(resource, lately, context) ?? []);
  globalThis.fetch = fetchOf(await fullTextSite([texts], messages));
  const text = await openFullText(INDEX);
  return async (words) => {
    const hits = (await text?.search(words)) ?? [];
    return Promise.all(hits.slice(0, MOST).map(async ({ load }) => (await load()).path));
  };
}
