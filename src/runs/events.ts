import { HISTORY_DEPTH, type History, type PastFreshness, type PastResult } from './history.ts';
import { type Turn, turns } from './streak.ts';

/** Something began to fail, or recovered. */
export type RunEvent = {
  readonly uniqueId: string;
  readonly turn: Turn;
  /** When that was found, ISO 8601 UTC. */
  readonly at: string;
} & (
  | { readonly of: 'result'; readonly past: PastResult }
  | { readonly of: 'freshness'; readonly past: PastFreshness }
);

/** What began to fail and what recovered on the main target, as far as results are remembered; newest first. */
export function eventsOf(uniqueId: string, history: History): RunEvent[] {
  const results = history.resultsOf(uniqueId);
  const checks = history.freshnessOf(uniqueId);
  return [
    ...turned(results).flatMap(({ turn, past }): RunEvent[] => {
      const { run, result } = past;
      const at = result.completedAt ?? run.completedAt ?? run.startedAt;
      return at === null ? [] : [{ uniqueId, turn, at, of: 'result', past }];
    }),
    ...turned(checks).flatMap(({ turn, past }): RunEvent[] => {
      const { run, result } = past;
      const at = result.snapshottedAt ?? run.completedAt ?? run.startedAt;
      return at === null ? [] : [{ uniqueId, turn, at, of: 'freshness', past }];
    }),
  ];
}

function turned<Past extends PastResult | PastFreshness>(
  past: readonly Past[],
): { readonly turn: Turn; readonly past: Past }[] {
  if (past.length === 0) return [];
  // What was before the oldest that is remembered is unknown, once older ones have been forgotten.
  const isWhole = past.length < HISTORY_DEPTH;
  return turns(past).flatMap((turn, at) => {
    const one = past[at];
    return turn === null || one === undefined || (!isWhole && at === past.length - 1)
      ? []
      : [{ turn, past: one }];
  });
}
