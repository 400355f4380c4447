import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { processBegan } from '../build/lock.ts';
import { replaceFile } from '../build/publish/replace-file.ts';

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
}

const NAME = 'supervisor.lock';
const BEAT_MS = 5000;
/** Beats may be late on a busy machine; until a lock counts as left behind the old site is shown. */
const DEAD_MS = 30_000;

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
  mkdirSync(root, { recursive: true });
  let seen = '';
  let seenAt = effects.now();
  for (let waited = false; !signal.aborted;) {
    if (tryToCreate(path, text())) return heldLock(path, id, text);
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

function tryToCreate(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
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
