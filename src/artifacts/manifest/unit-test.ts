import { z } from 'zod';
import {
  listOf,
  nullable,
  nullableRecord,
  nullableText,
  orElse,
  record,
  text,
  leanObject,
} from '../fields.ts';
import { checksumSchema, dependentShape, resourceShape } from './parts.ts';

/** `rows` is a list of objects, or a string of SQL or CSV, as `format` says; null with a `fixture`. */
const rowsShape = {
  input: nullableText,
  rows: orElse(z.union([z.array(z.unknown()), z.string(), z.null()]), () => null),
  format: nullableText,
  fixture: nullableText,
};
export const unitTestRowsSchema = leanObject(rowsShape);
export type UnitTestRows = z.infer<typeof unitTestRowsSchema>;

export const unitTestSchema = leanObject({
  ...resourceShape,
  ...dependentShape,
  model: text,
  given: listOf(unitTestRowsSchema),
  expect: orElse(leanObject(rowsShape), () => ({
    input: null,
    rows: null,
    format: null,
    fixture: null,
  })),
  overrides: nullableRecord,
  checksum: nullable(checksumSchema),
  /** Id of the model under test, where dbt says it. */
  tested_node_unique_id: nullableText,
  version: nullableText,
  versions: record,
});
export type ManifestUnitTest = z.infer<typeof unitTestSchema>;
