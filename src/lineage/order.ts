import type { Graph } from './graph.ts';

/** The order in which a graph can be walked, and how deep each node lies in it. */
export interface Layers {
  /** Every node, parents first; nodes of a cycle follow where the walk broke it. */
  readonly order: readonly number[];
  /** Longest way from a node without parents, in steps; edges that close a cycle don't count. */
  readonly depth: readonly number[];
  readonly isCyclic: boolean;
}

const UNSEEN = 0;
const OPEN = 1;
const DONE = 2;

/**
 * Orders a graph by depth-first search (iterative, as chains may be longer than the stack). An edge to a node that is
 * still open closes a cycle and is left out, so that every graph has an order.
 */
export function layers(graph: Pick<Graph, 'parents'>): Layers {
  const count = graph.parents.length;
  const state = new Uint8Array(count);
  const next = new Uint32Array(count);
  const depth = new Array<number>(count).fill(0);
  const order: number[] = [];
  let isCyclic = false;

  for (let root = 0; root < count; root++) {
    if (state[root] !== UNSEEN) continue;
    const stack = [root];
    state[root] = OPEN;
    for (let node = stack.at(-1); node !== undefined; node = stack.at(-1)) {
      const parents = graph.parents[node] ?? [];
      const position = next[node] ?? 0;
      const parent = parents[position];
      if (parent === undefined) {
        state[node] = DONE;
        order.push(node);
        stack.pop();
        continue;
      }
      next[node] = position + 1;
      if (state[parent] === UNSEEN) {
        state[parent] = OPEN;
        stack.push(parent);
      } else if (state[parent] === OPEN) {
        isCyclic = true;
      }
    }
  }

  const rank = new Uint32Array(count);
  order.forEach((node, position) => (rank[node] = position));
  for (const node of order) {
    for (const parent of graph.parents[node] ?? []) {
      const isForward = (rank[parent] ?? 0) < (rank[node] ?? 0);
      if (isForward) depth[node] = Math.max(depth[node] ?? 0, (depth[parent] ?? 0) + 1);
    }
  }
  return { order, depth, isCyclic };
}
