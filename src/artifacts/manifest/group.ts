import { z } from 'zod';
import { nullableText, leanObject } from '../fields.ts';
import { ownerSchema, resourceShape } from './parts.ts';

/** A group of resources with an owner (dbt 1.5 and newer). */
export const groupSchema = leanObject({
  ...resourceShape,
  owner: ownerSchema,
});
export type ManifestGroup = z.infer<typeof groupSchema>;

/** A selector of `selectors.yml`; `definition` is kept as dbt wrote it. */
export const selectorSchema = leanObject({
  name: z.string(),
  description: nullableText,
  definition: z.unknown().optional(),
  default: z.unknown().optional(),
});
export type ManifestSelector = z.infer<typeof selectorSchema>;
