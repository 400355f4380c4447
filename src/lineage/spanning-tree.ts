import { layers } from './order.ts';

/** A node in a graph that is told as a tree. */
export interface TreeRow {
  readonly node: number;
  /** Steps below the top. */
  readonly level: number;
  /** Nodes that hang below it in the tree, at any distance. */
  readonly below: number;
}

/**
 * A graph as a tree that is read from top to bottom: each node once, below the last of its parents to come, so that
 * everything stands as deep as its longest way is. What hangs together with nothing comes last.
 *
 * @param parents for each node the nodes that it depends on; may hold cycles
 * @param compare the order of those below one parent
 */
export function spanningTree(
  parents: readonly (readonly number[])[],
  compare: (a: number, b: number) => number,
): TreeRow[] {
  const { depth } = layers({ parents });
  const children: number[][] = parents.map(() => []);
  const roots: number[] = [];
  parents.forEach((list, node) => {
    // An edge that closes a cycle leads up or stays on its level.
    const above = list
      .filter((parent) => (depth[parent] ?? 0) < (depth[node] ?? 0))
      .sort((a, b) => (depth[b] ?? 0) - (depth[a] ?? 0) || compare(a, b));
    (above[0] === undefined ? roots : (children[above[0]] ?? roots)).push(node);
  });
  for (const list of children) list.sort(compare);
  const isAlone = (node: number): number => (children[node]?.length === 0 ? 1 : 0);
  roots.sort((a, b) => isAlone(a) - isAlone(b) || compare(a, b));
  return preorder(roots, children);
}

function preorder(roots: readonly number[], children: readonly (readonly number[])[]): TreeRow[] {
  const rows: { node: number; level: number; below: number }[] = [];
  const stack = roots.toReversed().map((node) => ({ node, level: 0 }));
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, level } = next;
    rows.push({ node, level, below: 0 });
    for (const child of (children[node] ?? []).toReversed())
      stack.push({ node: child, level: level + 1 });
  }
  // From the end: what hangs below a node follows it, up to the next one that is no deeper.
  const open: { level: number; below: number }[] = [];
  for (const row of rows.toReversed()) {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > row.level)
      row.below += 1 + (open.pop()?.below ?? 0);
    open.push(row);
  }
  return rows;
}
