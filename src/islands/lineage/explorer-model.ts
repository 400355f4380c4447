import {
  type ExplorerState,
  type ExplorerView,
  type MapGrouping,
  PRISTINE,
  readExplorerState,
} from '../../lineage/explorer/explorer-state.ts';
import { foldAway } from '../../lineage/explorer/fold.ts';
import { graphScene, mapScene, regroupedScene, type Scene } from '../../lineage/explorer/scene.ts';
import { selectNodes } from '../../lineage/explorer/select-nodes.ts';
import { walk } from '../../lineage/explorer/walk.ts';
import type { SelectionError } from '../../lineage/selectors/selection.ts';
import { LINEAGE } from '../../messages/lineage.ts';
import type { LensView } from '../../view/lineage/lens.ts';
import type { GraphData } from './graph-data.ts';
import type { SelectableData } from './selectable-data.ts';
import type { Legend } from './legend-entries.ts';
import { type Highlight, type HighlightEdge, type Hover, NO_HIGHLIGHT } from './stage/highlight.ts';

/** Up to so many nodes a whole project is shown as a graph; beyond that as a map. */
const READABLE_GRAPH = 300;
/** Edges of one node's whole lineage that a map draws. */
const MOST_MAP_EDGES = 400;

/** What a selection found. */
export interface Selected {
  /** Ascending. */
  readonly nodes: readonly number[];
  readonly seeds: ReadonlySet<number>;
  /** What is wrong with the expression, and where; then everything is shown. */
  readonly error: SelectionError | null;
  /** A term that finds nothing; null when each finds something. */
  readonly unmatched: string | null;
  /** Everything is shown, as the selection holds nothing that can be. */
  readonly isNothing: boolean;
}

/** Reads a state out of `location.search`; what this lineage doesn't know is as if it weren't there. */
export function readState({ lenses, typeNames }: GraphData, search: string): ExplorerState {
  const state = readExplorerState(search);
  const known = new Set<string>(lenses.keys());
  const isGroup = state.group === 'package' || known.has(state.group);
  return {
    ...state,
    lens: known.has(state.lens) ? state.lens : PRISTINE.lens,
    group: isGroup ? state.group : PRISTINE.group,
    hide: state.hide.filter((type) => typeNames.includes(type)),
  };
}

/**
 * Finds what a state selects.
 *
 * @param selectables null where they can't be loaded: then everything is shown
 */
export function findSelected(
  data: GraphData,
  state: ExplorerState,
  selectables: SelectableData | null,
): Selected {
  const all: Selected = {
    nodes: data.ids.map((_, node) => node),
    seeds: new Set(),
    error: null,
    unmatched: null,
    isNothing: false,
  };
  if (state.select === '' || selectables === null) return all;
  const { graph, facts } = selectables;
  const found = selectNodes(graph, facts, data.ids.length, state.select);
  const isNothing = found.error !== null || found.nodes.length === 0;
  return isNothing
    ? { ...all, error: found.error, unmatched: found.unmatched, isNothing: true }
    : { ...found, seeds: new Set(found.seeds), isNothing: false };
}

/** Takes out what is switched off or folded away. */
export function findShown(
  data: GraphData,
  state: ExplorerState,
  selected: Selected,
  legend: Legend,
): number[] {
  const shown = new Uint8Array(data.ids.length);
  for (const node of selected.nodes) shown[node] = 1;
  if (state.hide.length > 0) {
    const hidden = data.typeNames.map((type) => state.hide.includes(type));
    for (const node of selected.nodes) if (hidden[data.types[node] ?? 0]) shown[node] = 0;
  }
  if (state.off.length > 0) {
    const isOff = legend.entries.map(({ key }) => state.off.includes(key));
    for (const node of selected.nodes) if (isOff[legend.entryOf(node)]) shown[node] = 0;
  }
  for (const fold of state.folded) {
    const side = fold.startsWith('+') ? 'up' : 'down';
    const node = data.indexOf.get(side === 'up' ? fold.slice(1) : fold.slice(0, -1));
    if (node !== undefined) foldAway(data, node, side, shown, selected.seeds);
  }
  return selected.nodes.filter((node) => shown[node] === 1);
}

/** Whether two lists hold the same nodes in the same order. */
export function sameNodes(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((node, index) => node === b[index]);
}

/** How a state is looked at where the reader has not said. */
export function viewOf(state: ExplorerState, count: number): ExplorerView {
  if (state.view !== null) return state.view;
  return state.select === '' && count > READABLE_GRAPH ? 'map' : 'graph';
}

/** Lays out what is shown. */
export function buildScene(
  data: GraphData,
  nodes: readonly number[],
  view: 'map' | 'graph',
  group: MapGrouping,
  groupLens: LensView | null,
): Scene {
  if (view === 'graph') return graphScene(nodes, data.parents);
  if (group === 'folder') return mapScene(nodes, data.map);
  return regroupedScene(nodes, data.parents, (node) => {
    if (group === 'package') return data.ids[node]?.split('.')[1] ?? '';
    const value = groupLens?.nodes[node] ?? null;
    return value === null ? LINEAGE.unknown : (groupLens?.values[value]?.value ?? '');
  });
}

/** What is drawn for the node under the pointer. Edges are those of what is chosen, if anything is. */
export function hoverOf(
  data: GraphData,
  scene: Scene,
  chosen: number | null,
  node: number | null,
): Hover | null {
  if (node === null) return null;
  return { node, edges: chosen === null && scene.kind === 'map' ? nextEdges(data, node) : [] };
}

/** What is drawn stronger while a node is chosen. */
export function highlightOf(
  data: GraphData,
  scene: Scene,
  chosen: number | null,
  seeds: ReadonlySet<number>,
): Highlight {
  if (chosen === null) return { ...NO_HIGHLIGHT, seeds };
  const up = new Set<number>();
  const down = new Set<number>();
  walk(data.parents, [chosen], Infinity, up);
  walk(data.children, [chosen], Infinity, down);
  const edges = scene.kind === 'map' ? lineageEdges(data, chosen, up, down) : [];
  return { chosen, up, down, seeds, edges };
}

/** All edges of a node's lineage, or only those next to it where there are too many to follow. */
function lineageEdges(
  data: GraphData,
  chosen: number,
  up: ReadonlySet<number>,
  down: ReadonlySet<number>,
): readonly HighlightEdge[] {
  const edges: HighlightEdge[] = [];
  for (const to of [chosen, ...up])
    for (const from of data.parents[to] ?? []) edges.push({ from, to, isDown: false });
  for (const from of [chosen, ...down])
    for (const to of data.children[from] ?? []) edges.push({ from, to, isDown: true });
  return edges.length > MOST_MAP_EDGES ? nextEdges(data, chosen) : edges;
}

function nextEdges(data: GraphData, node: number): HighlightEdge[] {
  return [
    ...(data.parents[node] ?? []).map((from) => ({ from, to: node, isDown: false })),
    ...(data.children[node] ?? []).map((to) => ({ from: node, to, isDown: true })),
  ];
}
