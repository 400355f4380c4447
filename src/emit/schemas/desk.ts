import { z } from 'zod';
import {
  apiVersion,
  count,
  healthCountsSchema,
  healthStateSchema,
  href,
  json,
  resourceRefSchema,
  statusSchema,
} from './common.ts';

const deskSchema = z.strictObject({
  name: z.string(),
  email: z.string().nullable().describe('Of owners, where one is told.'),
  href,
  json,
  total: count.describe('Resources that belong there; tests and macros come with them.'),
  states: healthCountsSchema,
  failing_tests: count,
  warning_tests: count,
  models: count,
  described_models: count,
  tested_models: count,
});

/** `/owners/index.json`, `/tags/index.json`. */
export const desksFileSchema = z.strictObject({
  api_version: apiVersion,
  kind: z.enum(['owner', 'tag']),
  total: count,
  next: z.string().nullable().describe('File name of the next page, relative to this file.'),
  items: z.array(deskSchema),
});

/** `/owners/<owner>.json`, `/tags/<tag>.json`: what belongs there, and what is wrong with it. */
export const deskFileSchema = z.strictObject({
  api_version: apiVersion,
  kind: z.enum(['owner', 'tag']),
  ...deskSchema.omit({ json: true }).shape,
  tests: z
    .array(
      z.strictObject({
        resource: resourceRefSchema,
        status: z.string(),
        on: resourceRefSchema.nullable().describe('What it tests.'),
      }),
    )
    .describe('Tests that fail or warn, worst first.'),
  rules: z
    .array(z.strictObject({ name: z.string(), affected: count, href }))
    .describe('Rules that find something here, most severe first.'),
  items: z.array(
    z.strictObject({
      resource: resourceRefSchema,
      health: healthStateSchema.nullable(),
      last_status: statusSchema,
    }),
  ),
});
