import { startEngine } from './engine.ts';
import { fetchFile } from './fetch-file.ts';
import { searchTerm } from './search-term.ts';
import { fetchPacked, openIndex, type TextPage } from './text-index.ts';

/** What `/schemas/search.json` says, as far as it is needed here. */
interface SearchJson {
  readonly full_text: FullTextJson | null;
}

interface FullTextJson {
  readonly engine: string;
  readonly shards: readonly { readonly folder: string; readonly from: number }[];
  readonly messages: { readonly folder: string; readonly at: readonly number[] } | null;
}

/** A page whose text met a query. */
export interface TextHit {
  /** Of the text: a page may have several. */
  readonly id: string;
  /** Position of the page among the names. */
  readonly at: number;
  /** Fetches what the page says. */
  readonly load: () => Promise<TextPage>;
}

export interface FullText {
  /** Best first. Words in quotes stand in the text as they stand there; a page may be found twice. */
  readonly search: (words: string) => Promise<TextHit[]>;
}

/**
 * Begins to load what searches full text.
 *
 * @param href of `/search/index.json`
 * @returns null where the site has no full text
 */
export async function openFullText(
  href: string,
  cache: RequestCache = 'default',
): Promise<FullText | null> {
  const { full_text: text } = (await fetchFile(href, cache)) as SearchJson;
  if (text === null) return null;
  const { engine, shards, messages } = text;
  const starting = fetchPacked(engine).then(startEngine);
  const places = [
    ...shards.map(({ folder, from }) => ({ folder, positionOf: (page: number) => from + page })),
    ...(messages === null
      ? []
      : [{ folder: messages.folder, positionOf: (page: number) => messages.at[page] ?? -1 }]),
  ];
  const indexes = places.map((place) => ({ ...place, opening: openIndex(place.folder, starting) }));
  await Promise.all(indexes.map(({ opening }) => opening));
  return {
    async search(words) {
      const term = searchTerm(words);
      if (term === null) return [];
      const answers = await Promise.all(
        indexes.map(async ({ folder, positionOf, opening }) => {
          const { hits, has } = await (await opening).search(term);
          return { has, hits: hits.map((hit) => ({ folder, positionOf, hit })) };
        }),
      );
      // An index leaves out of the query what it has not; what another has is meant all the same.
      const isMeant = (word: number): boolean => answers.some(({ has }) => has[word]);
      return answers
        .filter(({ has }) => has.every((own, word) => own || !isMeant(word)))
        .flatMap(({ hits }) => hits)
        .sort((a, b) => b.hit.score - a.hit.score)
        .map(({ folder, positionOf, hit }) => ({
          id: `${folder}${hit.page}`,
          at: positionOf(hit.page),
          load: hit.load,
        }));
    },
  };
}
