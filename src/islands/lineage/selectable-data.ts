import {
  factsIn,
  joinTests,
  readSelectables,
  type SelectableColumns,
} from '../../lineage/selectors/selectable-columns.ts';
import type { SelectionFacts, SelectionGraph } from '../../lineage/selectors/selectable.ts';
import { fetchJson, type GraphData } from './graph-data.ts';

/** What `/schemas/lineage-selectors.json` says. */
interface SelectorsJson {
  readonly root_package: string | null;
  readonly nodes: SelectableColumns;
}

/** What `/schemas/lineage-tests.json` says. */
interface TestsJson {
  readonly unique_id: readonly string[];
  readonly name: readonly string[];
  readonly tests: SelectableColumns;
  readonly parents: readonly (readonly number[])[];
}

/** What expressions are answered from. The first nodes are those of the graph; tests may follow. */
export interface SelectableData {
  readonly graph: SelectionGraph;
  readonly facts: SelectionFacts;
  readonly hasTests: boolean;
}

/**
 * Fetches what selectors ask of the nodes.
 *
 * @param href address of the graph's own file, which the others lie beside
 * @throws when it can't be loaded
 */
export async function fetchSelectables(
  data: GraphData,
  href: string,
  withTests: boolean,
): Promise<SelectableData> {
  const beside = (file: string): string => new URL(file, new URL(href, location.href)).href;
  const [selectors, tests] = (await Promise.all([
    fetchJson(beside('selectors.json')),
    withTests ? fetchJson(beside('tests.json')) : null,
  ])) as [SelectorsJson, TestsJson | null];
  const nodes = readSelectables(
    selectors.nodes,
    data.ids.map((uniqueId, node) => ({
      uniqueId,
      resourceType: data.typeNames[data.types[node] ?? 0] ?? '',
      name: data.names[node] ?? '',
    })),
  );
  const parts = [{ columns: selectors.nodes, nodes }];
  if (tests === null) {
    const graph = { nodes, parents: data.parents, children: data.children };
    return { graph, facts: factsIn(selectors.root_package, parts), hasTests: false };
  }
  const testNodes = readSelectables(
    tests.tests,
    tests.unique_id.map((uniqueId, test) => ({
      uniqueId,
      resourceType: uniqueId.slice(0, uniqueId.indexOf('.')),
      name: tests.name[test] ?? '',
    })),
  );
  return {
    graph: joinTests(
      nodes,
      data,
      testNodes.map((test, index) => ({ test, parents: tests.parents[index] ?? [] })),
    ),
    facts: factsIn(selectors.root_package, [...parts, { columns: tests.tests, nodes: testNodes }]),
    hasTests: true,
  };
}
