import { boxOf, type Scene, type ScenePiece } from '../../../lineage/explorer/scene.ts';
import { BOX_HEIGHT, BOX_WIDTH } from '../../../lineage/layout/box.ts';
import { type Curve, EDGE_STATE, NODE_STATE } from './look.ts';

/** What is drawn stronger than the rest. */
export interface Highlight {
  readonly chosen: number | null;
  /** What lies up- and downstream of the chosen node, itself left out. */
  readonly up: ReadonlySet<number>;
  readonly down: ReadonlySet<number>;
  /** Nodes that the selection names. */
  readonly seeds: ReadonlySet<number>;
  /** Edges that a map draws. */
  readonly edges: readonly HighlightEdge[];
}

export interface HighlightEdge {
  readonly from: number;
  readonly to: number;
  readonly isDown: boolean;
}

/** What the pointer is on. */
export interface Hover {
  readonly node: number;
  /** Edges that a map draws. */
  readonly edges: readonly HighlightEdge[];
}

export const NO_HIGHLIGHT: Highlight = {
  chosen: null,
  up: new Set(),
  down: new Set(),
  seeds: new Set(),
  edges: [],
};

/** Nodes of a scene that are drawn stronger, each with its state; what is chosen comes last, and lies on top. */
export function strongNodes(scene: Scene, highlight: Highlight): ReadonlyMap<number, number> {
  const { chosen, up, down, seeds } = highlight;
  const states = new Map<number, number>();
  for (const set of [up, down])
    for (const node of set) if (scene.at.has(node)) states.set(node, NODE_STATE.near);
  for (const node of seeds)
    if (scene.at.has(node) && (chosen === null || states.has(node)))
      states.set(node, NODE_STATE.seed);
  if (chosen === null || !scene.at.has(chosen)) return states;
  states.delete(chosen);
  return states.set(chosen, NODE_STATE.chosen);
}

/** Pieces of edges that are drawn stronger, by their numbers, each with its state. */
export function strongPieces(scene: Scene, highlight: Highlight): ReadonlyMap<number, number> {
  const { chosen, up, down } = highlight;
  const states = new Map<number, number>();
  if (chosen === null || scene.pieces.length === 0) return states;
  const leaving = leavingPieces(scene.pieces);
  const add = (from: number, state: number, isReached: (node: number) => boolean): void => {
    for (const number of leaving.get(from) ?? [])
      if (scene.pieces[number]?.to.some(isReached) === true && !states.has(number))
        states.set(number, state);
  };
  for (const node of up) add(node, EDGE_STATE.up, (to) => to === chosen || up.has(to));
  for (const node of [chosen, ...down]) add(node, EDGE_STATE.down, (to) => down.has(to));
  return states;
}

/** Everything of edges that is drawn stronger: pieces of those that a graph shows, whole ones on a map. */
export function strongCurves(
  scene: Scene,
  highlight: Highlight,
): { readonly curve: Curve; readonly state: number }[] {
  const pieces = [...strongPieces(scene, highlight)].flatMap(([number, state]) => {
    const curve = scene.pieces[number];
    return curve === undefined ? [] : [{ curve, state }];
  });
  const edges = highlight.edges.flatMap(({ from, to, isDown }) => {
    const [start, end] = [boxOf(scene, from), boxOf(scene, to)];
    if (start === null || end === null) return [];
    const curve = {
      x1: start.x + BOX_WIDTH,
      y1: start.y + BOX_HEIGHT / 2,
      x2: end.x,
      y2: end.y + BOX_HEIGHT / 2,
    };
    return [{ curve, state: isDown ? EDGE_STATE.down : EDGE_STATE.up }];
  });
  return [...pieces, ...edges];
}

const KNOWN = new WeakMap<readonly ScenePiece[], ReadonlyMap<number, readonly number[]>>();

/** The numbers of the pieces that leave each node. */
function leavingPieces(pieces: readonly ScenePiece[]): ReadonlyMap<number, readonly number[]> {
  const known = KNOWN.get(pieces);
  if (known !== undefined) return known;
  const leaving = new Map<number, number[]>();
  pieces.forEach(({ from }, number) => {
    const numbers = leaving.get(from);
    if (numbers === undefined) leaving.set(from, [number]);
    else numbers.push(number);
  });
  KNOWN.set(pieces, leaving);
  return leaving;
}
