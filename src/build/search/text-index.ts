import type { TextRecord } from '../../view/search/text-record.ts';

/** Words that stand together in a file of an index, in the order of their code points. */
export interface IndexedWords {
  /** SHA-256 of what is said of the words, in hexadecimal. */
  readonly print: string;
  /** The beginning of the first word that tells it from the last one of the words before; empty for the first of all. */
  readonly first: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface MadeIndex {
  /** Version of what made it, as what searches it wants to know. */
  readonly version: string;
  /** How many words each record has, in their order. */
  readonly lengths: readonly number[];
  readonly words: readonly IndexedWords[];
}

/** What an index is wanted of. */
export interface IndexedRecords {
  /** Told apart from all other indexes of a site; the same in every build. Letters and digits. */
  readonly name: string;
  readonly sources: readonly IndexSource[];
}

/** A record that is not made unless it has to be. */
export interface IndexSource {
  /** Changes whenever the record may change. */
  readonly key: string;
  readonly record: () => TextRecord;
}

/** Makes indexes for full text. */
export interface TextIndexer {
  /** Name and version of what makes them: another one may make other files of the same records. */
  readonly version: string;
  /** Told that indexes may be asked for soon, so that what makes them can start meanwhile. */
  readonly prepare?: () => void;
  /** @throws when the index can't be made */
  readonly index: (records: IndexedRecords) => Promise<MadeIndex>;
  /** The program that a browser searches any of the indexes with. */
  readonly engine: () => Promise<Uint8Array>;
  /** Told the names of all indexes of a site, so that nothing has to be remembered of others. */
  readonly forgetAllBut?: (names: readonly string[]) => void;
}
