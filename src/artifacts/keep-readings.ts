import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FoundFile } from './discover.ts';

/** Where readings of large files are kept from one build to the next. */
export interface KeepReadings {
  /** Made when there is something to keep. */
  readonly folder: string;
  /** The release that reads: what another one read may have another shape. */
  readonly maker: string;
}

/** Bytes of a file below which it is read as fast as what was kept of it is found. */
const WORTH_KEEPING = 1e6;

/** Whether the reading of a file is kept. A log is hashed while it is read, and grows with every command. */
export function isKept({ kind, bytes, skipReason }: FoundFile): boolean {
  return bytes >= WORTH_KEEPING && kind !== 'manifest' && kind !== 'log' && skipReason === null;
}

/**
 * What was kept of these bytes in this place; null when that is nothing, or was not written to its end.
 *
 * @param sha256 of the bytes, in hex
 */
export function findReading(
  { folder, maker }: KeepReadings,
  file: FoundFile,
  sha256: string,
): string | null {
  try {
    const kept = readFileSync(join(folder, nameOf(file)), 'utf8');
    const head = headOf(maker, file, sha256);
    return kept.startsWith(head) && kept.endsWith(END) ? kept.slice(head.length, -1) : null;
  } catch {
    return null;
  }
}

/** Keeps a reading in the place of what was kept of the file before. */
export function keepReading(
  { folder, maker }: KeepReadings,
  file: FoundFile,
  sha256: string,
  reading: string,
): void {
  try {
    mkdirSync(folder, { recursive: true });
    const path = join(folder, nameOf(file));
    // No site is locked yet: another build may keep its reading at the same moment.
    const beside = `${path}.${process.pid}.new`;
    writeFileSync(beside, headOf(maker, file, sha256) + reading + END);
    renameSync(beside, path);
  } catch {
    // Without it the next build reads the file again, which is all that it costs.
  }
}

/** Removes what was kept of files that are gone. */
export function forgetOthers({ folder }: KeepReadings, found: readonly FoundFile[]): void {
  const names = new Set(found.filter(isKept).map(nameOf));
  try {
    for (const name of readdirSync(folder)) {
      if (!names.has(name)) rmSync(join(folder, name), { force: true });
    }
  } catch {
    // Nothing was kept yet, or what was kept can't be removed by this user.
  }
}

const END = '\n';

function nameOf({ path }: FoundFile): string {
  return `${hash('sha256', path).slice(0, 16)}.json`;
}

/**
 * A line that says of what this is the reading: findings name the file, and results the folder of their run. The size is
 * that of when the file was found, which is another where it grew before it was read.
 */
function headOf(maker: string, file: FoundFile, sha256: string): string {
  const { kind, path, folder, bytes } = file;
  return `${JSON.stringify([maker, kind, path, folder, bytes, sha256])}\n`;
}
