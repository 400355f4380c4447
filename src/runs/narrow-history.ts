import type { History } from './history.ts';
import { memoryHistory } from './memory-history.ts';
import { overallKind } from './overall-kind.ts';
import type { Run, RunLog } from './run.ts';
import { tallyOf } from './tally.ts';

/**
 * A history that knows of some resources only. Runs of nothing else are gone; of the others all that could name a
 * resource that was left out is: arguments, lines of the log without a resource, errors of the command as a whole.
 * Reads every run: all of them are in memory afterwards.
 *
 * @param target the configured main target, see `mainTarget`
 * @param keyOf see `memoryHistory`
 */
export function narrowHistory(
  history: History,
  kept: ReadonlySet<string>,
  target: string | null,
  keyOf: (run: Run) => string,
): History {
  const runs = history.runs.flatMap(({ id }) => {
    const run = history.run(id);
    return run === null ? [] : narrowRun(run, kept);
  });
  return memoryHistory(runs, target, keyOf);
}

function narrowRun(run: Run, kept: ReadonlySet<string>): Run[] {
  const results = run.results.filter(({ uniqueId }) => kept.has(uniqueId));
  const freshness = run.freshness.filter(({ uniqueId }) => kept.has(uniqueId));
  if (results.length + freshness.length === 0) return [];
  const log = run.log === null ? null : narrowLog(run.log, kept);
  return [
    {
      ...run,
      command: run.which === null ? 'dbt' : `dbt ${run.which}`,
      args: {},
      kind: overallKind([...results, ...freshness].map(({ kind }) => kind)),
      errors: [],
      results,
      freshness,
      log,
      tally: tallyOf(results, freshness, log),
    },
  ];
}

function narrowLog(log: RunLog, kept: ReadonlySet<string>): RunLog {
  const entries = log.entries.filter(({ uniqueId }) => uniqueId !== null && kept.has(uniqueId));
  return { ...log, entries };
}
