import type { Levels } from './levels.ts';

const SWEEPS = 8;
/** How much room a bend takes of its level, in rows. */
const BEND_ROOM = 0.5;
/** How strongly a vertex pulls to where its neighbours are: bends most, so that long edges run straight. */
const BEND_WEIGHT = 3;
const ALONE_WEIGHT = 0.02;

/**
 * Gives each vertex its row: as near to the middle of its neighbours as the order of its level and the room of the
 * others allow. Each level is an isotonic regression, solved exactly by pooling neighbours that violate the order.
 *
 * @returns the middle of each vertex in rows, in halves; the smallest is 0
 */
export function assignRows(levels: Levels, order: readonly (readonly number[])[]): Float64Array {
  const { nodeCount, up, down } = levels;
  const row = new Float64Array(levels.levelOf.length);
  const room = (vertex: number): number => (vertex < nodeCount ? 1 : BEND_ROOM);
  const offsets = order.map((vertices) => {
    let at = 0;
    return vertices.map((vertex, index) => {
      const before = vertices[index - 1];
      if (before !== undefined) at += (room(before) + room(vertex)) / 2;
      return at;
    });
  });
  order.forEach((vertices, level) => {
    const half = (offsets[level]?.at(-1) ?? 0) / 2;
    vertices.forEach((vertex, index) => (row[vertex] = (offsets[level]?.[index] ?? 0) - half));
  });
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    // The last two look both ways, so that neither side decides alone.
    const isLast = sweep >= SWEEPS - 2;
    for (let step = 0; step < order.length; step++) {
      const level = sweep % 2 === 0 ? step : order.length - 1 - step;
      const wanted = (order[level] ?? []).map((vertex) => {
        const above = up[vertex] ?? [];
        const below = down[vertex] ?? [];
        const from = isLast ? [...above, ...below] : sweep % 2 === 0 ? above : below;
        const weight = vertex < nodeCount ? 1 : BEND_WEIGHT;
        return from.length === 0
          ? { row: row[vertex] ?? 0, weight: ALONE_WEIGHT }
          : { row: median(from, row), weight };
      });
      settle(order[level] ?? [], offsets[level] ?? [], wanted, row);
    }
  }
  return inHalves(row);
}

/** The middle of the neighbours' rows. */
function median(neighbours: readonly number[], row: Float64Array): number {
  if (neighbours.length === 1) return row[neighbours[0] ?? 0] ?? 0;
  const rows = neighbours.map((vertex) => row[vertex] ?? 0).sort((a, b) => a - b);
  const middle = (rows.length - 1) / 2;
  return ((rows[Math.floor(middle)] ?? 0) + (rows[Math.ceil(middle)] ?? 0)) / 2;
}

/** Pool adjacent violators over `wanted - offset`, which must not fall. */
function settle(
  vertices: readonly number[],
  offsets: readonly number[],
  wanted: readonly { readonly row: number; readonly weight: number }[],
  row: Float64Array,
): void {
  const pools: { sum: number; weight: number; size: number }[] = [];
  wanted.forEach(({ row: target, weight }, index) => {
    let pool = { sum: (target - (offsets[index] ?? 0)) * weight, weight, size: 1 };
    for (let last = pools.at(-1); last !== undefined; last = pools.at(-1)) {
      if (last.sum / last.weight <= pool.sum / pool.weight) break;
      pools.pop();
      pool = {
        sum: last.sum + pool.sum,
        weight: last.weight + pool.weight,
        size: last.size + pool.size,
      };
    }
    pools.push(pool);
  });
  let index = 0;
  for (const { sum, weight, size } of pools) {
    for (let at = 0; at < size; at++, index++) {
      row[vertices[index] ?? 0] = sum / weight + (offsets[index] ?? 0);
    }
  }
}

/** Halves of rows keep their distances of whole rows, and are short to write. */
function inHalves(row: Float64Array): Float64Array {
  const smallest = row.reduce((least, value) => Math.min(least, value), Infinity);
  return row.map((value) => Math.round((value - smallest) * 2) / 2);
}
