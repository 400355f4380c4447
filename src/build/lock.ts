import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { OutputLocked } from '../errors/catalogue.ts';
import { SiteError } from '../errors/site-error.ts';

interface Owner {
  readonly pid: number;
  readonly host: string;
  /** When the process began, as the system counts it: a process id may be used again. */
  readonly began: string | null;
}

/** What taking a lock needs of the world. */
export interface LockEffects {
  readonly sleep: (ms: number) => Promise<void>;
  /** When the process began, in any unit; undefined when there is no such process. */
  readonly processBegan: (pid: number) => string | null | undefined;
  /** Called once when the lock is another's and has to be waited for. */
  readonly waiting: (pid: number) => void;
}

const POLL_MS = 200;

/**
 * Makes this process the only one that writes into a folder. Waits for another that is at work; takes
 * over the lock of one that died.
 *
 * @param folder made if it does not exist
 * @param name of the lock's file in it
 * @param patienceMs how long to wait
 * @returns gives the lock back
 * @throws SiteError `OutputLocked` when the other process does not finish in time
 */
export async function lockFolder(
  folder: string,
  name: string,
  patienceMs: number,
  effects: LockEffects,
): Promise<() => void> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  const mine: Owner = {
    pid: process.pid,
    host: hostname(),
    began: effects.processBegan(process.pid) ?? null,
  };
  for (let waited = 0; ; waited += POLL_MS) {
    if (tryToCreate(path, mine)) {
      return () => {
        rmSync(path, { force: true });
      };
    }
    const owner = readOwner(path);
    // A lock without an owner may be one that is just being written: it gets one round of grace.
    if (owner === null ? waited > 0 : hasDied(owner, mine, effects)) {
      takeAway(path);
      continue;
    }
    if (owner !== null && waited >= patienceMs) {
      throw new SiteError(OutputLocked, OutputLocked.message(folder, owner.pid, owner.host));
    }
    if (owner !== null && waited === 0) effects.waiting(owner.pid);
    await effects.sleep(POLL_MS);
  }
}

/**
 * Takes away a lock of which no owner is known to be at work on this machine: of a process that ended, or of another
 * machine or container, which can't be looked at.
 */
export function dropLeftLock(folder: string, name: string): void {
  const path = join(folder, name);
  const owner = readOwner(path);
  const mine: Owner = { pid: process.pid, host: hostname(), began: null };
  if (owner?.host === mine.host && !hasDied(owner, mine, { processBegan })) return;
  rmSync(path, { force: true });
}

function tryToCreate(path: string, owner: Owner): boolean {
  try {
    writeFileSync(path, JSON.stringify(owner), { flag: 'wx' });
    return true;
  } catch (error) {
    if (isErrorWithCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Who holds the lock; null when the file is gone, empty or damaged. */
function readOwner(path: string): Owner | null {
  try {
    const owner = JSON.parse(readFileSync(path, 'utf8')) as Partial<Owner>;
    const { pid, host, began = null } = owner;
    return pid === undefined || host === undefined ? null : { pid, host, began };
  } catch {
    return null;
  }
}

/** A build on another machine cannot be looked at, so its lock is honoured. */
function hasDied(owner: Owner, mine: Owner, effects: Pick<LockEffects, 'processBegan'>): boolean {
  if (owner.host !== mine.host) return false;
  const began = effects.processBegan(owner.pid);
  if (began === undefined) return true;
  return began !== null && owner.began !== null && began !== owner.began;
}

/** Of several that find a lock stale, one moves it away; for the others there is none any more. */
function takeAway(path: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    rmSync(aside);
  } catch (error) {
    if (!isErrorWithCode(error, 'ENOENT')) throw error;
  }
}

function isErrorWithCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** See {@link LockEffects.processBegan}; systems without `/proc` only tell whether it lives. */
export function processBegan(pid: number): string | null | undefined {
  try {
    // The name of the command, in parentheses, may hold spaces; the fields count from behind it.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    try {
      process.kill(pid, 0);
      return null;
    } catch (error) {
      return isErrorWithCode(error, 'EPERM') ? null : undefined;
    }
  }
}
