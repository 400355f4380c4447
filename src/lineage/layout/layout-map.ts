import type { Rectangle } from './box.ts';
import { inducedParents } from './components.ts';
import { layoutGraph } from './layout-graph.ts';
import { buildLevels, type Parents } from './levels.ts';
import { packShelves } from './shelves.ts';

/** A graph as a map of two levels: regions, and in each the graph of its nodes. Units are CSS pixels at full size. */
export interface GraphMap {
  readonly width: number;
  readonly height: number;
  /** One for each region, in the order of the names that were given. */
  readonly regions: readonly Rectangle[];
  /** The top left corner of each node's box, from the top left corner of its region. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Between the border of a region and what is in it. */
export const REGION_PADDING = 24;
/** Above what is in a region, for its name. */
export const REGION_HEAD = 72;
const REGION_GAP = 64;

/**
 * Lays a whole project out as a map: plain ranks of thousands of nodes are a thin line that nobody reads. Regions stand
 * from left to right as data flows, by the mean rank of their nodes, and about `ASPECT` times wider than high.
 *
 * @param region for each node the index of its region
 */
export function layoutMap(parents: Parents, region: ArrayLike<number>, count: number): GraphMap {
  const { levelOf } = buildLevels(parents);
  const members: number[][] = Array.from({ length: count }, () => []);
  parents.forEach((_, node) => members[region[node] ?? 0]?.push(node));
  const x = new Float64Array(parents.length);
  const y = new Float64Array(parents.length);
  const sizes = members.map((nodes) => {
    const drawing = layoutGraph(inducedParents(nodes, parents));
    nodes.forEach((node, index) => {
      x[node] = REGION_PADDING + (drawing.x[index] ?? 0);
      y[node] = REGION_HEAD + (drawing.y[index] ?? 0);
    });
    return {
      width: drawing.width + 2 * REGION_PADDING,
      height: drawing.height + REGION_HEAD + REGION_PADDING,
    };
  });
  const rank = members.map(
    (nodes) => nodes.reduce((sum, node) => sum + (levelOf[node] ?? 0), 0) / (nodes.length || 1),
  );
  const order = members
    .map((_, index) => index)
    .sort((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0) || a - b);
  const packing = packShelves(
    order.map((index) => sizes[index] ?? { width: 0, height: 0 }),
    REGION_GAP,
  );
  const regions: Rectangle[] = [];
  order.forEach((index, at) => {
    const { width, height } = sizes[index] ?? { width: 0, height: 0 };
    regions[index] = { x: packing.x[at] ?? 0, y: packing.y[at] ?? 0, width, height };
  });
  return { width: packing.width, height: packing.height, regions, x, y };
}
