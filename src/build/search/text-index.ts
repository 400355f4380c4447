import type { TextRecord } from '../../view/search/text-record.ts';

/** A file of an index, below the folder of the index. */
export interface IndexFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

export interface MadeIndex {
  readonly files: readonly IndexFile[];
  /** Under which id the index knows each record, in their order. */
  readonly ids: readonly string[];
}

/** Makes indexes for full text, one after the other. */
export interface TextIndexer {
  /** Name and version of what makes them: another one may make other files of the same records. */
  readonly version: string;
  /** @throws when the index can't be made */
  readonly index: (records: () => readonly TextRecord[]) => Promise<MadeIndex>;
  /** What a browser needs to search any of the indexes. */
  readonly runtime: () => Promise<readonly IndexFile[]>;
}
