import { contentTime } from './content-hash.ts';
import { type BuildRecord, readRecord } from './record.ts';
import { type FileOnDisk, readSiteFolder } from './site-folder.ts';

/** What the last build left, and what became of it. */
export interface Glimpse {
  /** Null when it can't be used. */
  readonly record: BuildRecord | null;
  /** Files on record that are gone, or have another size or time than they were given. */
  readonly altered: ReadonlySet<string>;
  /** Files that are not on record. */
  readonly foreign: readonly string[];
}

/**
 * Looks at an output folder and its record.
 *
 * @throws SiteError `OutputHasLink`
 */
export function lookAt(out: string, recordFile: string): Glimpse {
  const record = readRecord(recordFile);
  const onDisk = readSiteFolder(out);
  const altered = new Set<string>();
  for (const [file, { size, hash }] of record?.files ?? []) {
    if (!isAsLeft(onDisk.get(file), size, hash)) altered.add(file);
  }
  return {
    record,
    altered,
    foreign: [...onDisk.keys()].filter((file) => record?.files.has(file) !== true),
  };
}

function isAsLeft(found: FileOnDisk | undefined, size: number, hash: string): boolean {
  return found?.size === size && found.time === contentTime(hash);
}
