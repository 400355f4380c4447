import { compareText } from '../project/order.ts';
import { hasRun } from './command.ts';
import type { Run, RunResult, RunSummary } from './run.ts';
import { overallKind } from './overall-kind.ts';
import { tallyOf } from './tally.ts';

/** What is told of a run; the rest of it follows. */
export type RunFacts = Omit<Run, 'kind' | 'hasRun' | 'tally'>;

/** Adds what follows from what is told, by the rules of this release. */
export function finishRun(facts: RunFacts): Run {
  const { errors, results, freshness, log, which } = facts;
  return {
    ...facts,
    kind:
      errors.length > 0 ? 'error' : overallKind([...results, ...freshness].map(({ kind }) => kind)),
    hasRun: hasRun(which),
    tally: tallyOf(results, freshness, log),
  };
}

/** Rows that the warehouse said were affected; dbt-duckdb and others write -1 where it didn't say. */
export function rowsAffected(response: RunResult['adapterResponse']): number | null {
  const rows = response['rows_affected'];
  return typeof rows === 'number' && rows >= 0 ? rows : null;
}

/** The order of a history: newest first, those without a time last. Total, as ids differ. */
export function newestFirst(
  a: Pick<RunSummary, 'id' | 'startedAt'>,
  b: Pick<RunSummary, 'id' | 'startedAt'>,
): number {
  return compareText(b.startedAt ?? '', a.startedAt ?? '') || compareText(a.id, b.id);
}
