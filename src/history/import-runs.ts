import type { Run } from '../runs/run.ts';
import { addRun } from './add-runs.ts';
import { type Archive, type KeyedRun, keyOfRun } from './archive.ts';
import type { Report } from './history-diagnostics.ts';
import type { RunIndex } from './index/run-index.ts';
import { syncIndex } from './sync-index.ts';

/** What became of the runs that were imported. */
export interface Imported {
  /** In the history for the first time. */
  readonly added: number;
  /** There before, and told more of now. */
  readonly changed: number;
  /** There before, as they are. */
  readonly known: number;
  /** Found more than once among what was imported. */
  readonly duplicates: number;
}

export interface ImportStore {
  readonly archive: Archive;
  readonly index: RunIndex;
  readonly report: Report;
  /** Makes this process the only one that writes to the archive, and gives back how to end that. */
  readonly lock: (folder: string) => Promise<() => void>;
}

/** So many runs are added at a time, and after them others may write. */
const RUNS_AT_ONCE = 50;

/**
 * Adds runs to the archive, and brings the index up to it now and then. What is in the archive already costs little, so
 * that an import that was cut off is continued by doing it again.
 */
export async function importRuns(
  found: AsyncIterable<Run>,
  { archive, index, report, lock }: ImportStore,
): Promise<Imported> {
  const counts = { added: 0, changed: 0, known: 0, duplicates: 0 };
  const seen = new Set<string>();
  syncIndex(index, archive, report);
  const keys = new Map(index.runs().map(({ summary, key }) => [summary.id, key]));

  const addAll = async (batch: readonly Run[]): Promise<void> => {
    if (batch.length === 0) return;
    const unlock = await lock(archive.folder);
    try {
      const atHand = new Map<string, KeyedRun>();
      for (const run of batch) {
        const isSeen = seen.has(run.id);
        seen.add(run.id);
        const isKnown = keys.get(run.id) === keyOfRun(run);
        const { as, name, stored } = isKnown
          ? { as: 'known' as const, name: '', stored: null }
          : addRun(archive, run, run.folder, report);
        if (isSeen) counts.duplicates++;
        else counts[as === 'new' ? 'added' : as]++;
        if (stored !== null) keys.set(run.id, stored.key);
        if (stored !== null && as !== 'known') atHand.set(name, stored);
      }
      syncIndex(index, archive, report, atHand);
    } finally {
      unlock();
    }
  };

  let batch: Run[] = [];
  for await (const run of found) {
    batch.push(run);
    if (batch.length < RUNS_AT_ONCE) continue;
    await addAll(batch);
    batch = [];
  }
  await addAll(batch);
  return counts;
}
