import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type LiveStatus, liveStatusSchema } from '../../src/emit/schemas/live.ts';
import { MAIN } from '../cli/run-dbt-workbench.ts';

/** A running `dbt-workbench live`. */
export interface LiveProcess {
  readonly process: ChildProcess;
  /** Ends it; resolves with its exit code, null when a signal ended it. */
  readonly end: (signal?: NodeJS.Signals) => Promise<number | null>;
}

/**
 * Starts the compiled command; it looks at the artifacts several times a second.
 *
 * @param env variables, as the container has them
 */
export function startLive(
  artifacts: string,
  folder: string,
  options: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): LiveProcess {
  const args = [MAIN, 'live', artifacts, '--folder', folder, '--json', ...options];
  const live = spawn(process.execPath, args, {
    stdio: 'ignore',
    env: { ...process.env, POLL_MS: '100', SETTLE_MS: '200', NODE_ENV: undefined, ...env },
  });
  return {
    process: live,
    end: async (signal = 'SIGTERM') => {
      if (live.exitCode === null && live.signalCode === null) {
        live.kill(signal);
        await once(live, 'exit');
      }
      return live.exitCode;
    },
  };
}

/** What `status.json` says; null before there is one. */
export function statusOf(folder: string): LiveStatus | null {
  try {
    return liveStatusSchema.parse(JSON.parse(readFileSync(join(folder, 'status.json'), 'utf8')));
  } catch {
    return null;
  }
}

/** A build takes half a second, and many times that on a busy machine. */
const PATIENCE_MS = 120_000;

/** Waits for a status. */
export async function untilStatus(
  folder: string,
  isWanted: (status: LiveStatus) => boolean,
): Promise<LiveStatus> {
  for (const began = performance.now(); performance.now() - began < PATIENCE_MS;) {
    const status = statusOf(folder);
    if (status !== null && isWanted(status)) return status;
    await sleep(100);
  }
  throw new Error(`The status did not come: ${JSON.stringify(statusOf(folder))}`);
}
