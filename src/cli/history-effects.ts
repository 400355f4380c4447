import { setTimeout as sleep } from 'node:timers/promises';
import { lockFolder, processBegan } from '../build/lock.ts';
import { LOCK_FILE } from '../build/site-folder.ts';
import type { HistoryEffects } from '../history/open-history.ts';

const PATIENCE_MS = 30_000;

/** What the history needs of the world. */
export function historyEffects(): HistoryEffects {
  return {
    lock: (folder) =>
      lockFolder(folder, LOCK_FILE, PATIENCE_MS, {
        sleep: (ms) => sleep(ms),
        processBegan,
        waiting: () => undefined,
      }),
    async *fetched() {
      // Nothing is configured.
    },
  };
}
