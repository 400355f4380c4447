import { randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { processBegan } from '../build/lock.ts';
import { replaceFile } from '../build/replace-file.ts';

/** The right to build into a state folder. */
export interface StateLock {
  /** Whether it is still ours: a machine that slept long may have lost it. */
  readonly isHeld: () => boolean;
  readonly release: () => void;
}

export interface StateLockEffects {
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Called once when the lock is another's. */
  readonly waiting: () => void;
  /** Called each time that the folder can't be written to, as with a full disk; may throw to give up. */
  readonly refused: (error: Error, nextTryMs: number) => void;
}

const NAME = 'supervisor.lock';
const BEAT_MS = 5000;
/** Beats may be late on a busy machine; until a lock counts as left behind the old site is shown. */
const DEAD_MS = 30_000;
const RETRY_MS = 15_000;

/**
 * Waits until no other supervisor builds into a folder. Process ids say nothing where supervisors
 * run in containers, so the owner writes into the lock now and then, and a lock that nobody writes
 * to any more is taken over. No wall clock is asked.
 *
 * @returns null when `signal` is aborted first
 */
export async function lockState(
  root: string,
  effects: StateLockEffects,
  signal: AbortSignal,
): Promise<StateLock | null> {
  const path = join(root, NAME);
  const id = randomUUID();
  let beats = 0;
  const text = (): string =>
    JSON.stringify({
      id,
      beats: beats++,
      host: hostname(),
      pid: process.pid,
      began: processBegan(process.pid) ?? null,
    });
  let seen = '';
  let seenAt = effects.now();
  for (let waited = false; !signal.aborted;) {
    const created = tryToCreate(root, path, text());
    if (created === 'created') return heldLock(path, id, text);
    if (created !== 'taken') {
      effects.refused(created, RETRY_MS);
      await effects.sleep(RETRY_MS, signal);
      continue;
    }
    const found = readText(path);
    if (found !== seen) [seen, seenAt] = [found, effects.now()];
    if (ownerIsGone(found) || effects.now() - seenAt >= DEAD_MS) {
      // Of several that wait, one creates it anew.
      if (readText(path) === found) rmSync(path, { force: true });
      continue;
    }
    if (!waited) effects.waiting();
    waited = true;
    await effects.sleep(1000, signal);
  }
  return null;
}

function heldLock(path: string, id: string, text: () => string): StateLock {
  const isHeld = (): boolean => readText(path).includes(id);
  const timer = setInterval(() => {
    if (!isHeld()) return;
    try {
      replaceFile(path, text());
    } catch {
      // A full disk: the next beat tries again.
    }
  }, BEAT_MS);
  timer.unref();
  return {
    isHeld,
    release: () => {
      clearInterval(timer);
      if (isHeld()) rmSync(path, { force: true });
    },
  };
}

function tryToCreate(root: string, path: string, text: string): 'created' | 'taken' | Error {
  try {
    mkdirSync(root, { recursive: true });
    return createFile(path, text) ? 'created' : 'taken';
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** @returns false when there is one already */
function createFile(path: string, text: string): boolean {
  let file: number;
  try {
    file = openSync(path, 'wx');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
  try {
    writeFileSync(file, text);
    return true;
  } catch (error) {
    // An empty one would be taken for another's.
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Whether the owner was a process of this machine that ended. */
function ownerIsGone(text: string): boolean {
  const [, host] = /"host":"([^"]*)"/.exec(text) ?? [];
  const [, pid] = /"pid":(\d+)/.exec(text) ?? [];
  const [, began] = /"began":"([^"]*)"/.exec(text) ?? [];
  if (host !== hostname() || pid === undefined) return false;
  const now = processBegan(Number(pid));
  return now === undefined || (now !== null && began !== undefined && now !== began);
}
