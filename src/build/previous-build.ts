import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SIDE_EXTENSIONS } from './compress.ts';
import { contentHash } from './content-hash.ts';
import { type Glimpse, lookAt } from './glimpse.ts';
import type { BuildRecord, FileRecord } from './record.ts';

/** The key of compressed forms in the record: they follow the file that they are made from. */
export const SIDE_KEY = 'side';

/** A file of the last build with its compressed forms, all as that build left them. */
export interface IntactFile {
  readonly record: FileRecord;
  readonly sides: readonly (readonly [file: string, record: FileRecord])[];
}

/** A group of outputs of the last build, all as that build left it. */
export interface IntactGroup {
  readonly files: readonly (readonly [file: string, intact: IntactFile])[];
  /** The groups inside with their keys, itself included. */
  readonly groups: readonly (readonly [name: string, key: string])[];
}

const NOTHING: BuildRecord = {
  complete: true,
  compress: false,
  files: new Map(),
  groups: new Map(),
};

/** The full name of a group within another; null for one that is in none. */
export function nameInside(outer: string | null, name: string): string {
  return outer === null ? name : `${outer}>${name}`;
}

/** The full name of the group that holds this one; empty for the outermost. */
export function groupAround(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('>')));
}

function isInside(name: string, outer: string): boolean {
  return name === outer || name.startsWith(`${outer}>`);
}

/** What the last build left behind: what is on record, and what of it is still as it was. */
export class PreviousBuild {
  readonly #out: string;
  readonly #altered: ReadonlySet<string>;
  readonly #foreign: readonly string[];
  readonly #record: BuildRecord;
  readonly #compress: boolean;
  readonly #filesOfGroups = new Map<string, string[]>();

  /**
   * @param seen what another thread has seen; null to look
   * @throws SiteError `OutputHasLink`
   */
  constructor(out: string, recordFile: string, compress: boolean, seen: Glimpse | null = null) {
    this.#out = out;
    this.#compress = compress;
    const { record, altered, foreign } = seen ?? lookAt(out, recordFile);
    this.#record = record ?? NOTHING;
    this.#altered = altered;
    this.#foreign = foreign;
    for (const [file, { group, key }] of this.#record.files) {
      if (group === null || key === SIDE_KEY) continue;
      for (let name = group; name !== ''; name = groupAround(name)) {
        const list = this.#filesOfGroups.get(name);
        if (list) list.push(file);
        else this.#filesOfGroups.set(name, [file]);
      }
    }
  }

  /** Whether there is a record of it to which this build can add: compressed forms are there for both, or for neither. */
  get takesMore(): boolean {
    return this.#record !== NOTHING && this.#record.compress === this.#compress;
  }

  get files(): ReadonlyMap<string, FileRecord> {
    return this.#record.files;
  }

  /**
   * Everything that the last build made of a group of outputs, groups in it included; null when
   * its key was another, or when not all of it can stay.
   *
   * @param name the full name, see `nameInside`
   */
  intactGroup(name: string, key: string): IntactGroup | null {
    if (this.#record.groups.get(name) !== key) return null;
    const files: [string, IntactFile][] = [];
    for (const file of this.#filesOfGroups.get(name) ?? []) {
      const intact = this.intact(file);
      // A page that failed has no key, and is tried again.
      if (intact === null || intact.record.key === '') return null;
      files.push([file, intact]);
    }
    const groups = [...this.#record.groups].filter(([other]) => isInside(other, name));
    return { files, groups };
  }

  /** How many files of the folder no build of ours wrote, and this one does not either. */
  countForeign(written: ReadonlyMap<string, unknown>): number {
    return this.#foreign.filter((file) => !written.has(file)).length;
  }

  /** The text of a file that can stay. */
  textOf(file: string): string {
    return readFileSync(join(this.#out, file), 'utf8');
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
    if (this.#altered.has(file)) return false;
    // After a crash size and time are not enough: a file may have its length but not its bytes.
    return (
      this.#record.complete || contentHash(readFileSync(join(this.#out, file))) === record.hash
    );
  }
}
