import type { RunSummary } from '../../runs/run.ts';
import { commandKey, isRetry } from '../../runs/same-command.ts';

/** The runs that a run's page leads to. */
export interface RunPlace {
  readonly previous: RunSummary | null;
  readonly next: RunSummary | null;
  /** The newest earlier run of the same command that has results; null for a retry, which is no other's repetition. */
  readonly previousOfCommand: RunSummary | null;
}

/** The place of a run that is alone. */
export const ALONE: RunPlace = { previous: null, next: null, previousOfCommand: null };

/** The place of each run among all, by its id. `runs` are newest first. */
export function runPlaces(runs: readonly RunSummary[]): ReadonlyMap<string, RunPlace> {
  const places = new Map<string, RunPlace>();
  const newest = new Map<string, RunSummary>();
  for (let at = runs.length - 1; at >= 0; at -= 1) {
    const run = runs[at];
    if (run === undefined) continue;
    const key = commandKey(run);
    places.set(run.id, {
      previous: runs[at + 1] ?? null,
      next: runs[at - 1] ?? null,
      previousOfCommand: isRetry(run) ? null : (newest.get(key) ?? null),
    });
    if (run.tally.results > 0) newest.set(key, run);
  }
  return places;
}
