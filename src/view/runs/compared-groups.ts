import { CHANGES, compareRuns } from '../../runs/compare-runs.ts';
import type { ResourceLink } from '../resource-link.ts';
import type { StatusView } from '../status-view.ts';
import type { ComparedSide, ComparisonGroup } from './comparison-view.ts';

/** A result of a run with its name, as both builds and browsers have it. */
export interface NamedResult {
  readonly link: ResourceLink;
  readonly status: StatusView;
  /** Seconds. */
  readonly executionTime: number | null;
}

/**
 * What became of each node from one run to another, in the order in which it matters; changes that nothing went
 * through are left out.
 *
 * @param most nodes of a group that are named
 */
export function comparedGroups(
  before: readonly NamedResult[],
  after: readonly NamedResult[],
  most: number,
): ComparisonGroup[] {
  const plain = (results: readonly NamedResult[]) =>
    results.map(({ link, status, executionTime }) => ({
      uniqueId: link.uniqueId,
      kind: status.kind,
      executionTime,
    }));
  const old = new Map(before.map((result) => [result.link.uniqueId, result]));
  const now = new Map(after.map((result) => [result.link.uniqueId, result]));
  const comparison = compareRuns(plain(before), plain(after));
  return CHANGES.flatMap((change) => {
    const differences = comparison[change];
    if (differences.length === 0) return [];
    const rows = differences.slice(0, most).flatMap(({ uniqueId }) => {
      const [then, today] = [old.get(uniqueId), now.get(uniqueId)];
      const link = (today ?? then)?.link;
      return link === undefined ? [] : [{ link, before: side(then), after: side(today) }];
    });
    return [{ change, count: differences.length, rows }];
  });
}

function side(result: NamedResult | undefined): ComparedSide | null {
  return result === undefined
    ? null
    : { status: result.status, executionTime: result.executionTime };
}
