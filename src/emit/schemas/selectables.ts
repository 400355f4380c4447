import { z } from 'zod';
import { apiVersion, count } from './common.ts';

const valueColumn = z
  .strictObject({ values: z.array(z.string()), nodes: z.array(count.nullable()) })
  .describe('For each node an index into the values; null where it has none.');
const listColumn = z
  .strictObject({ values: z.array(z.string()), nodes: z.array(z.array(count)) })
  .describe('For each node indexes into the values.');

const columnsShape = {
  package_name: valueColumn,
  fqn_parents: valueColumn.describe(
    'All of the fully qualified name but its last part, as text of a JSON array.',
  ),
  fqn_leaf: z
    .array(z.string().nullable())
    .describe('The last part; null where it is the name of the node.'),
  tags: listColumn,
  group: valueColumn,
  access: valueColumn,
  folder: valueColumn.describe('Folder of the file.'),
  file: z.array(z.string().nullable()).describe('Name of the file; null for the name with .sql.'),
  patch_path: valueColumn,
  source_name: valueColumn,
  version: valueColumn,
  latest_version: valueColumn,
  test_name: valueColumn,
  test_type: valueColumn,
  result: valueColumn.describe('Status of the newest result, dbt’s word.'),
};

/** `/lineage/selectors.json`: what dbt's selectors ask of the nodes of the graph, in its order. */
export const selectablesFileSchema = z.strictObject({
  api_version: apiVersion,
  root_package: z.string().nullable(),
  nodes: z.strictObject(columnsShape),
});

/** `/lineage/tests.json`: the same of data tests and unit tests, which are no nodes of the graph. */
export const selectableTestsFileSchema = z.strictObject({
  api_version: apiVersion,
  unique_id: z.array(z.string()),
  name: z.array(z.string()),
  tests: z.strictObject(columnsShape),
  parents: z.array(z.array(count)).describe('Indexes of the nodes that each test reads.'),
});
