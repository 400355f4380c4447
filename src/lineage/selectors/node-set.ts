/** Nodes of a graph by their places. */
export type NodeSet = ReadonlySet<number>;

/** What is in any of the sets. */
export function union(sets: readonly NodeSet[]): Set<number> {
  const all = new Set<number>();
  for (const set of sets) addAll(all, set);
  return all;
}

/** What is in all of the sets; nothing of no sets. */
export function intersection([first, ...others]: readonly NodeSet[]): Set<number> {
  const common = new Set<number>();
  for (const node of first ?? []) {
    if (others.every((set) => set.has(node))) common.add(node);
  }
  return common;
}

/** What is in the first set and in no other. */
export function difference([first, ...others]: readonly NodeSet[]): Set<number> {
  const rest = new Set(first);
  for (const set of others) for (const node of set) rest.delete(node);
  return rest;
}

export function addAll(nodes: Set<number>, more: NodeSet): void {
  for (const node of more) nodes.add(node);
}
