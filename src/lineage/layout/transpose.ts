import type { Levels } from './levels.ts';

/** Passes over all levels. */
const MOST_PASSES = 3;

/** Exchanges neighbours of a level wherever that leaves fewer crossings. `order` and `position` change in place. */
export function transpose(
  order: readonly number[][],
  up: Levels['up'],
  down: Levels['down'],
  position: Uint32Array,
): void {
  let isBetter = true;
  for (let pass = 0; pass < MOST_PASSES && isBetter; pass++) {
    isBetter = false;
    for (const vertices of order) {
      // Positions in the neighbouring levels stay as they are while this one changes.
      const above = vertices.map((vertex) => positionsOf(up[vertex] ?? [], position));
      const below = vertices.map((vertex) => positionsOf(down[vertex] ?? [], position));
      for (let at = 0; at + 1 < vertices.length; at++) {
        const [a, b, c, d] = [above[at], above[at + 1], below[at], below[at + 1]];
        if (a === undefined || b === undefined || c === undefined || d === undefined) continue;
        const gain = crossingsOf(a, b) - crossingsOf(b, a) + crossingsOf(c, d) - crossingsOf(d, c);
        if (gain <= 0) continue;
        isBetter = true;
        exchange(vertices, at);
        exchange(above, at);
        exchange(below, at);
      }
      vertices.forEach((vertex, at) => (position[vertex] = at));
    }
  }
}

function positionsOf(list: readonly number[], position: Uint32Array): number[] {
  return list.map((vertex) => position[vertex] ?? 0).sort((a, b) => a - b);
}

/** Crossings between the edges of two neighbours, the first of which stands above. Both lists are ascending. */
function crossingsOf(first: readonly number[], second: readonly number[]): number {
  let crossings = 0;
  let smaller = 0;
  for (const place of first) {
    while (smaller < second.length && (second[smaller] ?? 0) < place) smaller++;
    crossings += smaller;
  }
  return crossings;
}

function exchange<T>(list: T[], at: number): void {
  const [first, second] = [list[at], list[at + 1]];
  if (first === undefined || second === undefined) return;
  list[at] = second;
  list[at + 1] = first;
}
