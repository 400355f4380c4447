import type { SelectionFacts } from '../../lineage/selectors/selectable.ts';
import type { FreshnessResult, Run } from '../../runs/run.ts';

/** What selections ask of the past. */
export type PastFacts = Pick<SelectionFacts, 'results' | 'sourceStatuses'>;

/**
 * The newest status of each resource, and what checks of freshness found: newer data than before, above all.
 *
 * @param runs newest first
 * @param older those of the artifacts that `--state` names, which dbt asks for results, and compares checks with; null
 * when it names none: then results are those of `runs`, and each check is compared with the one before it
 */
export function pastFacts(runs: readonly Run[], older: readonly Run[] | null): PastFacts {
  const results = new Map<string, string>();
  for (const { hasRun, results: ran } of older ?? runs) {
    if (!hasRun) continue;
    for (const { uniqueId, status } of ran) {
      if (!results.has(uniqueId)) results.set(uniqueId, status);
    }
  }
  const sourceStatuses = new Map<string, ReadonlySet<string>>();
  const checks = checksById(runs);
  const olderChecks = older === null ? null : checksById(older);
  for (const [uniqueId, [newest, second]] of checks) {
    if (newest === undefined) continue;
    const previous = olderChecks === null ? second : olderChecks.get(uniqueId)?.[0];
    const isFresher =
      newest.maxLoadedAt !== null && newest.maxLoadedAt > (previous?.maxLoadedAt ?? '');
    sourceStatuses.set(uniqueId, new Set([newest.status, ...(isFresher ? ['fresher'] : [])]));
  }
  return {
    results: results.size > 0 ? results : null,
    sourceStatuses: sourceStatuses.size > 0 ? sourceStatuses : null,
  };
}

/** The checks of each source, newest first. */
function checksById(runs: readonly Run[]): ReadonlyMap<string, readonly FreshnessResult[]> {
  return Map.groupBy(
    runs.flatMap(({ freshness }) => freshness),
    ({ uniqueId }) => uniqueId,
  );
}
