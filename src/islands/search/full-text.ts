import type { MetWord } from '../../search/excerpt.ts';
import { fetchFile } from './fetch-file.ts';

/** What `/schemas/search.json` says, as far as it is needed here. */
interface SearchJson {
  readonly full_text: FullTextJson | null;
}

interface IndexJson {
  readonly folder: string;
  readonly pages: string;
  readonly print: string;
}

interface FullTextJson {
  readonly script: string;
  readonly runtime: string;
  readonly shards: readonly (IndexJson & { readonly from: number })[];
  readonly messages: (IndexJson & { readonly at: readonly number[] }) | null;
}

/** Pagefind's own script, as far as it is used here. */
interface PagefindScript {
  readonly createInstance: (options: object) => PagefindInstance;
}

interface PagefindInstance {
  readonly mergeIndex: (href: string, options: object) => Promise<void>;
  readonly search: (query: string) => Promise<{ readonly results: readonly PagefindResult[] }>;
}

interface PagefindResult {
  readonly id: string;
  readonly score: number;
  readonly data: () => Promise<PagefindPage>;
}

interface PagefindPage {
  readonly raw_url: string;
  readonly raw_content: string;
  readonly weighted_locations: readonly MetWord[];
}

/** A page whose text met a query. */
export interface TextHit {
  readonly id: string;
  /** Fetches what the page says. */
  readonly load: () => Promise<TextPage>;
}

export interface TextPage {
  /** Below the base. */
  readonly path: string;
  readonly text: string;
  readonly met: readonly MetWord[];
}

export interface FullText {
  /** Best first. Words in quotes stand in the text as they stand there; a page may be found twice. */
  readonly search: (words: string) => Promise<TextHit[]>;
  /** The position among the names of each page, by its id; fetched when it is first asked for. */
  readonly positions: () => Promise<ReadonlyMap<string, number>>;
}

/**
 * Loads what searches full text.
 *
 * @param href of `/search/index.json`
 * @returns null where the site has no full text
 */
export async function openFullText(href: string): Promise<FullText | null> {
  const { full_text: text } = (await fetchFile(href, 'default')) as SearchJson;
  if (text === null) return null;
  const script = new URL(text.script, location.href).href;
  const { createInstance } = (await import(/* @vite-ignore */ script)) as PagefindScript;
  const indexes = [...text.shards, ...(text.messages === null ? [] : [text.messages])];
  // Addresses stay below the base, and what didn't change stays in the browser's cache.
  const options = { baseUrl: '/', metaCacheTag: 'runtime' };
  const instance = createInstance({ ...options, basePath: text.runtime, noWorker: true });
  await Promise.all(
    indexes.map((index) =>
      instance.mergeIndex(index.folder, { ...options, metaCacheTag: index.print }),
    ),
  );
  let positions: Promise<ReadonlyMap<string, number>> | null = null;
  return {
    search: async (words) => {
      const { results } = await instance.search(words);
      return results.map(({ id, data }) => ({
        id,
        load: async () => {
          const { raw_url: path, raw_content: content, weighted_locations: met } = await data();
          // Escaped for innerHTML, which it never becomes here.
          return { path, text: content.replaceAll('&lt;', '<').replaceAll('&gt;', '>'), met };
        },
      }));
    },
    positions: () => (positions ??= loadPositions(text)),
  };
}

async function loadPositions({
  shards,
  messages,
}: FullTextJson): Promise<ReadonlyMap<string, number>> {
  const pagesOf = async (href: string): Promise<readonly string[]> =>
    ((await fetchFile(href, 'default')) as { readonly pages: readonly string[] }).pages;
  const parts = await Promise.all([
    ...shards.map(async ({ pages, from }) =>
      (await pagesOf(pages)).map((id, at): [string, number] => [id, from + at]),
    ),
    ...(messages === null
      ? []
      : [
          pagesOf(messages.pages).then((pages) =>
            pages.map((id, at): [string, number] => [id, messages.at[at] ?? -1]),
          ),
        ]),
  ]);
  return new Map(parts.flat());
}
