import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { RunIndex } from './run-index.ts';
import { SqliteIndex } from './sqlite-index.ts';

/** An index, and why the one that was there could not be used; null when it could, or there was none. */
export interface OpenedIndex {
  readonly index: RunIndex;
  readonly discarded: string | null;
}

/**
 * Opens the index in a file, and makes it where there is none. One that is damaged, or of a newer release, is made anew:
 * all that it holds is in the archive.
 *
 * @param path null for one in memory, which is gone with the process
 */
export function openIndex(path: string | null): OpenedIndex {
  if (path === null) return { index: create(':memory:'), discarded: null };
  try {
    mkdirSync(dirname(path), { recursive: true });
    return { index: create(path), discarded: null };
  } catch (error) {
    const discarded = error instanceof Error ? error.message : String(error);
    // Another process may be at it, or it can't be written: neither is a reason to throw it away.
    if (!isBroken(error)) return { index: create(':memory:'), discarded };
    try {
      for (const ending of ['', '-wal', '-shm']) rmSync(`${path}${ending}`, { force: true });
      return { index: create(path), discarded };
    } catch {
      // A cache that can't be written to: slower, and as good.
      return { index: create(':memory:'), discarded };
    }
  }
}

function create(path: string): RunIndex {
  const { DatabaseSync } = quietly(() => process.getBuiltinModule('node:sqlite'));
  const db = new DatabaseSync(path);
  try {
    return new SqliteIndex(db);
  } catch (error) {
    db.close();
    throw error;
  }
}

/** SQLite's codes for a damaged file, and one that is no database; what has no code was found out by ourselves. */
const BROKEN = new Set<unknown>([11, 26, undefined]);

function isBroken(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return BROKEN.has('errcode' in error ? error.errcode : undefined) && !('syscall' in error);
}

/** Node says of its SQLite that it may still change; we test against each version that we run on. */
function quietly<T>(load: () => T): T {
  const emitWarning = Object.getOwnPropertyDescriptor(process, 'emitWarning') ?? {};
  process.emitWarning = () => undefined;
  try {
    return load();
  } finally {
    Object.defineProperty(process, 'emitWarning', emitWarning);
  }
}
