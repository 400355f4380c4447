import type { FreshnessResult, Run, RunResult } from './run.ts';
import { statusKind } from './status.ts';
import { tallyOf } from './tally.ts';

/** A run for tests: a `dbt build` with these outcomes, each `unique_id: status`. */
export function aRun(
  id: string,
  startedAt: string,
  outcomes: Readonly<Record<string, string>>,
  given: Partial<Run> = {},
): Run {
  const results = Object.entries(outcomes).map(([uniqueId, status]): RunResult => ({
    uniqueId,
    status,
    kind: statusKind(status),
    message: null,
    failures: null,
    threadId: null,
    startedAt,
    completedAt: startedAt,
    compileTime: null,
    executeTime: null,
    executionTime: 1,
    rowsAffected: null,
    adapterResponse: {},
    batches: null,
    compiledCode: null,
    fingerprint: null,
  }));
  return {
    id,
    invocationId: id,
    which: 'build',
    command: 'dbt build',
    startedAt,
    completedAt: startedAt,
    elapsed: 2,
    dbtVersion: '1.11.0',
    args: {},
    target: null,
    threads: null,
    trigger: null,
    kind: 'success',
    hasRun: true,
    results,
    freshness: [],
    isLogOnly: false,
    errors: [],
    log: null,
    folder: '.',
    tally: tallyOf(given.results ?? results, given.freshness ?? [], given.log ?? null),
    ...given,
  };
}

/** A freshness check for tests: data of three days that may be two days old. */
export function aFreshness(
  uniqueId: string,
  given: Partial<FreshnessResult> = {},
): FreshnessResult {
  return {
    uniqueId,
    status: 'error',
    kind: 'error',
    maxLoadedAt: '2026-10-30T01:00:00.000Z',
    snapshottedAt: '2026-11-02T05:00:00.000Z',
    age: 76 * 3600,
    warnAfter: { count: 12, period: 'hour' },
    errorAfter: { count: 2, period: 'day' },
    error: null,
    ...given,
  };
}
