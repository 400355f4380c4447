import { layers } from '../order.ts';

/** For each node the nodes that it depends on, as indices. May hold cycles, references to itself and repetitions. */
export type Parents = readonly (readonly number[])[];

/**
 * A graph whose every edge leads from one level to the next. Vertices are the nodes, then bends: places that an edge
 * passes on its way over more than one level. All edges that leave one node share their bends as far as they go.
 */
export interface Levels {
  /** How many vertices are nodes; those from here on are bends. */
  readonly nodeCount: number;
  readonly levelOf: readonly number[];
  /** The vertices of each level, in the order they were met from the roots on. */
  readonly vertices: readonly (readonly number[])[];
  /** For each vertex its neighbours one level up, and one level down. */
  readonly up: readonly (readonly number[])[];
  readonly down: readonly (readonly number[])[];
  /** For each node its bends, nearest first. */
  readonly bends: readonly (readonly number[])[];
}

/** Bends that a graph may have, for each of its nodes: where more would be needed, the longest edges go without. */
const MOST_BENDS = 3;
/** Graphs of up to so many bends have them all. */
const FEW_BENDS = 4000;

/** Puts every node on a level below its parents, as near to its children as it can be, and adds the bends. */
export function buildLevels(parents: Parents): Levels {
  const nodeCount = parents.length;
  const { order, depth, isCyclic } = layers({ parents });
  const children: number[][] = parents.map(() => []);
  const clean = parents.map((list, child) => {
    const kept = list.filter((parent) => parent !== child);
    const unique = kept.length > 1 ? [...new Set(kept)] : kept;
    for (const parent of unique) children[parent]?.push(child);
    return unique;
  });
  const level = [...depth];
  pullTowardsChildren(order, level, clean, children);
  if (isCyclic) normalise(level);

  const levelOf = [...level];
  const up: number[][] = clean.map(() => []);
  const down: number[][] = clean.map(() => []);
  const bends: number[][] = clean.map(() => []);
  const reach = spanLimit(level, children);
  for (const node of order) {
    const from = level[node] ?? 0;
    const targets = (children[node] ?? []).filter((child) => {
      const span = (level[child] ?? 0) - from;
      return span > 0 && span <= reach;
    });
    const last = targets.reduce((most, child) => Math.max(most, (level[child] ?? 0) - from), 0);
    const trunk = [node];
    for (let step = 1; step < last; step++) {
      const bend = levelOf.length;
      levelOf.push(from + step);
      up.push([trunk[step - 1] ?? node]);
      down.push([]);
      down[trunk[step - 1] ?? node]?.push(bend);
      trunk.push(bend);
    }
    bends[node] = trunk.slice(1);
    for (const child of targets) {
      const before = trunk[(level[child] ?? 0) - from - 1] ?? node;
      down[before]?.push(child);
      up[child]?.push(before);
    }
  }
  return { nodeCount, levelOf, vertices: byLevel(levelOf, down, up), up, down, bends };
}

/** Shortens edges: what has more children than parents moves right until it stands next to the first child. */
function pullTowardsChildren(
  order: readonly number[],
  level: number[],
  parents: Parents,
  children: Parents,
): void {
  for (const node of order.toReversed()) {
    const below = children[node] ?? [];
    if (below.length === 0 || below.length <= (parents[node]?.length ?? 0)) continue;
    let nearest = Infinity;
    for (const child of below) {
      const at = level[child] ?? 0;
      if (at > (level[node] ?? 0)) nearest = Math.min(nearest, at);
    }
    if (nearest !== Infinity) level[node] = nearest - 1;
  }
  normalise(level);
}

/** Leaves no level empty. */
function normalise(level: number[]): void {
  const used = [...new Set(level)].sort((a, b) => a - b);
  const at = new Map(used.map((value, index) => [value, index]));
  level.forEach((value, node) => (level[node] = at.get(value) ?? 0));
}

/** The longest edge that gets bends, in levels. */
function spanLimit(level: readonly number[], children: Parents): number {
  const spans = children.map((list, node) =>
    list.reduce((most, child) => Math.max(most, (level[child] ?? 0) - (level[node] ?? 0)), 0),
  );
  const most = Math.max(FEW_BENDS, spans.length * MOST_BENDS);
  // How many trunks are at least so long: trunk by trunk they need one bend for each step but the last.
  const longer: number[] = [];
  for (const span of spans) longer[span] = (longer[span] ?? 0) + 1;
  let trunks = spans.length - (longer[0] ?? 0) - (longer[1] ?? 0);
  let total = 0;
  for (let span = 2; span < longer.length; span++) {
    total += trunks;
    if (total > most) return span - 1;
    trunks -= longer[span] ?? 0;
  }
  return Infinity;
}

/** Gathers vertices by level, in the order of a search from the roots: what hangs together stands together. */
function byLevel(levelOf: readonly number[], down: Parents, up: Parents): number[][] {
  const levels: number[][] = [];
  const seen = new Uint8Array(levelOf.length);
  for (let root = 0; root < levelOf.length; root++) {
    if (seen[root] === 1) continue;
    const stack = [root];
    seen[root] = 1;
    for (let vertex = stack.pop(); vertex !== undefined; vertex = stack.pop()) {
      (levels[levelOf[vertex] ?? 0] ??= []).push(vertex);
      for (const list of [up[vertex] ?? [], down[vertex] ?? []]) {
        for (let at = list.length - 1; at >= 0; at--) {
          const next = list[at] ?? 0;
          if (seen[next] === 1) continue;
          seen[next] = 1;
          stack.push(next);
        }
      }
    }
  }
  return levels;
}
