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
  readonly words: readonly { readonly first: string }[];
}

/** Neighbours among the texts that an index is of. */
interface TextsOf {
  readonly name: string;
  readonly count: number;
}

/** `/search/text/<index>/index.json`. */
export function searchWordsFile(
  { version, lengths, words }: WordsOf,
  texts: readonly TextsOf[],
): z.input<typeof searchWordsFileSchema> {
  return {
    api_version: API_VERSION,
    version,
    lengths: lengths.map(rounded),
    first: words.map(({ first }) => first),
    texts: texts.map(({ name }) => name),
    texts_in: texts.map(({ count }) => count),
    texts_per_file: TEXTS_PER_FILE,
  };
}

/** Longer texts count a little less. Whether one has 300 words or 303 changes no order, but takes every reader some KB to load. */
function rounded(length: number): number {
  const step = 2 ** Math.max(0, Math.floor(Math.log2(length)) - 4);
  return Math.round(length / step) * step;
}

/** `/search/text/<texts>/texts/<number>.json`. */
export function searchTextsFile(
  records: readonly TextRecord[],
): z.input<typeof searchTextsFileSchema> {
  return {
    api_version: API_VERSION,
    paths: records.map(({ path }) => path),
    texts: records.map(({ text }) => text),
  };
}
