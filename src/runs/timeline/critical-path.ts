import type { ExecutedNode, ParentsOf } from './executed-node.ts';

/** The chain that a run could not have been faster than, however many threads it had. */
export interface CriticalPath {
  /** unique_ids, each a parent of the next; empty when nothing was executed. */
  readonly ids: readonly string[];
  /** Sum of their execution times in seconds. */
  readonly seconds: number;
}

interface Chain {
  readonly seconds: number;
  readonly previous: string | null;
}

/**
 * The chain of executed nodes, each a parent of the next, with the largest sum of execution times. Of equal chains the
 * one whose ids come first, compared from the last node up, so that every machine finds the same.
 */
export function criticalPath(
  nodes: ReadonlyMap<string, ExecutedNode>,
  parentsOf: ParentsOf,
): CriticalPath {
  const chains = new Map<string, Chain>();
  let last: string | null = null;
  let most = -1;
  for (const id of parentsFirst(nodes, parentsOf)) {
    let best: Chain = { seconds: 0, previous: null };
    for (const parent of [...(parentsOf(id) ?? [])].sort()) {
      // In a cycle a parent may come later: an edge to it would never end.
      const chain = chains.get(parent);
      if (chain !== undefined && (best.previous === null || chain.seconds > best.seconds)) {
        best = { seconds: chain.seconds, previous: parent };
      }
    }
    const seconds = best.seconds + (nodes.get(id)?.executionTime ?? 0);
    chains.set(id, { seconds, previous: best.previous });
    if (seconds > most || (seconds === most && last !== null && id < last)) {
      most = seconds;
      last = id;
    }
  }
  const ids: string[] = [];
  for (let id = last; id !== null; id = chains.get(id)?.previous ?? null) ids.push(id);
  return { ids: ids.reverse(), seconds: Math.max(0, most) };
}

/**
 * Ids in an order in which parents come before their children. In a cycle, which no dbt project may have but a broken
 * manifest can, the first id that is left breaks it.
 */
function parentsFirst(nodes: ReadonlyMap<string, ExecutedNode>, parentsOf: ParentsOf): string[] {
  const waitsFor = new Map<string, number>();
  const children = new Map<string, string[]>();
  for (const id of nodes.keys()) {
    const parents = new Set(parentsOf(id) ?? []);
    parents.delete(id);
    let count = 0;
    for (const parent of parents) {
      if (!nodes.has(parent)) continue;
      count += 1;
      const known = children.get(parent);
      if (known) known.push(id);
      else children.set(parent, [id]);
    }
    waitsFor.set(id, count);
  }
  const order: string[] = [];
  const take = (first: string): void => {
    const ready = [first];
    for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
      if (!waitsFor.delete(id)) continue;
      order.push(id);
      for (const child of children.get(id) ?? []) {
        const left = (waitsFor.get(child) ?? 0) - 1;
        if (waitsFor.has(child)) waitsFor.set(child, left);
        if (left === 0) ready.push(child);
      }
    }
  };
  for (const [id, count] of [...waitsFor]) if (count === 0) take(id);
  for (const id of nodes.keys()) if (waitsFor.has(id)) take(id);
  return order;
}
