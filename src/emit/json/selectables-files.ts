import type { z } from 'zod';
import type { SelectableColumns } from '../../lineage/selectors/selectable-columns.ts';
import type { SelectablesView } from '../../view/lineage/selectables.ts';
import { API_VERSION } from '../api-version.ts';
import type { selectablesFileSchema, selectableTestsFileSchema } from '../schemas/selectables.ts';

type Columns = z.input<typeof selectablesFileSchema>['nodes'];

/** `/lineage/selectors.json`. */
export function selectablesFile({
  rootPackage,
  nodes,
}: SelectablesView): z.input<typeof selectablesFileSchema> {
  return { api_version: API_VERSION, root_package: rootPackage, nodes: columnsOf(nodes) };
}

/** `/lineage/tests.json`. */
export function selectableTestsFile({
  tests,
}: SelectablesView): z.input<typeof selectableTestsFileSchema> {
  return {
    api_version: API_VERSION,
    unique_id: [...tests.uniqueIds],
    name: [...tests.names],
    tests: columnsOf(tests.columns),
    parents: tests.parents.map((list) => [...list]),
  };
}

function columnsOf(columns: SelectableColumns): Columns {
  const { tags, fqn_leaf: leaf, file } = columns;
  const values = <T extends { values: readonly string[]; nodes: readonly (number | null)[] }>(
    column: T,
  ): { values: string[]; nodes: (number | null)[] } => ({
    values: [...column.values],
    nodes: [...column.nodes],
  });
  return {
    package_name: values(columns.package_name),
    fqn_parents: values(columns.fqn_parents),
    fqn_leaf: [...leaf],
    tags: { values: [...tags.values], nodes: tags.nodes.map((list) => [...list]) },
    group: values(columns.group),
    access: values(columns.access),
    folder: values(columns.folder),
    file: [...file],
    patch_path: values(columns.patch_path),
    source_name: values(columns.source_name),
    version: values(columns.version),
    latest_version: values(columns.latest_version),
    test_name: values(columns.test_name),
    test_type: values(columns.test_type),
    result: values(columns.result),
  };
}
