import type { RunSummary } from '../../runs/run.ts';
import { commandKey, isRetry, medianOf } from '../../runs/same-command.ts';

/** How long runs of one command take. */
export interface CommandMedian {
  /** Seconds. */
  readonly seconds: number;
  /** Runs that it was taken from. */
  readonly count: number;
}

/** With fewer runs of a command nobody knows what is usual. */
const LEAST_RUNS = 3;

/**
 * For each run, by its id, the median of all runs of the same command; without those of which there are too few, and
 * without retries.
 */
export function commandMedians(runs: readonly RunSummary[]): ReadonlyMap<string, CommandMedian> {
  const medians = new Map<string, CommandMedian>();
  const comparable = runs.filter((run) => !isRetry(run));
  for (const same of Map.groupBy(comparable, commandKey).values()) {
    const durations = same.flatMap(({ elapsed }) => elapsed ?? []);
    const seconds = medianOf(durations);
    if (seconds === null || durations.length < LEAST_RUNS) continue;
    for (const { id } of same) medians.set(id, { seconds, count: durations.length });
  }
  return medians;
}
