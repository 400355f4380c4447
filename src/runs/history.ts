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
  /** All outcomes of a resource. */
  resultsOf(uniqueId: string): readonly PastResult[];
  /** The newest outcome; null when it was never run as far as the artifacts tell. */
  latest(uniqueId: string): PastResult | null;
  latestFreshness(uniqueId: string): PastFreshness | null;
}

/**
 * Gathers what the runs say by resource. Only outcomes count: commands that mark things `success` without running them
 * are left out, and so is a test that is said to be a `success`, as a test that ran passes, warns or fails, and a
 * `no-op`, which dbt writes for what it has nothing to do for: exposures and saved queries. That it skipped one of
 * those says no more.
 * A run of a part of the project updates only what it ran.
 */
export function buildHistory(runs: readonly Run[]): History {
  const results = new Map<string, PastResult[]>();
  const freshness = new Map<string, PastFreshness>();
  for (const run of runs) {
    if (run.hasRun) {
      for (const result of run.results) {
        if (!isOutcome(result)) continue;
        const past = results.get(result.uniqueId);
        if (past) past.push({ run, result });
        else results.set(result.uniqueId, [{ run, result }]);
      }
    }
    for (const result of run.freshness) {
      if (!freshness.has(result.uniqueId)) freshness.set(result.uniqueId, { run, result });
    }
  }
  return {
    runs,
    resultsOf: (uniqueId) => results.get(uniqueId) ?? [],
    latest: (uniqueId) => results.get(uniqueId)?.[0] ?? null,
    latestFreshness: (uniqueId) => freshness.get(uniqueId) ?? null,
  };
}

function isOutcome(result: RunResult): boolean {
  if (result.status === 'no-op') return false;
  const hasWork = !/^(?:exposure|saved_query)\./.test(result.uniqueId);
  if (!hasWork && result.status === 'skipped') return false;
  const isTest = result.uniqueId.startsWith('test.');
  return !(isTest && result.status === 'success');
}
