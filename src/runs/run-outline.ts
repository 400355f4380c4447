import { outcomesOf } from './outcomes.ts';
import type { Run } from './run.ts';

/** Runs with more results than this have them on several pages; of shorter ones places are not remembered. */
export const SHORT_RUN = 500;

/** What lists tell of the results of a run, so that they need not read it. */
export interface RunOutline {
  /** dbt's word for the outcome of a resource, see `outcomesOf`; null where the run has none of it. */
  readonly statusOf: (uniqueId: string) => string | null;
  /** The place of its result among those of the run, from 0; null where it has none, and in short runs. */
  readonly placeOf: (uniqueId: string) => number | null;
}

export const NO_OUTLINE: RunOutline = { statusOf: () => null, placeOf: () => null };

/** The outline of a run that is in memory. */
export function outlineOf(run: Run): RunOutline {
  const statuses = statusesOf(run);
  const places = new Map(placesOf(run).map((id, at) => [id, at]));
  return {
    statusOf: (uniqueId) => statuses.get(uniqueId) ?? null,
    placeOf: (uniqueId) => places.get(uniqueId) ?? null,
  };
}

/** dbt's word for each outcome of a run. */
export function statusesOf(run: Run): ReadonlyMap<string, string> {
  return new Map(outcomesOf(run).map(({ uniqueId, status }) => [uniqueId, status]));
}

/** The unique_ids of a long run's results in their order; empty for a short one. */
export function placesOf({ results }: Run): readonly string[] {
  return results.length <= SHORT_RUN ? [] : results.map(({ uniqueId }) => uniqueId);
}
