import { compareText } from '../project/order.ts';
import type { RunLog, RunTally } from './run.ts';

/** Counts the results and checks of a run by dbt's words, and what it logged. */
export function tallyOf(
  results: readonly { readonly status: string }[],
  freshness: readonly { readonly status: string }[],
  log: RunLog | null,
): RunTally {
  const counts = new Map<string, number>();
  for (const { status } of [...results, ...freshness]) {
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  const statuses = Object.fromEntries([...counts].sort(([a], [b]) => compareText(a, b)));
  return {
    results: results.length,
    freshness: freshness.length,
    logged: log?.entries.length ?? 0,
    statuses,
  };
}
