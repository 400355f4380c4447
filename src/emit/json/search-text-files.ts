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

/** The indexes for full text that a site has; files below the site. */
export interface TextIndexes {
  /** File of the program that searches them. */
  readonly engine: string;
  /** With the positions of their first resources. */
  readonly shards: readonly { readonly index: string; readonly from: number }[];
  /** With the positions of what has messages; null for none. */
  readonly messages: { readonly index: string; readonly at: readonly number[] } | null;
}

/** The files that any search for texts needs. */
export function neededForText({ engine, shards, messages }: TextIndexes): string[] {
  const indexes = [...shards, ...(messages === null ? [] : [messages])];
  return [engine, ...indexes.map(({ index }) => index)];
}

/** An index, as what made it says. */
interface WordsOf {
  readonly version: string;
  readonly lengths: readonly number[];
  readonly words: readonly { readonly first: string; readonly name: string }[];
}

/** Neighbours among the texts that an index is of. */
interface TextsOf {
  readonly name: string;
  readonly count: number;
}

/** `/search/text/<index>/<print>.json`. */
export function searchWordsFile(
  { version, lengths, words }: WordsOf,
  texts: readonly TextsOf[],
): z.input<typeof searchWordsFileSchema> {
  return {
    api_version: API_VERSION,
    version,
    lengths: [...lengths],
    words: words.map(({ name }) => name),
    first: words.map(({ first }) => first),
    texts: texts.map(({ name }) => name),
    texts_in: texts.map(({ count }) => count),
    texts_per_file: TEXTS_PER_FILE,
  };
}

/** `/search/text/<index>/texts/<name>/<number>.json`. */
export function searchTextsFile(
  records: readonly TextRecord[],
): z.input<typeof searchTextsFileSchema> {
  return {
    api_version: API_VERSION,
    paths: records.map(({ path }) => path),
    texts: records.map(({ text }) => text),
  };
}
