import { compareText } from '../project/order.ts';

/** A node's way into a map, from the widest on: `['shop', 'marts', 'finance']`. */
export type RegionPath = readonly string[];

export interface Regions {
  /** Paths of the regions, joined with `/`, in code-point order. */
  readonly names: readonly string[];
  /** For each node the index of its region. */
  readonly of: Uint16Array;
}

/** More than so many regions can't be told apart at a glance. */
const MOST_REGIONS = 120;
/** A folder of fewer nodes is shown with the folder above it. */
const LEAST_NODES = 4;

/**
 * Groups nodes into regions by folders. Folders of very few nodes become part of the folder above, and so do the deepest
 * ones where there would be too many; no region crosses the first part of a path.
 */
export function gatherRegions(paths: readonly RegionPath[]): Regions {
  let depth = paths.reduce((most, path) => Math.max(most, path.length), 1);
  let names = paths.map((path) => path.join('/'));
  for (;;) {
    names = mergeSmall(paths.map((path) => path.slice(0, depth)));
    if (depth === 1 || new Set(names).size <= MOST_REGIONS) break;
    depth--;
  }
  const sorted = [...new Set(names)].sort(compareText);
  const at = new Map(sorted.map((name, index) => [name, index]));
  return { names: sorted, of: Uint16Array.from(names, (name) => at.get(name) ?? 0) };
}

function mergeSmall(paths: readonly RegionPath[]): string[] {
  const current = paths.map((path) => [...path]);
  const deepest = current.reduce((most, path) => Math.max(most, path.length), 1);
  for (let depth = deepest; depth > 1; depth--) {
    const counts = new Map<string, number>();
    for (const path of current) {
      if (path.length !== depth) continue;
      const name = path.join('/');
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    for (const path of current) {
      if (path.length === depth && (counts.get(path.join('/')) ?? 0) < LEAST_NODES) path.pop();
    }
  }
  return current.map((path) => path.join('/'));
}
