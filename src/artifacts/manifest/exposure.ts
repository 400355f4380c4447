import type { z } from 'zod';
import { nullableText, text, leanObject } from '../fields.ts';
import { dependentShape, ownerSchema, resourceShape } from './parts.ts';

/** A use of the data outside dbt: a dashboard, a notebook, an application. */
export const exposureSchema = leanObject({
  ...resourceShape,
  ...dependentShape,
  type: text,
  label: nullableText,
  maturity: nullableText,
  url: nullableText,
  owner: ownerSchema,
});
export type ManifestExposure = z.infer<typeof exposureSchema>;
