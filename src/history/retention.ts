import { newestFirst } from '../runs/finish-run.ts';
import type { RunSummary } from '../runs/run.ts';

/** How much of the past the archive keeps; null for all of it. */
export interface Retention {
  /** The newest so many runs. */
  readonly keepRuns: number | null;
  /** Runs that are at most so many days older than the newest. */
  readonly keepDays: number | null;
}

const DAY = 86_400_000;

/**
 * The runs that are to be let go, newest first. Ages are measured from the newest run and not from the clock: a project
 * that rests for a year keeps its history.
 */
export function outdatedRuns<T extends Pick<RunSummary, 'id' | 'startedAt'>>(
  runs: readonly T[],
  { keepRuns, keepDays }: Retention,
): T[] {
  const sorted = runs.toSorted(newestFirst);
  const newest = Date.parse(sorted[0]?.startedAt ?? '');
  return sorted.filter((run, at) => {
    if (keepRuns !== null && at >= keepRuns) return true;
    const age = newest - Date.parse(run.startedAt ?? '');
    return keepDays !== null && age > keepDays * DAY;
  });
}
