import { compareText } from '../../../project/order.ts';
import {
  NO_FACTS,
  type Selectable,
  type SelectionFacts,
  type SelectionGraph,
} from '../selectable.ts';
import { checkSelection } from '../check-selection.ts';
import { parseSelection } from '../parse-selection.ts';
import { select } from '../select.ts';

/** A resource of the project `shop` with nothing special about it. */
export function aSelectable(uniqueId: string, rest: Partial<Selectable> = {}): Selectable {
  const [resourceType = 'model', packageName = 'shop', ...names] = uniqueId.split('.');
  const name = names.at(-1) ?? uniqueId;
  return {
    uniqueId,
    resourceType,
    name,
    packageName,
    fqn: [packageName, ...names],
    tags: [],
    group: null,
    access: resourceType === 'model' ? 'protected' : null,
    filePath: null,
    patchPath: null,
    sourceName: resourceType === 'source' ? (names[0] ?? null) : null,
    version: null,
    latestVersion: null,
    testName: null,
    testType: resourceType === 'test' ? 'generic' : resourceType === 'unit_test' ? 'unit' : null,
    config: {},
    ...rest,
  };
}

/** @param edges parent and child by unique_id; both must be among the nodes */
export function aGraph(
  nodes: readonly Selectable[],
  edges: readonly (readonly [parent: string, child: string])[] = [],
): SelectionGraph {
  const sorted = nodes.toSorted((a, b) => compareText(a.uniqueId, b.uniqueId));
  const placeOf = (id: string): number => sorted.findIndex(({ uniqueId }) => uniqueId === id);
  const parents: number[][] = sorted.map(() => []);
  const children: number[][] = sorted.map(() => []);
  for (const [parent, child] of edges) {
    parents[placeOf(child)]?.push(placeOf(parent));
    children[placeOf(parent)]?.push(placeOf(child));
  }
  return { nodes: sorted, parents, children };
}

/** The names of what an expression selects, sorted; its error in words. */
export function selectedNames(
  graph: SelectionGraph,
  include: string | null,
  exclude: string | null = null,
  facts: Partial<SelectionFacts> = {},
): readonly string[] | string {
  const known = { ...NO_FACTS, rootPackage: 'shop', ...facts };
  const texts = [include, exclude];
  const selections = [];
  for (const text of texts) {
    const parsed = text === null ? null : parseSelection(text);
    const selection = parsed?.selection ?? null;
    const error =
      parsed?.error ?? (selection === null ? null : checkSelection(selection, graph, known));
    if (error !== null) return error.message;
    selections.push(selection);
  }
  const { nodes } = select(graph, selections[0] ?? null, selections[1] ?? null, known);
  return [...nodes].map((node) => graph.nodes[node]?.name ?? '').sort();
}
