import { z } from 'zod';
import {
  flag,
  listOf,
  nullable,
  nullableFlag,
  nullableText,
  orElse,
  record,
  strings,
  text,
  leanObject,
} from '../fields.ts';

/** A `ref()` that a node makes; `package` and `version` only where the call names them. */
export const refSchema = leanObject({
  name: z.string(),
  package: nullableText,
  version: nullableText,
});

export const dependsOnSchema = orElse(leanObject({ nodes: strings, macros: strings }), () => ({
  nodes: [],
  macros: [],
}));

/** A contract constraint of a model or a column, in dbt's words (`not_null`, `primary_key`, …). */
export const constraintSchema = leanObject({
  type: text,
  name: nullableText,
  expression: nullableText,
  columns: strings,
  to: nullableText,
  to_columns: strings,
  warn_unenforced: nullableFlag,
  warn_unsupported: nullableFlag,
});
export type Constraint = z.infer<typeof constraintSchema>;

/** A documented column. `meta` and `tags` hold what stands on the column and in its `config`. */
export const columnSchema = leanObject({
  name: z.string(),
  description: text,
  data_type: nullableText,
  meta: record,
  tags: strings,
  constraints: listOf(constraintSchema),
  quote: nullableFlag,
  granularity: nullableText,
  doc_blocks: strings,
  config: record,
});
export type ManifestColumn = z.infer<typeof columnSchema>;

/** The documentation settings of a resource: from the node or its config. */
export const docsSchema = orElse(
  leanObject({ show: flag(true), node_color: nullableText }),
  () => ({ show: true, node_color: null }),
);

export const contractSchema = orElse(
  leanObject({ enforced: flag(false), checksum: nullableText, alias_types: flag(true) }),
  () => ({ enforced: false, checksum: null, alias_types: true }),
);

export const checksumSchema = leanObject({ name: text, checksum: text });

/** `email` holds several addresses joined by `, ` where dbt has a list; `contact` what else the project says. */
export const ownerSchema = orElse(
  leanObject({ name: nullableText, email: nullableText, contact: record }),
  () => ({ name: null, email: null, contact: {} }),
);

/** `count` periods of `minute`, `hour` or `day`. */
export const thresholdSchema = leanObject({ count: z.number(), period: z.string() });

/** When a source counts as stale; `filter` is the SQL that limits what is looked at. */
export const freshnessCriteriaSchema = leanObject({
  warn_after: nullable(thresholdSchema),
  error_after: nullable(thresholdSchema),
  filter: nullableText,
});

/** What every resource has, of whatever type. */
export const resourceShape = {
  unique_id: z.string(),
  name: z.string(),
  resource_type: z.string(),
  package_name: text,
  path: text,
  original_file_path: text,
  patch_path: nullableText,
  fqn: strings,
  description: text,
  tags: strings,
  meta: record,
  config: record,
  unrendered_config: record,
  group: nullableText,
};

/** What a resource that depends on others has besides. */
export const dependentShape = {
  refs: listOf(refSchema),
  sources: listOf(z.tuple([z.string(), z.string()])),
  metrics: listOf(z.array(z.string())),
  functions: listOf(z.unknown()),
  depends_on: dependsOnSchema,
};
