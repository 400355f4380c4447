import type { Parents } from './levels.ts';

/** The connected parts of a graph: those of several nodes, largest first, and the nodes that stand alone. */
export interface Components {
  /** Nodes of each part, ascending. */
  readonly parts: readonly (readonly number[])[];
  readonly alone: readonly number[];
}

/** Takes a graph apart. */
export function findComponents(parents: Parents): Components {
  const root = parents.map((_, node) => node);
  const find = (node: number): number => {
    let at = node;
    while (root[at] !== at) {
      const above = root[at] ?? at;
      root[at] = root[above] ?? above;
      at = above;
    }
    return at;
  };
  parents.forEach((list, node) => {
    for (const parent of list) root[find(parent)] = find(node);
  });
  const byRoot = new Map<number, number[]>();
  parents.forEach((_, node) => {
    const key = find(node);
    const part = byRoot.get(key);
    if (part) part.push(node);
    else byRoot.set(key, [node]);
  });
  const all = [...byRoot.values()];
  return {
    parts: all
      .filter((part) => part.length > 1)
      .sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0)),
    alone: all.flatMap((part) => (part.length === 1 ? part : [])).sort((a, b) => a - b),
  };
}

/** The edges among some nodes, as a graph of its own: node `i` of it is `nodes[i]`. */
export function inducedParents(nodes: readonly number[], parents: Parents): number[][] {
  const at = new Map(nodes.map((node, index) => [node, index]));
  return nodes.map((node) =>
    (parents[node] ?? []).flatMap((parent) => {
      const index = at.get(parent);
      return index === undefined ? [] : [index];
    }),
  );
}
