import { ASPECT, BLOCK_COLUMN, BOX_HEIGHT, BOX_WIDTH, ROW } from './box.ts';
import { findComponents, inducedParents } from './components.ts';
import type { Drawing } from './drawing.ts';
import { layoutLayered } from './layered.ts';
import type { Parents } from './levels.ts';
import { packShelves } from './shelves.ts';

/** Between two parts that have nothing to do with each other. */
const PART_GAP = 48;

/**
 * Lays out any graph: each connected part in ranks from left to right, the parts packed beside each other, and nodes
 * without edges as a block. Deterministic; nodes that stand alone keep their order.
 *
 * @param parents for each node the nodes that it depends on; cycles, self references and repetitions are allowed
 */
export function layoutGraph(parents: Parents): Drawing {
  const { parts, alone } = findComponents(parents);
  const drawings = parts.map((nodes) => ({
    nodes,
    drawing: layoutLayered(inducedParents(nodes, parents)),
  }));
  if (alone.length > 0) drawings.push({ nodes: alone, drawing: layoutBlock(alone.length) });
  const packing = packShelves(
    drawings.map(({ drawing }) => drawing),
    PART_GAP,
  );
  const x = new Float64Array(parents.length);
  const y = new Float64Array(parents.length);
  const bends: (readonly number[])[] = parents.map(() => []);
  drawings.forEach(({ nodes, drawing }, part) => {
    const left = packing.x[part] ?? 0;
    const top = packing.y[part] ?? 0;
    nodes.forEach((node, index) => {
      x[node] = left + (drawing.x[index] ?? 0);
      y[node] = top + (drawing.y[index] ?? 0);
      const own = drawing.bends[index] ?? [];
      if (own.length > 0) bends[node] = own.map((value, at) => value + (at % 2 === 0 ? left : top));
    });
  });
  return { width: packing.width, height: packing.height, x, y, bends };
}

/** Nodes without edges in columns, filled from the top down. */
function layoutBlock(count: number): Drawing {
  const rows = Math.max(1, Math.ceil(Math.sqrt((count * BLOCK_COLUMN) / (ROW * ASPECT))));
  const columns = Math.ceil(count / rows);
  return {
    width: (columns - 1) * BLOCK_COLUMN + BOX_WIDTH,
    height: (Math.min(count, rows) - 1) * ROW + BOX_HEIGHT,
    x: Float64Array.from({ length: count }, (_, node) => Math.floor(node / rows) * BLOCK_COLUMN),
    y: Float64Array.from({ length: count }, (_, node) => (node % rows) * ROW),
    bends: Array.from({ length: count }, () => []),
  };
}
