import type { z } from 'zod';
import type { TextRecord } from '../../view/search/text-record.ts';
import { API_VERSION } from '../api-version.ts';
import type { searchTextsFileSchema, searchWordsFileSchema } from '../schemas/search-text.ts';

/** Folder of what is searched in full. */
export const TEXT_FOLDER = 'search/text';
/** The program that searches, as Pagefind names it. */
export const ENGINE_FILE = 'wasm.en.pagefind';
/** Texts that lie in one file: neighbours say much the same, and one is seldom looked at alone. */
export const TEXTS_PER_FILE = 16;

/** The indexes for full text that a site has; folders below the site, without slashes around them. */
export interface TextIndexes {
  /** File of the program that searches them. */
  readonly engine: string;
  /** With the positions of their first resources. */
  readonly shards: readonly { readonly folder: string; readonly from: number }[];
  /** With the positions of what has messages; null for none. */
  readonly messages: { readonly folder: string; readonly at: readonly number[] } | null;
}

/** The files that any search for texts needs. */
export function neededForText({ engine, shards, messages }: TextIndexes): string[] {
  const indexes = [...shards, ...(messages === null ? [] : [messages])];
  return [engine, ...indexes.map(({ folder }) => `${folder}/index.json`)];
}

/** An index, as what made it says. */
interface WordsOf {
  readonly version: string;
  readonly lengths: readonly number[];
  readonly words: readonly { readonly first: string; readonly last: string }[];
}

/** `/search/text/<index>/index.json`. */
export function searchWordsFile({
  version,
  lengths,
  words,
}: WordsOf): z.input<typeof searchWordsFileSchema> {
  return {
    api_version: API_VERSION,
    version,
    lengths: [...lengths],
    first: words.map(({ first }) => first),
    last: words.map(({ last }) => last),
    texts_per_file: TEXTS_PER_FILE,
  };
}

/** `/search/text/<index>/texts/<number>.json`. */
export function searchTextsFile(
  records: readonly TextRecord[],
): z.input<typeof searchTextsFileSchema> {
  return {
    api_version: API_VERSION,
    paths: records.map(({ path }) => path),
    texts: records.map(({ text }) => text),
  };
}
