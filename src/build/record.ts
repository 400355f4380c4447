import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { contentHash } from './content-hash.ts';
import { replaceFile } from './replace-file.ts';

/** What we know of one file that we wrote. */
export interface FileRecord {
  /** The key of the output that it was made from; equal keys mean equal bytes. */
  readonly key: string;
  /** In bytes. */
  readonly size: number;
  /** See `contentHash`; the file's modification time follows from it. */
  readonly hash: string;
  /** The full name of the innermost group of outputs that it is one of; null outside of all. */
  readonly group: string | null;
}

/** What a build remembers for the next one. */
export interface BuildRecord {
  /** False while files are being moved into place: then the files must be checked byte by byte. */
  readonly complete: boolean;
  readonly compress: boolean;
  /** By path below the output folder, with forward slashes. */
  readonly files: ReadonlyMap<string, FileRecord>;
  /** Full names of the groups of outputs → their keys. */
  readonly groups: ReadonlyMap<string, string>;
}

const FORMAT = 2;
/** Formats that are read: one that knows no groups tells all the same which files are ours. */
const READ_FORMATS: readonly unknown[] = [1, FORMAT];

/**
 * Where the record of an output folder lies. One cache serves several output folders, and both may
 * move together, as caches of CI do.
 */
export function recordPath(cacheDir: string, out: string): string {
  const place = relative(cacheDir, out).replaceAll('\\', '/');
  const name = basename(out).replaceAll(/[^\w-]/g, '_');
  return join(cacheDir, 'builds', `${name}-${contentHash(place).slice(0, 8)}.jsonl`);
}

/** The record of the last build into a folder; null when there is none that can be used. */
export function readRecord(path: string): BuildRecord | null {
  let lines: string[];
  try {
    lines = readFileSync(path, 'utf8').split('\n');
  } catch {
    return null;
  }
  try {
    const header = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
    const { complete, compress, count } = header;
    if (!READ_FORMATS.includes(header.format) || typeof count !== 'number') return null;
    const moving = lines.slice(count + 1);
    if (moving.length === 0) return null;
    const isComplete = complete === true && moving.join('') === '';
    // While files are moved, groups would hold some that are about to go.
    const groups = new Map((isComplete ? (header.groups ?? []) : []) as [string, string][]);
    const names = [...groups.keys()];
    const files = new Map<string, FileRecord>();
    const own = lines.slice(1, count + 1).map((line) => JSON.parse(line) as OldFileLine | FileLine);
    for (const [file, key, size, hash, group = -1] of [...own, ...moving.flatMap(wholeLine)]) {
      files.set(file, { key, size, hash, group: names[group] ?? null });
    }
    return { complete: isComplete, compress: compress === true, files, groups };
  } catch {
    // Cut off or damaged: as good as none.
    return null;
  }
}

/** A line of what a build was about to move; of one that was killed while it wrote that, the end may be missing. */
function wholeLine(line: string): FileLine[] {
  try {
    return [JSON.parse(line) as FileLine];
  } catch {
    return [];
  }
}

/** A file and its hash in a line of a record, as far as its name needs no decoding. */
const FILE_LINE = /^\["([^"\\]*)","[^"]*",\d+,"([0-9a-f]*)",-?\d+\]$/;

/**
 * The hashes and paths of all files of a complete record, `<hash> <path>` a line: a fifth of the time that it takes to
 * read what else it says.
 *
 * @returns null when there is no such record
 */
export function readHashes(path: string): string | null {
  let lines: string[];
  try {
    lines = readFileSync(path, 'utf8').split('\n');
    const header = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
    const isWhole = header.format === FORMAT && header.count === lines.length - 2;
    if (!isWhole || header.complete !== true) return null;
    return lines
      .slice(1, -1)
      .map((line) => {
        const [, plain, hashed] = FILE_LINE.exec(line) ?? [];
        if (plain !== undefined && hashed !== undefined) return `${hashed} ${plain}`;
        const [file, , , hash] = JSON.parse(line) as FileLine;
        return `${hash} ${file}`;
      })
      .join('\n');
  } catch {
    return null;
  }
}

/** A file with the place of its group among the groups; -1 outside of all. */
type FileLine = [file: string, key: string, size: number, hash: string, group: number];

/** The same in format 1. */
type OldFileLine = [file: string, key: string, size: number, hash: string];

/** Replaces the record in one step. */
export function writeRecord(path: string, record: BuildRecord): void {
  const { complete, compress, files } = record;
  const groups = [...record.groups];
  const places = new Map(groups.map(([name], place) => [name, place]));
  const count = files.size;
  const lines = [JSON.stringify({ format: FORMAT, complete, compress, count, groups })];
  for (const [file, found] of files) lines.push(lineOf(file, found, places.get(found.group ?? '')));
  mkdirSync(join(path, '..'), { recursive: true });
  replaceFile(path, `${lines.join('\n')}\n`);
}

/**
 * Notes which files are about to be moved into place: until the next `writeRecord` the record counts as incomplete, and
 * has them, too. There are few of them mostly, and many others on record.
 *
 * @param path of a record that can be read
 */
export function addToRecord(path: string, files: ReadonlyMap<string, FileRecord>): void {
  // Begun on a line of its own, as the last build may have been killed while it wrote here.
  appendFileSync(
    path,
    ['', ...[...files].map(([file, found]) => lineOf(file, found)), ''].join('\n'),
  );
}

function lineOf(file: string, { key, size, hash }: FileRecord, group = -1): string {
  const line: FileLine = [file, key, size, hash, group];
  return JSON.stringify(line);
}
