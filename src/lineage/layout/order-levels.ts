import { countCrossings } from './crossings.ts';
import type { Levels } from './levels.ts';
import { transpose } from './transpose.ts';

/** Sweeps over all levels: small graphs get more, as they are looked at closely. */
const MOST_SWEEPS = 24;
const SWEEPS_OF_LARGE = 8;
const LARGE = 4000;
/** Sweeps without a better order, after which no more are made. */
const PATIENCE = 4;
/** Vertices up to which neighbours are exchanged as well. */
const MOST_TRANSPOSED = 4000;

/**
 * Orders the vertices of each level so that few edges cross: barycenter sweeps down and up, then exchanges of
 * neighbours (Gansner, Koutsofios, North and Vo 1993). The best order that was seen is kept.
 *
 * @returns the vertices of each level, from the top down
 */
export function orderLevels(levels: Levels): number[][] {
  const { up, down, levelOf } = levels;
  const order = levels.vertices.map((vertices) => [...vertices]);
  const position = new Uint32Array(levelOf.length);
  for (const vertices of order) place(vertices, position);

  const isLarge = levelOf.length > LARGE;
  const mayTranspose = levelOf.length <= MOST_TRANSPOSED;
  let best = order.map((vertices) => [...vertices]);
  let fewest = countCrossings(order, down, position);
  let idle = 0;
  const sweeps = isLarge ? SWEEPS_OF_LARGE : MOST_SWEEPS;
  for (let sweep = 0; sweep < sweeps && fewest > 0 && idle < PATIENCE; sweep++) {
    const isDownwards = sweep % 2 === 0;
    for (let step = 1; step < order.length; step++) {
      const level = isDownwards ? step : order.length - 1 - step;
      sortByNeighbours(order[level] ?? [], isDownwards ? up : down, position);
    }
    if (mayTranspose) transpose(order, up, down, position);
    const crossings = countCrossings(order, down, position);
    if (crossings < fewest) {
      fewest = crossings;
      best = order.map((vertices) => [...vertices]);
      idle = 0;
    } else {
      idle++;
    }
  }
  return best;
}

function place(vertices: readonly number[], position: Uint32Array): void {
  vertices.forEach((vertex, at) => (position[vertex] = at));
}

/** Sorts a level by the mean position of neighbours; vertices without any keep their places. */
function sortByNeighbours(
  vertices: number[],
  neighbours: Levels['up'],
  position: Uint32Array,
): void {
  const moving: { vertex: number; mean: number; was: number }[] = [];
  const fixed: number[] = [];
  vertices.forEach((vertex, at) => {
    const list = neighbours[vertex] ?? [];
    if (list.length === 0) {
      fixed.push(at);
      return;
    }
    let sum = 0;
    for (const neighbour of list) sum += position[neighbour] ?? 0;
    moving.push({ vertex, mean: sum / list.length, was: at });
  });
  moving.sort((a, b) => a.mean - b.mean || a.was - b.was);
  const isFixed = new Uint8Array(vertices.length);
  for (const at of fixed) isFixed[at] = 1;
  let next = 0;
  for (let at = 0; at < vertices.length; at++) {
    if (isFixed[at] === 1) continue;
    vertices[at] = moving[next++]?.vertex ?? 0;
  }
  place(vertices, position);
}
