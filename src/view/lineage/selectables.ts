import {
  type SelectableColumns,
  selectableColumns,
} from '../../lineage/selectors/selectable-columns.ts';
import { selectionGraph } from '../../lineage/selectors/selection-graph.ts';
import type { ViewContext } from '../context.ts';

/** What dbt's selectors ask of the nodes of the lineage, and of the tests that hang on them. */
export interface SelectablesView {
  /** Null when it can't be told. */
  readonly rootPackage: string | null;
  /** In the order of the graph. */
  readonly nodes: SelectableColumns;
  readonly tests: TestsView;
}

/** Data tests and unit tests, in code-point order of unique_id. */
export interface TestsView {
  readonly uniqueIds: readonly string[];
  readonly names: readonly string[];
  readonly columns: SelectableColumns;
  /** The nodes that each reads, ascending. */
  readonly parents: readonly (readonly number[])[];
}

/** What expressions in the explorer are answered from: the nodes of the graph, and the tests, which are none. */
export function buildSelectables({ project, graph, history }: ViewContext): SelectablesView {
  const selectable = selectionGraph(project);
  const results = new Map<string, string>();
  for (const { uniqueId } of selectable.nodes) {
    const status = history.latest(uniqueId)?.result.status;
    if (status !== undefined) results.set(uniqueId, status);
  }
  const places = selectable.nodes.map(({ uniqueId }) => graph.indexOf.get(uniqueId) ?? null);
  const tests = [...selectable.nodes.keys()].filter((node) => places[node] === null);
  const testNodes = tests.flatMap((node) => selectable.nodes[node] ?? []);
  return {
    rootPackage: project.facts.name,
    nodes: selectableColumns(
      selectable.nodes.filter((_, node) => places[node] !== null),
      results,
    ),
    tests: {
      uniqueIds: testNodes.map(({ uniqueId }) => uniqueId),
      names: testNodes.map(({ name }) => name),
      columns: selectableColumns(testNodes, results),
      parents: tests.map((node) =>
        (selectable.parents[node] ?? []).flatMap((parent) => places[parent] ?? []),
      ),
    },
  };
}
