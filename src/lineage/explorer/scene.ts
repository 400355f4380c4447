import { BOX_HEIGHT, BOX_WIDTH, type Rectangle } from '../layout/box.ts';
import { inducedParents } from '../layout/components.ts';
import { layoutGraph } from '../layout/layout-graph.ts';
import { layoutMap } from '../layout/layout-map.ts';
import type { Parents } from '../layout/levels.ts';

/** A region of a map, with its name. */
export interface SceneRegion extends Rectangle {
  readonly name: string;
  /** Nodes of it that are in the scene. */
  readonly count: number;
}

/** A part of an edge: an S-curve, or a straight line through a column that it passes. */
export interface ScenePiece {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** The node that the edge leaves, and those that it leads to: edges of one node share pieces. */
  readonly from: number;
  readonly to: readonly number[];
}

/** Everything that can be drawn, and where. Units are CSS pixels at full size. */
export interface Scene {
  readonly kind: 'map' | 'graph';
  readonly width: number;
  readonly height: number;
  /** Nodes of the graph, ascending. */
  readonly nodes: readonly number[];
  /** Node → its place in `nodes`. */
  readonly at: ReadonlyMap<number, number>;
  /** The top left corner of each, in the order of `nodes`. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly regions: readonly SceneRegion[];
  /** Empty on a map, where only the edges of single nodes are drawn. */
  readonly pieces: readonly ScenePiece[];
}

/** The nodes as a graph, in ranks from left to right. */
export function graphScene(nodes: readonly number[], parents: Parents): Scene {
  const induced = inducedParents(nodes, parents);
  const { width, height, x, y, bends } = layoutGraph(induced);
  return {
    kind: 'graph',
    width,
    height,
    nodes,
    at: new Map(nodes.map((node, index) => [node, index])),
    x,
    y,
    regions: [],
    pieces: piecesOf(nodes, induced, x, y, bends),
  };
}

function piecesOf(
  nodes: readonly number[],
  parents: Parents,
  x: Float64Array,
  y: Float64Array,
  bends: readonly (readonly number[])[],
): ScenePiece[] {
  const pieces = new Map<string, ScenePiece & { readonly to: number[] }>();
  parents.forEach((list, child) => {
    for (const parent of list) {
      if (parent === child) continue;
      let fromX = (x[parent] ?? 0) + BOX_WIDTH;
      let fromY = (y[parent] ?? 0) + BOX_HEIGHT / 2;
      const add = (toX: number, toY: number): void => {
        const key = `${parent} ${fromX} ${fromY} ${toX} ${toY}`;
        const known = pieces.get(key);
        const node = nodes[child] ?? 0;
        if (known) known.to.push(node);
        else {
          const from = nodes[parent] ?? 0;
          pieces.set(key, { x1: fromX, y1: fromY, x2: toX, y2: toY, from, to: [node] });
        }
        fromX = toX;
        fromY = toY;
      };
      const passed = bends[parent] ?? [];
      for (let at = 0; at < passed.length; at += 2) {
        const left = passed[at] ?? 0;
        const height = passed[at + 1] ?? 0;
        if (left >= (x[child] ?? 0)) break;
        add(left, height);
        add(left + BOX_WIDTH, height);
      }
      add(x[child] ?? 0, (y[child] ?? 0) + BOX_HEIGHT / 2);
    }
  });
  return [...pieces.values()];
}

/** A map that was laid out when the site was built, with those of its nodes that are in sight. */
export function mapScene(
  nodes: readonly number[],
  map: {
    readonly width: number;
    readonly height: number;
    readonly regions: readonly Rectangle[];
    readonly names: readonly string[];
    readonly regionOf: ArrayLike<number>;
    readonly x: ArrayLike<number>;
    readonly y: ArrayLike<number>;
  },
): Scene {
  const counts = new Uint32Array(map.regions.length);
  const shortNames = regionNames(map.names);
  const x = new Float64Array(nodes.length);
  const y = new Float64Array(nodes.length);
  nodes.forEach((node, index) => {
    const region = map.regionOf[node] ?? 0;
    counts[region] = (counts[region] ?? 0) + 1;
    x[index] = (map.x[node] ?? 0) + (map.regions[region]?.x ?? 0);
    y[index] = (map.y[node] ?? 0) + (map.regions[region]?.y ?? 0);
  });
  return {
    kind: 'map',
    width: map.width,
    height: map.height,
    nodes,
    at: new Map(nodes.map((node, index) => [node, index])),
    x,
    y,
    regions: map.regions.map((region, index) => ({
      ...region,
      name: shortNames[index] ?? '',
      count: counts[index] ?? 0,
    })),
    pieces: [],
  };
}

/** Names as people say them: without the package where there is but one, with room around the slashes. */
function regionNames(names: readonly string[]): string[] {
  const roots = new Set(names.map((name) => name.split('/')[0]));
  return names.map((name) => {
    const parts = name.split('/');
    return (roots.size === 1 && parts.length > 1 ? parts.slice(1) : parts).join(' / ');
  });
}

/** A map by other regions than the site was built with. */
export function regroupedScene(
  nodes: readonly number[],
  parents: Parents,
  nameOf: (node: number) => string,
): Scene {
  const names = [...new Set(nodes.map(nameOf))].sort();
  const at = new Map(names.map((name, index) => [name, index]));
  const regionOf = nodes.map((node) => at.get(nameOf(node)) ?? 0);
  const induced = inducedParents(nodes, parents);
  const map = layoutMap(induced, regionOf, names.length);
  const own = mapScene(
    nodes.map((_, index) => index),
    { ...map, names, regionOf },
  );
  return { ...own, nodes, at: new Map(nodes.map((node, index) => [node, index])) };
}

/** The box of a node in a scene; null when it isn't in it. */
export function boxOf(scene: Scene, node: number): Rectangle | null {
  const index = scene.at.get(node);
  if (index === undefined) return null;
  return { x: scene.x[index] ?? 0, y: scene.y[index] ?? 0, width: BOX_WIDTH, height: BOX_HEIGHT };
}
