import { ASPECT, BLOCK_COLUMN, BOX_HEIGHT, BOX_WIDTH, RANK_GAP, ROW } from './box.ts';
import type { Drawing } from './drawing.ts';
import { buildLevels, type Levels, type Parents } from './levels.ts';
import { orderLevels } from './order-levels.ts';
import { assignRows } from './rows.ts';

/** A rank is never folded below so many rows. */
const LEAST_ROWS = 16;
/** More edges between two ranks get more room, up to this. */
const MOST_EXTRA_GAP = 120;

/**
 * Lays a graph out in ranks from left to right (Sugiyama, Tagawa and Toda 1981): longest-path ranks, few crossings,
 * straight edges. A rank that would make the drawing a thin line is folded into several columns. The same graph always
 * gives the same drawing; cycles are broken, references to itself left out.
 */
export function layoutLayered(parents: Parents): Drawing {
  const levels = buildLevels(parents);
  const order = orderLevels(levels);
  const mostRows = rowLimit(levels.nodeCount);
  const nodes = order.map((vertices) => vertices.filter((vertex) => vertex < levels.nodeCount));
  const isFolded = nodes.some((vertices) => vertices.length > mostRows);
  return isFolded ? folded(levels, nodes, mostRows) : straight(levels, order);
}

/** How many rows make a drawing of the wanted aspect when all its columns are full. */
function rowLimit(count: number): number {
  return Math.max(
    LEAST_ROWS,
    Math.ceil(Math.sqrt((count * (BOX_WIDTH + RANK_GAP)) / (ROW * ASPECT))),
  );
}

function straight(levels: Levels, order: readonly (readonly number[])[]): Drawing {
  const { nodeCount, levelOf, bends } = levels;
  const rows = assignRows(levels, order);
  const left = [0];
  order.forEach((vertices, level) => {
    const edges = vertices.reduce((sum, vertex) => sum + (levels.down[vertex]?.length ?? 0), 0);
    left.push((left[level] ?? 0) + BOX_WIDTH + gap(edges));
  });
  const x = new Float64Array(nodeCount);
  const y = new Float64Array(nodeCount);
  let height = 0;
  for (let node = 0; node < nodeCount; node++) {
    x[node] = left[levelOf[node] ?? 0] ?? 0;
    y[node] = (rows[node] ?? 0) * ROW;
    height = Math.max(height, (y[node] ?? 0) + BOX_HEIGHT);
  }
  return {
    width: (left[order.length - 1] ?? 0) + BOX_WIDTH,
    height,
    x,
    y,
    bends: bends.map((list) =>
      list.flatMap((bend) => [
        left[levelOf[bend] ?? 0] ?? 0,
        Math.min((rows[bend] ?? 0) * ROW + BOX_HEIGHT / 2, height),
      ]),
    ),
  };
}

/** In whole pixels of four, so that positions are few. */
function gap(edges: number): number {
  return RANK_GAP + 4 * Math.round(Math.min(MOST_EXTRA_GAP, 6 * Math.sqrt(edges)) / 4);
}

/** Columns of at most `mostRows`, each in the middle of the height; edges run as they can. */
function folded(levels: Levels, order: readonly (readonly number[])[], mostRows: number): Drawing {
  const { nodeCount } = levels;
  const x = new Float64Array(nodeCount);
  const y = new Float64Array(nodeCount);
  const highest = Math.min(mostRows, Math.max(...order.map((nodes) => nodes.length)));
  let left = 0;
  let width = 0;
  for (const nodes of order) {
    const columns = Math.ceil(nodes.length / mostRows);
    const rows = Math.ceil(nodes.length / columns);
    const top = Math.floor(highest - rows) * (ROW / 2);
    nodes.forEach((node, index) => {
      x[node] = left + Math.floor(index / rows) * BLOCK_COLUMN;
      y[node] = top + (index % rows) * ROW;
    });
    width = left + (columns - 1) * BLOCK_COLUMN + BOX_WIDTH;
    left = width + RANK_GAP;
  }
  const height = (highest - 1) * ROW + BOX_HEIGHT;
  return { width, height, x, y, bends: levels.bends.map(() => []) };
}
