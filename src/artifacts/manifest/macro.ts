import { z } from 'zod';
import { leanObject, listOf, nullableText, orElse, record, strings, text } from '../fields.ts';
import { argumentSchema } from './function.ts';
import { docsSchema } from './parts.ts';

/** A macro, reduced to what is shown: projects carry a thousand of them from packages. */
export const macroSchema = leanObject({
  unique_id: z.string(),
  name: z.string(),
  resource_type: z.string(),
  package_name: text,
  path: text,
  original_file_path: text,
  patch_path: nullableText,
  description: text,
  arguments: listOf(argumentSchema),
  macro_sql: text,
  depends_on: orElse(leanObject({ macros: strings }), () => ({ macros: [] })),
  docs: docsSchema,
  meta: record,
});
export type ManifestMacro = z.infer<typeof macroSchema>;

/** A `{% docs %}` block. */
export const docBlockSchema = leanObject({
  unique_id: z.string(),
  name: z.string(),
  resource_type: z.string(),
  package_name: text,
  path: text,
  original_file_path: text,
  block_contents: text,
});
export type DocBlock = z.infer<typeof docBlockSchema>;
