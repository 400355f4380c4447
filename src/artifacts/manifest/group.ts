import { z } from 'zod';
import { nullableText, tolerantObject } from '../fields.ts';
import { ownerSchema, resourceShape } from './parts.ts';

/** A group of resources with an owner (dbt 1.5 and newer). */
export const groupSchema = tolerantObject({
  ...resourceShape,
  owner: ownerSchema,
});
export type ManifestGroup = z.infer<typeof groupSchema>;

/** A selector of `selectors.yml`; `definition` is kept as dbt wrote it. */
export const selectorSchema = tolerantObject({
  name: z.string(),
  description: nullableText,
  definition: z.unknown().optional(),
  default: z.unknown().optional(),
});
export type ManifestSelector = z.infer<typeof selectorSchema>;
