import { setTimeout as sleep } from 'node:timers/promises';
import { lockFolder, processBegan } from '../build/lock.ts';
import { LOCK_FILE } from '../build/site-folder.ts';
import { HistoryHeaderInvalid } from '../errors/history-catalogue.ts';
import { SiteError } from '../errors/site-error.ts';
import type { HistoryEffects } from '../history/open-history.ts';
import { fetchRuns, memoryFile } from '../history/site/fetch-runs.ts';
import { siteFiles } from '../history/site/site-files.ts';

const PATIENCE_MS = 30_000;
const PAUSE_MS = 1000;
/** Proves who asks, where a site is not public. An environment keeps it out of command lines and logs. */
const HEADER_VARIABLE = 'DBT_WORKBENCH_HISTORY_HEADER';

/** Makes this process the only one that writes to a history. Waits half a minute for another, then fails. */
export const historyLock: HistoryEffects['lock'] = (folder) =>
  lockFolder(folder, LOCK_FILE, PATIENCE_MS, {
    sleep: (ms) => sleep(ms),
    processBegan,
    waiting: () => undefined,
  });

/**
 * What the history needs of the world: its lock, and the runs of a published site.
 *
 * @param from its address or absolute path; null for nothing
 * @param cache absolute path of the folder of caches
 * @throws SiteError `HistoryHeaderInvalid`
 */
export function historyEffects({
  historyFrom: from,
  cache,
}: {
  readonly historyFrom: string | null;
  readonly cache: string;
}): HistoryEffects {
  const headers = headersOf(process.env[HEADER_VARIABLE] ?? '');
  return {
    lock: historyLock,
    async *fetched(known, report) {
      if (from === null) return;
      const files = siteFiles(from, { headers, fetch, pauseMs: PAUSE_MS });
      yield* fetchRuns(files, from, known, memoryFile(cache, from), report);
    },
  };
}

function headersOf(text: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const [, name, value] = /^\s*([\w-]+)\s*:\s*(\S.*?)\s*$/.exec(line) ?? [];
    if (name === undefined || value === undefined) {
      throw new SiteError(HistoryHeaderInvalid, HistoryHeaderInvalid.message());
    }
    headers[name.toLowerCase()] = value;
  }
  return headers;
}
