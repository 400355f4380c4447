import { z } from 'zod';
import { listOf, nullable, nullableText, text, leanObject } from '../fields.ts';
import { checksumSchema, dependentShape, docsSchema, resourceShape } from './parts.ts';

/** An argument of a user-defined function or of a macro; `data_type` is a macro argument's `type` too. */
export const argumentSchema = leanObject({
  name: z.string(),
  data_type: nullableText,
  description: text,
  /** The default as SQL, where there is one. */
  default_value: nullableText,
});

/** A user-defined function (dbt 1.11 and newer). */
export const functionSchema = leanObject({
  ...resourceShape,
  ...dependentShape,
  alias: text,
  database: nullableText,
  schema: nullableText,
  relation_name: nullableText,
  raw_code: nullableText,
  compiled_code: nullableText,
  language: nullableText,
  checksum: nullable(checksumSchema),
  docs: docsSchema,
  arguments: listOf(argumentSchema),
  returns: nullable(leanObject({ data_type: nullableText, description: text })),
});
export type ManifestFunction = z.infer<typeof functionSchema>;
