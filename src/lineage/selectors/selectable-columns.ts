import type { Selectable, SelectionFacts, SelectionGraph } from './selectable.ts';
import { NO_FACTS } from './selectable.ts';

/** One value of each node: an index into the values that there are; null where it has none. */
export interface ValueColumn {
  readonly values: readonly string[];
  readonly nodes: readonly (number | null)[];
}

/** Any number of values of each node, as indexes into the values that there are. */
export interface ListColumn {
  readonly values: readonly string[];
  readonly nodes: readonly (readonly number[])[];
}

/** What selectors ask of some nodes, in columns: a tenth of what it takes as objects. */
export interface SelectableColumns {
  readonly package_name: ValueColumn;
  /** All of the fully qualified name but the last part, each part escaped as JSON does. */
  readonly fqn_parents: ValueColumn;
  /** The last part; null where it is the name. */
  readonly fqn_leaf: readonly (string | null)[];
  readonly tags: ListColumn;
  readonly group: ValueColumn;
  readonly access: ValueColumn;
  /** Folder of the file, without a slash at the end. */
  readonly folder: ValueColumn;
  /** Name of the file; null where it is the node's name with `.sql`, or the node has no folder. */
  readonly file: readonly (string | null)[];
  readonly patch_path: ValueColumn;
  readonly source_name: ValueColumn;
  readonly version: ValueColumn;
  readonly latest_version: ValueColumn;
  readonly test_name: ValueColumn;
  readonly test_type: ValueColumn;
  /** Status of the newest result, dbt's word. */
  readonly result: ValueColumn;
}

/** What the graph says of a node. */
export interface NamedNode {
  readonly uniqueId: string;
  readonly resourceType: string;
  readonly name: string;
}

/**
 * What dbt's selectors ask of some nodes, in the order of the nodes.
 *
 * @param results dbt's word for the newest result of each node that has one, by unique_id
 */
export function selectableColumns(
  nodes: readonly Selectable[],
  results: ReadonlyMap<string, string>,
): SelectableColumns {
  const column = (valueOf: (node: Selectable) => string | null): ValueColumn =>
    valueColumn(nodes.map(valueOf));
  return {
    package_name: column(({ packageName }) => packageName),
    fqn_parents: column(({ fqn }) => JSON.stringify(fqn.slice(0, -1))),
    fqn_leaf: nodes.map(({ fqn, name }) => (fqn.at(-1) === name ? null : (fqn.at(-1) ?? ''))),
    tags: listColumn(nodes.map(({ tags }) => tags)),
    group: column(({ group }) => group),
    access: column(({ access }) => access),
    folder: column(({ filePath }) =>
      filePath === null ? null : filePath.slice(0, Math.max(0, filePath.lastIndexOf('/'))),
    ),
    file: nodes.map(({ filePath, name }) => {
      const file = filePath?.slice(filePath.lastIndexOf('/') + 1) ?? null;
      return file === `${name}.sql` ? null : file;
    }),
    patch_path: column(({ patchPath }) => patchPath),
    source_name: column(({ sourceName }) => sourceName),
    version: column(({ version }) => version),
    latest_version: column(({ latestVersion }) => latestVersion),
    test_name: column(({ testName }) => testName),
    test_type: column(({ testType }) => testType),
    result: column(({ uniqueId }) => results.get(uniqueId) ?? null),
  };
}

/** The nodes that columns speak of. Their configurations are not told. */
export function readSelectables(
  columns: SelectableColumns,
  named: readonly NamedNode[],
): Selectable[] {
  return named.map(({ uniqueId, resourceType, name }, node) => {
    const valueOf = (column: ValueColumn): string | null => {
      const index = column.nodes[node] ?? null;
      return index === null ? null : (column.values[index] ?? null);
    };
    const folder = valueOf(columns.folder);
    const file = columns.file[node] ?? `${name}.sql`;
    const testType = valueOf(columns.test_type);
    return {
      uniqueId,
      resourceType,
      name,
      packageName: valueOf(columns.package_name) ?? '',
      fqn: [...textsIn(valueOf(columns.fqn_parents)), columns.fqn_leaf[node] ?? name],
      tags: (columns.tags.nodes[node] ?? []).map((tag) => columns.tags.values[tag] ?? ''),
      group: valueOf(columns.group),
      access: valueOf(columns.access),
      filePath: folder === null ? null : folder === '' ? file : `${folder}/${file}`,
      patchPath: valueOf(columns.patch_path),
      sourceName: valueOf(columns.source_name),
      version: valueOf(columns.version),
      latestVersion: valueOf(columns.latest_version),
      testName: valueOf(columns.test_name),
      testType: TEST_TYPES.find((type) => type === testType) ?? null,
      config: null,
    };
  });
}

const TEST_TYPES = ['generic', 'singular', 'unit'] as const;

/** Nodes and, after them, tests, as one graph; tests are nobody's parents. */
export function joinTests(
  nodes: readonly Selectable[],
  edges: Pick<SelectionGraph, 'parents' | 'children'>,
  tests: readonly { readonly test: Selectable; readonly parents: readonly number[] }[],
): SelectionGraph {
  const children = edges.children.map((list) => [...list]);
  for (const [index, { parents }] of tests.entries()) {
    for (const parent of parents) children[parent]?.push(nodes.length + index);
  }
  return {
    nodes: [...nodes, ...tests.map(({ test }) => test)],
    parents: [...edges.parents, ...tests.map(({ parents }) => parents)],
    children: [...children, ...tests.map(() => [])],
  };
}

/** The facts that columns tell: results, as far as there are any. */
export function factsIn(
  rootPackage: string | null,
  columns: readonly {
    readonly columns: SelectableColumns;
    readonly nodes: readonly Selectable[];
  }[],
): SelectionFacts {
  const results = new Map<string, string>();
  for (const { columns: of, nodes } of columns) {
    nodes.forEach(({ uniqueId }, node) => {
      const status = of.result.values[of.result.nodes[node] ?? -1];
      if (status !== undefined) results.set(uniqueId, status);
    });
  }
  return { ...NO_FACTS, rootPackage, results: results.size > 0 ? results : null };
}

function valueColumn(values: readonly (string | null)[]): ValueColumn {
  const index = indexOf(values.filter((value) => value !== null));
  return {
    values: [...index.keys()],
    nodes: values.map((value) => (value === null ? null : (index.get(value) ?? null))),
  };
}

function listColumn(lists: readonly (readonly string[])[]): ListColumn {
  const index = indexOf(lists.flat());
  return {
    values: [...index.keys()],
    nodes: lists.map((list) => list.map((value) => index.get(value) ?? 0)),
  };
}

/** Each value once, in code-point order, with its place. */
function indexOf(values: readonly string[]): ReadonlyMap<string, number> {
  const sorted = [...new Set(values)].sort((a, b) => (a < b ? -1 : 1));
  return new Map(sorted.map((value, index) => [value, index]));
}

function textsIn(json: string | null): readonly string[] {
  const value: unknown = json === null ? [] : JSON.parse(json);
  return Array.isArray(value) ? value.filter((part) => typeof part === 'string') : [];
}
