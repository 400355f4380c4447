import { selectorsNamed } from './check-selection.ts';
import { METHODS, SELECTOR_METHOD } from './methods.ts';
import { addAll, difference, intersection, type NodeSet, union } from './node-set.ts';
import type { SelectionFacts, SelectionGraph } from './selectable.ts';
import type { IndirectMode } from '../../config/schema.ts';
import type { Criterion, Selection, SelectionGroup } from './selection.ts';

/** What a selection finds. */
export interface Selected {
  /** Places in the graph's `nodes`. */
  readonly nodes: ReadonlySet<number>;
  /** Terms that find nothing, as they were written. */
  readonly unmatched: readonly string[];
}

/**
 * Nodes that are selected, and those that are held back: tests some of whose parents are selected, which join once the
 * others are, where the mode asks for all of them.
 */
interface Found {
  readonly direct: NodeSet;
  readonly heldBack: NodeSet;
}

/**
 * Selects nodes as dbt does. Null selects everything.
 *
 * @param include checked by `checkSelection`, as is `exclude`
 * @param exclude what is left out all the same; null for nothing
 */
export function select(
  graph: SelectionGraph,
  include: Selection | null,
  exclude: Selection | null,
  facts: SelectionFacts,
): Selected {
  const unmatched: string[] = [];
  const nodes =
    include === null
      ? new Set(graph.nodes.keys())
      : new Set(found(include, graph, facts, unmatched).direct);
  if (exclude !== null) {
    for (const node of found(exclude, graph, facts, unmatched).direct) nodes.delete(node);
  }
  return { nodes, unmatched };
}

function found(
  selection: Selection,
  graph: SelectionGraph,
  facts: SelectionFacts,
  unmatched: string[],
): Found {
  if (selection.kind === 'criterion') {
    const result = foundByCriterion(selection, graph, facts);
    if (result.direct.size === 0 && selection.text !== '') unmatched.push(selection.text);
    return result;
  }
  return combined(selection, graph, facts, unmatched);
}

function combined(
  { kind, parts, indirect }: SelectionGroup,
  graph: SelectionGraph,
  facts: SelectionFacts,
  unmatched: string[],
): Found {
  const results = parts.map((part) => found(part, graph, facts, unmatched));
  const combine = COMBINE[kind];
  const direct = combine(results.map((result) => result.direct));
  const heldBack = combine(results.map((result) => union([result.direct, result.heldBack])));
  return { direct: withHeldBack(direct, heldBack, graph, indirect ?? facts.indirect), heldBack };
}

const COMBINE: Readonly<Record<SelectionGroup['kind'], (sets: readonly NodeSet[]) => NodeSet>> = {
  union,
  intersection,
  difference,
};

function foundByCriterion(
  criterion: Criterion,
  graph: SelectionGraph,
  facts: SelectionFacts,
): Found {
  const isNamed = criterion.method === SELECTOR_METHOD;
  const matched = isNamed
    ? foundBySelectors(criterion.value, graph, facts)
    : matchedNodes(criterion, graph, facts);
  const nodes = new Set(matched);
  if (criterion.childrensParents) {
    const children = union([matched, walk(matched, graph.children, Infinity)]);
    addAll(nodes, children);
    addAll(nodes, walk(children, graph.parents, Infinity));
  }
  addAll(nodes, walk(matched, graph.parents, criterion.parents));
  addAll(nodes, walk(matched, graph.children, criterion.children));
  const mode = criterion.indirect ?? facts.indirect;
  // A named selector has its tests already, and may have left some out on purpose.
  return mode === 'empty' || isNamed
    ? { direct: nodes, heldBack: new Set() }
    : withTests(nodes, graph, mode);
}

function matchedNodes(
  criterion: Criterion,
  graph: SelectionGraph,
  facts: SelectionFacts,
): Set<number> {
  const { value, arguments: place } = criterion;
  const matcher = METHODS.get(criterion.method)?.matcher({ value, arguments: place, graph, facts });
  const nodes = new Set<number>();
  graph.nodes.forEach((node, index) => {
    if (matcher?.(node) === true) nodes.add(index);
  });
  return nodes;
}

function foundBySelectors(
  pattern: string,
  graph: SelectionGraph,
  facts: SelectionFacts,
): Set<number> {
  const nodes = new Set<number>();
  for (const [, definition] of selectorsNamed(pattern, facts)) {
    addAll(nodes, found(definition, graph, facts, []).direct);
  }
  return nodes;
}

/** What is reached in at most so many steps, without what it starts from unless a path leads back. */
function walk(from: NodeSet, edges: readonly (readonly number[])[], steps: number): Set<number> {
  const reached = new Set<number>();
  let frontier: Iterable<number> = from;
  for (let step = 0; step < steps; step++) {
    const next: number[] = [];
    for (const node of frontier) {
      for (const neighbour of edges[node] ?? []) {
        if (reached.has(neighbour)) continue;
        reached.add(neighbour);
        next.push(neighbour);
      }
    }
    if (next.length === 0) break;
    frontier = next;
  }
  return reached;
}

function isTest(graph: SelectionGraph, node: number): boolean {
  const type = graph.nodes[node]?.resourceType;
  return type === 'test' || type === 'unit_test';
}

function hasAll(nodes: NodeSet, wanted: readonly number[] | undefined): boolean {
  return wanted?.every((node) => nodes.has(node)) ?? true;
}

/** The tests of what is selected join it; those with parents elsewhere wait, unless the mode is eager. */
function withTests(selected: NodeSet, graph: SelectionGraph, mode: IndirectMode): Found {
  const direct = new Set(selected);
  const heldBack = new Set<number>();
  const available =
    mode === 'buildable' ? withSources(buildable(selected, graph), graph) : selected;
  for (const node of selected) {
    for (const child of graph.children[node] ?? []) {
      if (!isTest(graph, child)) continue;
      if (mode === 'eager' || hasAll(available, graph.parents[child])) direct.add(child);
      else heldBack.add(child);
    }
  }
  return { direct, heldBack };
}

function withHeldBack(
  direct: NodeSet,
  heldBack: NodeSet,
  graph: SelectionGraph,
  mode: IndirectMode,
): NodeSet {
  if (mode !== 'cautious' && mode !== 'buildable') return direct;
  const nodes = new Set(direct);
  const available = mode === 'buildable' ? buildable(direct, graph) : direct;
  for (const node of heldBack) {
    // dbt asks this of data tests only.
    if (graph.nodes[node]?.resourceType === 'test' && hasAll(available, graph.parents[node]))
      nodes.add(node);
  }
  return nodes;
}

function buildable(selected: NodeSet, graph: SelectionGraph): Set<number> {
  return union([selected, walk(selected, graph.parents, Infinity)]);
}

function withSources(nodes: Set<number>, graph: SelectionGraph): Set<number> {
  graph.nodes.forEach(({ resourceType }, index) => {
    if (resourceType === 'source') nodes.add(index);
  });
  return nodes;
}
