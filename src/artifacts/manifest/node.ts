import { z } from 'zod';
import {
  listOf,
  nullable,
  nullableFlag,
  nullableRecord,
  nullableText,
  record,
  strings,
  text,
  leanObject,
} from '../fields.ts';
import {
  checksumSchema,
  columnSchema,
  constraintSchema,
  contractSchema,
  dependentShape,
  docsSchema,
  resourceShape,
} from './parts.ts';

/** Which generic test a test node is an instance of, with the arguments it was given. */
export const testMetadataSchema = leanObject({
  name: z.string(),
  namespace: nullableText,
  kwargs: record,
});

/**
 * An entry of `nodes`: model, seed, snapshot, test, analysis, operation, or a resource type that
 * dbt-Workbench doesn't know.
 */
export const nodeSchema = leanObject({
  ...resourceShape,
  ...dependentShape,
  alias: text,
  database: nullableText,
  schema: nullableText,
  relation_name: nullableText,
  columns: listOf(columnSchema),
  raw_code: nullableText,
  compiled_code: nullableText,
  language: nullableText,
  checksum: nullable(checksumSchema),
  docs: docsSchema,
  access: nullableText,
  contract: contractSchema,
  constraints: listOf(constraintSchema),
  version: nullableText,
  latest_version: nullableText,
  deprecation_date: nullableText,
  primary_key: strings,
  compiled: nullableFlag,
  compiled_path: nullableText,
  build_path: nullableText,
  time_spine: nullableRecord,
  freshness: nullableRecord,
  test_metadata: nullable(testMetadataSchema),
  column_name: nullableText,
  attached_node: nullableText,
  file_key_name: nullableText,
  doc_blocks: strings,
  /** What a resource of an unknown type has besides. */
  unknown_fields: nullableRecord,
});
export type ManifestNode = z.infer<typeof nodeSchema>;
