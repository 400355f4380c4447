import type { ExecutedNode, ParentsOf } from './executed-node.ts';

/** How long nodes that could have started waited for it. Seconds. */
export interface Waiting {
  /** All waits, summed; null when none is known. */
  readonly total: number | null;
  /** Each node's own; without those whose start or whose parents aren't known. */
  readonly byId: ReadonlyMap<string, number>;
  /** Waits of nodes without a parent in the run that passed before any node started: dbt was getting ready. */
  readonly beforeFirst: number;
}

/**
 * A node has waited from the latest end of its parents in the run, or from the run's start where it has none there, to
 * its own start. A node that started before that, as clocks or unit tests may have it, has not waited.
 *
 * @param runStart milliseconds since 1970; null when unknown
 */
export function waiting(
  nodes: ReadonlyMap<string, ExecutedNode>,
  parentsOf: ParentsOf,
  runStart: number | null,
): Waiting {
  const starts = [...nodes.values()].flatMap(({ start }) => (start === null ? [] : [start]));
  const first = starts.reduce((least, start) => Math.min(least, start), Infinity);
  const byId = new Map<string, number>();
  let total = 0;
  let beforeFirst = 0;
  for (const [id, { start }] of nodes) {
    const parents = parentsOf(id);
    if (start === null || parents === null) continue;
    const ends = parents.flatMap((parent) => {
      const end = parent === id ? null : (nodes.get(parent)?.end ?? null);
      return end === null ? [] : [end];
    });
    const from = ends.length > 0 ? ends.reduce((a, b) => Math.max(a, b)) : runStart;
    if (from === null) continue;
    const waited = Math.max(0, start - from);
    byId.set(id, waited / 1000);
    total += waited;
    if (ends.length === 0) beforeFirst += Math.min(waited, Math.max(0, first - from));
  }
  return { total: byId.size === 0 ? null : total / 1000, byId, beforeFirst: beforeFirst / 1000 };
}
