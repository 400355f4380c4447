import type { z } from 'zod';
import {
  listOf,
  nullable,
  nullableRecord,
  nullableText,
  record,
  strings,
  text,
  leanObject,
} from '../fields.ts';
import { columnSchema, docsSchema, freshnessCriteriaSchema, resourceShape } from './parts.ts';

/** A table of a source. `freshness` comes from the table or its config. */
export const sourceSchema = leanObject({
  ...resourceShape,
  source_name: text,
  source_description: text,
  database: nullableText,
  schema: nullableText,
  identifier: text,
  relation_name: nullableText,
  loader: text,
  loaded_at_field: nullableText,
  loaded_at_query: nullableText,
  freshness: nullable(freshnessCriteriaSchema),
  external: nullableRecord,
  source_meta: record,
  quoting: record,
  columns: listOf(columnSchema),
  docs: docsSchema,
  doc_blocks: strings,
});
export type ManifestSource = z.infer<typeof sourceSchema>;
