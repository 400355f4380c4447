import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SIDE_EXTENSIONS } from './compress.ts';
import { contentHash, contentTime } from './content-hash.ts';
import { readRecord, type BuildRecord, type FileRecord } from './record.ts';
import { readSiteFolder, type FileOnDisk } from './site-folder.ts';

/** The key of compressed forms in the record: they follow the file that they are made from. */
export const SIDE_KEY = 'side';

/** A file of the last build with its compressed forms, all as that build left them. */
export interface IntactFile {
  readonly record: FileRecord;
  readonly sides: readonly (readonly [file: string, record: FileRecord])[];
}

/** What the last build left behind: what is on record, and what of it is still as it was. */
export class PreviousBuild {
  readonly #out: string;
  readonly #onDisk: ReadonlyMap<string, FileOnDisk>;
  readonly #record: BuildRecord;
  readonly #compress: boolean;

  /**
   * @throws SiteError `OutputHasLink`
   */
  constructor(out: string, recordFile: string, compress: boolean) {
    this.#out = out;
    this.#compress = compress;
    this.#record = readRecord(recordFile) ?? { complete: true, compress, files: new Map() };
    this.#onDisk = readSiteFolder(out);
  }

  get files(): ReadonlyMap<string, FileRecord> {
    return this.#record.files;
  }

  /** How many files of the folder no build of ours wrote, and this one does not either. */
  countForeign(written: ReadonlyMap<string, unknown>): number {
    let count = 0;
    for (const file of this.#onDisk.keys()) {
      if (!this.files.has(file) && !written.has(file)) count++;
    }
    return count;
  }

  /** A file that can stay; null when it is new, or it or a compressed form is not as we left it. */
  intact(file: string): IntactFile | null {
    const record = this.files.get(file);
    if (record === undefined || this.#record.compress !== this.#compress) return null;
    if (!this.#isIntact(file, record)) return null;
    const sides: [string, FileRecord][] = [];
    for (const extension of this.#compress ? SIDE_EXTENSIONS : []) {
      const side = this.files.get(file + extension);
      if (side?.key !== SIDE_KEY) continue;
      if (!this.#isIntact(file + extension, side)) return null;
      sides.push([file + extension, side]);
    }
    return { record, sides };
  }

  #isIntact(file: string, record: FileRecord): boolean {
    const found = this.#onDisk.get(file);
    if (found?.size !== record.size || found.time !== contentTime(record.hash)) return false;
    // After a crash size and time are not enough: a file may have its length but not its bytes.
    return (
      this.#record.complete || contentHash(readFileSync(join(this.#out, file))) === record.hash
    );
  }
}
