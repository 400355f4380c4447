import type { Graph } from '../graph.ts';

/** What a selection found, or where it makes no sense. */
export type SelectionResult =
  | { readonly ok: true; readonly nodes: readonly number[]; readonly seeds: readonly number[] }
  | { readonly ok: false; readonly word: string; readonly at: number };

export interface NamedGraph extends Pick<Graph, 'ids' | 'indexOf' | 'parents' | 'children'> {
  readonly names: readonly string[];
}

const ATOM = /^(?:(\d*)\+)?(?:[a-z_]+:)?([^+]+?)(?:\+(\d*))?$/;

/**
 * The part of dbt's selector language that a click writes: names or unique_ids with `n+` before and `+n` after them,
 * united by spaces. `nodes` are ascending; `seeds` are those that were named.
 */
export function simpleSelect(graph: NamedGraph, expression: string): SelectionResult {
  const found = new Set<number>();
  const seeds = new Set<number>();
  for (const match of expression.matchAll(/\S+/g)) {
    const [word] = match;
    const [, up, name, down] = ATOM.exec(word) ?? [];
    const starts = name === undefined ? [] : nodesNamed(graph, name);
    if (starts.length === 0) return { ok: false, word, at: match.index };
    for (const node of starts) {
      seeds.add(node);
      found.add(node);
    }
    if (up !== undefined) walk(graph.parents, starts, steps(up), found);
    if (down !== undefined) walk(graph.children, starts, steps(down), found);
  }
  return { ok: true, nodes: ascending(found), seeds: ascending(seeds) };
}

function nodesNamed({ ids, indexOf, names }: NamedGraph, name: string): number[] {
  const byId = indexOf.get(name);
  if (byId !== undefined) return [byId];
  return ids.flatMap((_, node) => (names[node] === name ? [node] : []));
}

/** No number means as far as there is anything. */
function steps(text: string): number {
  return text === '' ? Infinity : Number(text);
}

/** Adds everything within some steps of where it starts. */
export function walk(
  edges: readonly (readonly number[])[],
  starts: readonly number[],
  most: number,
  found: Set<number>,
): void {
  let frontier = starts;
  const seen = new Set(starts);
  for (let step = 0; step < most && frontier.length > 0; step++) {
    const next: number[] = [];
    for (const node of frontier) {
      for (const neighbour of edges[node] ?? []) {
        if (seen.has(neighbour)) continue;
        seen.add(neighbour);
        found.add(neighbour);
        next.push(neighbour);
      }
    }
    frontier = next;
  }
}

function ascending(nodes: ReadonlySet<number>): number[] {
  return [...nodes].sort((a, b) => a - b);
}
