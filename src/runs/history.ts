import { isOnMainTarget, type MainTarget, mainTarget } from './main-target.ts';
import type { Run, RunResult, FreshnessResult } from './run.ts';

/** A result with the run that it belongs to. */
export interface PastResult {
  readonly run: Run;
  readonly result: RunResult;
}

export interface PastFreshness {
  readonly run: Run;
  readonly result: FreshnessResult;
}

/** What is known of each resource over all runs. Lists are newest first. */
export interface History {
  readonly runs: readonly Run[];
  /** The target that statuses come from. */
  readonly target: MainTarget;
  /** All outcomes of a resource, whatever the target. */
  everyResultOf(uniqueId: string): readonly PastResult[];
  /** Its outcomes on the main target. */
  resultsOf(uniqueId: string): readonly PastResult[];
  /** The newest outcome on the main target; null when it was never run there as far as the artifacts tell. */
  latest(uniqueId: string): PastResult | null;
  /** All checks of a source. */
  freshnessOf(uniqueId: string): readonly PastFreshness[];
  latestFreshness(uniqueId: string): PastFreshness | null;
}

/**
 * Gathers what the runs say by resource. Only outcomes count: commands that mark things `success` without running them
 * are left out, and so is a test that is said to be a `success`, as a test that ran passes, warns or fails, and a
 * `no-op`, which dbt writes for what it has nothing to do for: exposures and saved queries. That it skipped one of
 * those says no more.
 * A run of a part of the project updates only what it ran; a run on another target updates nothing.
 *
 * @param runs newest first
 * @param target the configured main target; null to find it, see `mainTarget`
 */
export function buildHistory(runs: readonly Run[], target: string | null = null): History {
  const main = mainTarget(runs, target);
  const every = new Map<string, PastResult[]>();
  const onMain = new Map<string, PastResult[]>();
  const freshness = new Map<string, PastFreshness[]>();
  for (const run of runs) {
    if (run.hasRun) {
      const isMain = isOnMainTarget(run, main);
      for (const result of run.results) {
        if (!isOutcome(result)) continue;
        const past = { run, result };
        add(every, result.uniqueId, past);
        if (isMain) add(onMain, result.uniqueId, past);
      }
    }
    for (const result of run.freshness) add(freshness, result.uniqueId, { run, result });
  }
  return {
    runs,
    target: main,
    everyResultOf: (uniqueId) => every.get(uniqueId) ?? [],
    resultsOf: (uniqueId) => onMain.get(uniqueId) ?? [],
    latest: (uniqueId) => onMain.get(uniqueId)?.[0] ?? null,
    freshnessOf: (uniqueId) => freshness.get(uniqueId) ?? [],
    latestFreshness: (uniqueId) => freshness.get(uniqueId)?.[0] ?? null,
  };
}

function add<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function isOutcome(result: RunResult): boolean {
  if (result.status === 'no-op') return false;
  const hasWork = !/^(?:exposure|saved_query)\./.test(result.uniqueId);
  if (!hasWork && result.status === 'skipped') return false;
  const isTest = result.uniqueId.startsWith('test.');
  return !(isTest && result.status === 'success');
}
