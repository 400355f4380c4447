import type { Parents } from './layout/levels.ts';

/** Edges as two columns, short when compressed: how many parents each node has, and all of them one after another. */
export interface EdgeColumns {
  readonly count: readonly number[];
  /**
   * The parents of each node, ascending: the first as the node's own index less the parent's, each further one as what
   * it is more than the one before.
   */
  readonly delta: readonly number[];
}

/** Writes edges as columns. `parents` must be ascending, as those of a graph are. */
export function encodeEdges(parents: Parents): EdgeColumns {
  const delta: number[] = [];
  parents.forEach((list, node) => {
    let before = -1;
    for (const parent of list) {
      delta.push(before === -1 ? node - parent : parent - before);
      before = parent;
    }
  });
  return { count: parents.map((list) => list.length), delta };
}

/** Reads what `encodeEdges` wrote. */
export function decodeEdges({ count, delta }: EdgeColumns): number[][] {
  let at = 0;
  return count.map((many, node) => {
    const list: number[] = [];
    for (let index = 0; index < many; index++) {
      const step = delta[at++] ?? 0;
      list.push(index === 0 ? node - step : (list[index - 1] ?? 0) + step);
    }
    return list;
  });
}
