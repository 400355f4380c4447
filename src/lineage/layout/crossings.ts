import type { Levels } from './levels.ts';

/**
 * Counts how many edges between two neighbouring levels cross each other, with an accumulator tree (Barth, Jünger and
 * Mutzel 2002): O(e log v).
 *
 * @param upper the vertices of the upper level in their order
 * @param position the place of each vertex in its level
 */
export function countLevelCrossings(
  upper: readonly number[],
  lowerCount: number,
  down: Levels['down'],
  position: ArrayLike<number>,
): number {
  let first = 1;
  while (first < lowerCount) first *= 2;
  const tree = new Uint32Array(2 * first);
  let crossings = 0;
  for (const vertex of upper) {
    const targets = (down[vertex] ?? []).map((child) => position[child] ?? 0);
    if (targets.length > 1) targets.sort((a, b) => a - b);
    for (const target of targets) {
      let index = target + first;
      tree[index] = (tree[index] ?? 0) + 1;
      // Everything to the right of it that was put in before crosses it.
      while (index > 1) {
        if (index % 2 === 0) crossings += tree[index + 1] ?? 0;
        index >>= 1;
        tree[index] = (tree[index] ?? 0) + 1;
      }
    }
  }
  return crossings;
}

/** All crossings of an order of the levels. */
export function countCrossings(
  order: readonly (readonly number[])[],
  down: Levels['down'],
  position: ArrayLike<number>,
): number {
  let total = 0;
  for (let level = 0; level + 1 < order.length; level++) {
    total += countLevelCrossings(order[level] ?? [], order[level + 1]?.length ?? 0, down, position);
  }
  return total;
}
