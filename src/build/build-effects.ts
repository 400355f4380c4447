import { setTimeout as sleep } from 'node:timers/promises';
import { collectGarbage } from './collect-garbage.ts';
import { processBegan, type LockEffects } from './lock.ts';
import { startPool, type Pool, type PoolOptions } from './pool.ts';
import { prepareWorker } from './prepared-worker.ts';

/** What a build needs of the world besides the file system. */
export interface BuildEffects {
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  readonly collectGarbage: () => void;
  readonly prepareWorker: typeof prepareWorker;
  readonly startPool: (options: PoolOptions) => Pool;
  readonly lock: LockEffects;
  /** Told how many outputs have been made, now and then. */
  readonly progress: (made: number) => void;
}

/** The real ones. */
export function nodeBuildEffects(): BuildEffects {
  return {
    now: () => performance.now(),
    collectGarbage,
    prepareWorker,
    startPool,
    lock: { sleep: (ms) => sleep(ms), processBegan, waiting: () => undefined },
    progress: () => undefined,
  };
}
