import { rankColumns, type ColumnHit } from '../../search/column-index.ts';
import { rankNames, type NameHit, type NameIndex } from '../../search/name-index.ts';
import { phraseOf, wordQuery, type WordQuery } from '../../search/query.ts';
import type { ListItem } from '../../view/list/list-item.ts';
import { indexItems, matching, type ListIndex } from '../../view/list/match-query.ts';
import { parseQuery, type Term } from '../../view/list/parse-query.ts';
import type { SearchData } from './fetch-search.ts';
import type { FullText, TextHit } from '../full-text/full-text.ts';

/** Texts that are shown at first. */
export const FEW_TEXTS = 8;

/** What a query found so far; null for what is still looked for. */
export interface Found {
  readonly query: string;
  readonly index: NameIndex;
  readonly words: WordQuery;
  readonly names: readonly NameHit[];
  readonly columns: readonly ColumnHit[] | null;
  readonly texts: readonly TextHit[] | 'none' | 'failed' | null;
}

/** The texts that were found by now. */
export function textHits(texts: Found['texts']): readonly TextHit[] {
  return texts === null || typeof texts === 'string' ? [] : texts;
}

/** Where searches are asked for, one after the other; only the newest is answered to the end. */
export interface Searcher {
  /**
   * @param pauseMs texts are searched when nothing else was asked for so long
   * @param show called with what is found, and again whenever more is
   */
  readonly run: (query: string, pauseMs: number, show: (found: Found) => void) => Promise<void>;
  /** Begins to load what any search needs. */
  readonly open: () => void;
  /** All that a filter could leave of what words alone find. */
  readonly index: () => Promise<ListIndex>;
}

/**
 * @param openText gives the full text of the site, or null where it has none; rejects where that can't be loaded, and is
 *   then asked again by the next search
 */
export function createSearcher(
  data: SearchData,
  openText: (cache: RequestCache) => Promise<FullText | null>,
): Searcher {
  let text: Promise<FullText | null> | null = null;
  let newest = 0;
  let words: Term[] = [];

  const fullText = (cache: RequestCache = 'default'): Promise<FullText | null> => {
    if (text !== null) return text;
    const opening = openText(cache);
    opening.catch(() => (text = null));
    return (text = opening);
  };
  /** Finds what is written; once more from the beginning where the site was published anew meanwhile. */
  const textsOf = async (wanted: WordQuery): Promise<readonly TextHit[] | 'none'> => {
    const find = async (opened: FullText | null): Promise<readonly TextHit[] | 'none'> =>
      opened === null ? 'none' : findTexts(wanted, opened);
    try {
      return await find(await fullText());
    } catch {
      text = null;
      return find(await fullText('reload'));
    }
  };

  /** The positions that a filter leaves; null for all. */
  const allowed = async (fields: readonly Term[]): Promise<ReadonlySet<number> | null> =>
    fields.length === 0 ? null : new Set(matching(indexItems(await data.facets()), fields));

  const textsAfter = async (pauseMs: number, own: number, wanted: WordQuery) => {
    const opening = fullText();
    opening.catch(() => undefined);
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    if (own !== newest) return [];
    const hits = await textsOf(wanted);
    // Each lies in a file of its own, which is wanted next.
    if (typeof hits !== 'string')
      for (const hit of hits.slice(0, FEW_TEXTS)) hit.load().catch(() => undefined);
    return hits;
  };

  return {
    open() {
      // What fails is told of when it is searched.
      for (const loading of [fullText(), data.names()]) loading.catch(() => undefined);
    },
    async run(query, pauseMs, show) {
      const own = ++newest;
      const terms = parseQuery(query);
      words = terms.filter(({ field }) => field === null);
      const fields = terms.filter(({ field }) => field !== null);
      const wanted = wordQuery(words.flatMap(wordOf));
      const keeping = allowed(fields);
      const isWordless = wanted.words === '';
      // Begun before names are there: what is slowest waits for nothing.
      const searching = isWordless ? Promise.resolve([]) : textsAfter(pauseMs, own, wanted);
      searching.catch(() => undefined);
      const [index, kept] = await Promise.all([data.names(), keeping]);
      if (own !== newest) return;
      const names = findNames(wanted, index, kept);
      let found: Found = { query, index, words: wanted, names, columns: null, texts: null };
      const tell = (more: Partial<Found>): void => {
        if (own !== newest) return;
        found = { ...found, ...more };
        show(found);
      };
      if (isWordless) return tell({ columns: [], texts: [] });
      tell({});
      await Promise.all([
        data.columns().then(
          (columns) => {
            if (own === newest)
              tell({ columns: keepPlaces(rankColumns(wanted.words, columns), kept) });
          },
          () => tell({ columns: [] }),
        ),
        searching.then(
          (texts) => tell({ texts: typeof texts === 'string' ? texts : keepTexts(texts, kept) }),
          () => tell({ texts: 'failed' }),
        ),
      ]);
    },
    async index() {
      const items = await data.facets();
      const wanted = wordQuery(words.flatMap(wordOf));
      if (wanted.words === '') return indexItems(items);
      const [names, columns, opened] = await Promise.all([
        data.names(),
        data.columns(),
        fullText().catch(() => null),
      ]);
      const places = new Set<number>(findNames(wanted, names, null).map(({ at }) => at));
      for (const hit of rankColumns(wanted.words, columns))
        for (const { at } of hit.places) places.add(at);
      if (opened !== null) for (const { at } of await findTexts(wanted, opened)) places.add(at);
      return indexItems([...places].flatMap((at): ListItem[] => (items[at] ? [items[at]] : [])));
    },
  };
}

function wordOf({ values, isNegated }: Term) {
  return values.map(({ text, isQuoted }) => ({ text, isQuoted, isNegated }));
}

function findNames(
  { words, without }: WordQuery,
  index: NameIndex,
  kept: ReadonlySet<number> | null,
): NameHit[] {
  // A filter alone lists all that it leaves.
  const hits =
    words === ''
      ? kept === null
        ? []
        : index.names.flatMap((name, at): NameHit[] => [{ name, at, kind: 'exact' }])
      : rankNames(words, index);
  return hits.filter(
    ({ at, name }) =>
      (kept === null || kept.has(at)) &&
      !without.some((word) => name.name.toLowerCase().includes(word)),
  );
}

function keepPlaces(hits: readonly ColumnHit[], kept: ReadonlySet<number> | null): ColumnHit[] {
  if (kept === null) return [...hits];
  return hits
    .map((hit) => ({ ...hit, places: hit.places.filter(({ at }) => kept.has(at)) }))
    .filter(({ places }) => places.length > 0);
}

function keepTexts(hits: readonly TextHit[], kept: ReadonlySet<number> | null): TextHit[] {
  return hits.filter(({ at }) => kept === null || kept.has(at));
}

/** Texts that say all that is wanted. */
async function findTexts(
  { words, phrases, without }: WordQuery,
  text: FullText,
): Promise<TextHit[]> {
  const phrase = phraseOf({ words, phrases, without });
  const [together, apart, ...others] = await Promise.all([
    phrase === null ? [] : text.search(`"${phrase}"`),
    text.search(words),
    ...phrases.map((quoted) => text.search(`"${quoted}"`)),
    ...without.map((word) => text.search(word)),
  ]);
  const first = new Set(together.map(({ id }) => id));
  const hits = [...together, ...apart.filter(({ id }) => !first.has(id))];
  const idsOf = (list: readonly TextHit[]): Set<string> => new Set(list.map(({ id }) => id));
  const within = others.slice(0, phrases.length).map(idsOf);
  const outside = others.slice(phrases.length).map(idsOf);
  return hits.filter(
    ({ id }) => within.every((ids) => ids.has(id)) && !outside.some((ids) => ids.has(id)),
  );
}
