import type { Graph } from '../lineage/graph.ts';
import type { Layers } from '../lineage/order.ts';

/** How many a list names; one more is kept, to know that there are more. */
export const MOST_NAMED = 5;
const KEPT = MOST_NAMED + 1;

/**
 * For each node, the marked nodes above it, in code-point order, at most 6: lists that stay short, handed down in one
 * pass, so that ten thousand nodes below a hundred stale sources cost no more than their edges.
 */
export function markedUpstream(
  { parents }: Graph,
  { order }: Layers,
  isMarked: (node: number) => boolean,
): readonly (readonly number[])[] {
  const NONE: readonly number[] = [];
  const found: (readonly number[])[] = parents.map(() => NONE);
  for (const node of order) {
    let above = NONE;
    for (const parent of parents[node] ?? []) {
      above = merged(above, found[parent] ?? NONE);
      if (isMarked(parent)) above = merged(above, [parent]);
    }
    found[node] = above;
  }
  return found;
}

/** Two ascending lists as one without doubles, cut where it is long enough. */
function merged(a: readonly number[], b: readonly number[]): readonly number[] {
  if (b.length === 0 || a === b) return a;
  if (a.length === 0) return b;
  const result: number[] = [];
  let i = 0;
  let j = 0;
  while (result.length < KEPT && (i < a.length || j < b.length)) {
    const left = a[i] ?? Infinity;
    const right = b[j] ?? Infinity;
    result.push(Math.min(left, right));
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return result;
}
