import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { contentHash } from './content-hash.ts';

/** What we know of one file that we wrote. */
export interface FileRecord {
  /** The key of the output that it was made from; equal keys mean equal bytes. */
  readonly key: string;
  /** In bytes. */
  readonly size: number;
  /** See `contentHash`; the file's modification time follows from it. */
  readonly hash: string;
}

/** What a build remembers for the next one. */
export interface BuildRecord {
  /** False while files are being moved into place: then the files must be checked byte by byte. */
  readonly complete: boolean;
  readonly compress: boolean;
  /** By path below the output folder, with forward slashes. */
  readonly files: ReadonlyMap<string, FileRecord>;
}

const FORMAT = 1;

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
    if (header.format !== FORMAT || header.count !== lines.length - 2) return null;
    const files = new Map<string, FileRecord>();
    for (const line of lines.slice(1, -1)) {
      const [file, key, size, hash] = JSON.parse(line) as [string, string, number, string];
      files.set(file, { key, size, hash });
    }
    return { complete: header.complete === true, compress: header.compress === true, files };
  } catch {
    // Cut off or damaged: as good as none.
    return null;
  }
}

/** Replaces the record in one step. */
export function writeRecord(path: string, record: BuildRecord): void {
  const { complete, compress, files } = record;
  const lines = [JSON.stringify({ format: FORMAT, complete, compress, count: files.size })];
  for (const [file, { key, size, hash }] of files) {
    lines.push(JSON.stringify([file, key, size, hash]));
  }
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(`${path}.new`, `${lines.join('\n')}\n`);
  renameSync(`${path}.new`, path);
}
