import type { TextRecord } from '../../view/search/text-record.ts';

/** Words that stand together in a file of an index, in the order of their code points. */
export interface IndexedWords {
  /** The beginning of the first that tells it from the last one of the words before. */
  readonly first: string;
  /** The beginning of the last that tells it from the first one of the words after. */
  readonly last: string;
  readonly bytes: Uint8Array;
}

export interface MadeIndex {
  /** Version of what made it, as what searches it wants to know. */
  readonly version: string;
  /** How many words each record has, in their order. */
  readonly lengths: readonly number[];
  readonly words: readonly IndexedWords[];
}

/** Makes indexes for full text. */
export interface TextIndexer {
  /** Name and version of what makes them: another one may make other files of the same records. */
  readonly version: string;
  /** Told that indexes may be asked for soon, so that what makes them can start meanwhile. */
  readonly prepare?: () => void;
  /** @throws when the index can't be made */
  readonly index: (records: readonly TextRecord[]) => Promise<MadeIndex>;
  /** The program that a browser searches any of the indexes with. */
  readonly engine: () => Promise<Uint8Array>;
}
