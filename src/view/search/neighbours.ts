/** Neighbours among items, to be kept together. */
export interface Neighbours<T> {
  /** Position of the first of them. */
  readonly from: number;
  readonly items: readonly T[];
}

/** How many stay together: `least` and then on average `step` more, `most` at most. */
export interface Sizes {
  readonly least: number;
  readonly step: number;
  readonly most: number;
}

/**
 * Cuts items apart where the hash of an id says so, and not by counting: what is added or removed changes those that it is
 * among, and moves no other boundary.
 */
export function cutNeighbours<T>(
  items: readonly T[],
  idOf: (item: T) => string,
  { least, step, most }: Sizes,
): Neighbours<T>[] {
  const cut: Neighbours<T>[] = [];
  let from = 0;
  for (let at = 1; at <= items.length; at++) {
    const size = at - from;
    const next = items[at];
    const isEnd =
      next === undefined || size >= most || (size >= least && hashOf(idOf(next)) % step === 0);
    if (!isEnd) continue;
    const last = cut.at(-1);
    // A few that are left are not worth a part of their own.
    if (next === undefined && size < least / 2 && last !== undefined) {
      cut.pop();
      from = last.from;
    }
    cut.push({ from, items: items.slice(from, at) });
    from = at;
  }
  return cut;
}

/** FNV-1a, of code units. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) {
    hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  }
  // The lowest bits alone are not mixed enough for a remainder.
  return (hash ^ (hash >>> 15)) >>> 0;
}
