import { z } from 'zod';
import {
  apiVersion,
  count,
  healthStateSchema,
  href,
  json,
  ownerSchema,
  statusSchema,
  time,
} from './common.ts';

export const listItemSchema = z.strictObject({
  unique_id: z.string(),
  name: z.string(),
  resource_type: z.string(),
  package_name: z.string(),
  href: href
    .nullable()
    .describe('Its page, or its place on another page; null where it has neither.'),
  json: json.nullable(),
  summary: z
    .string()
    .describe('First paragraph of the description as plain text; empty when there is none.'),
  tags: z.array(z.string()),
  owner: ownerSchema,
  group: z.string().nullable(),
  materialized: z.string().nullable(),
  access: z.string().nullable(),
  is_shown: z.boolean().describe('False when the project keeps it out of the docs.'),
  attached_node: z.string().nullable().describe('unique_id of what a test tests.'),
  column_name: z.string().nullable(),
  column_count: count,
  described_column_count: count,
  test_count: count.describe(
    'Data tests attached to it, singular tests that read it, and unit tests.',
  ),
  last_status: statusSchema,
  health: healthStateSchema.nullable().describe('null for what can’t have one.'),
  last_run_at: time,
});

/** `/<collection>/index.json`: one list of resources, sorted by unique_id. */
export const listFileSchema = z.strictObject({
  api_version: apiVersion,
  collection: z.string(),
  total: count.describe('Items on all pages together.'),
  next: z.string().nullable().describe('File name of the next page, relative to this file.'),
  items: z.array(listItemSchema),
});
