import { z } from 'zod';
import { STATUS_KINDS } from '../../runs/status.ts';
import {
  apiVersion,
  count,
  healthStateSchema,
  href,
  json,
  ownerSchema,
  resourceRefSchema,
  seconds,
  statusSchema,
  testResultsSchema,
  time,
} from './common.ts';

/** What only some lists have: absent in all others, null where the artifacts don't tell. */
const ownFields = {
  short_name: z.string().optional().describe('Its name in the list, where that isn’t `name`.'),
  label: z.string().optional().describe('What the project calls it in plain words.'),
  relation: z.string().nullable().optional().describe('Sources: quoted as the adapter does.'),
  loader: z.string().nullable().optional().describe('Sources.'),
  age: seconds
    .optional()
    .describe('Sources: how old the data was when it was checked. Seconds; null when unknown.'),
  newest_at: time
    .optional()
    .describe('Sources: when the newest record came, as the last check found.'),
  type: z
    .string()
    .nullable()
    .optional()
    .describe('Exposures and metrics: dbt’s word; tests: `generic`, `singular` or `unit`.'),
  maturity: z.string().nullable().optional().describe('Exposures.'),
  upstream: z
    .strictObject({
      total: count,
      in_trouble: count.describe('Fail or warn, by their own last result or by their tests.'),
      test_results: testResultsSchema,
      findings: count.describe('What rules find upstream.'),
    })
    .optional()
    .describe('Exposures: everything that it rests on.'),
  formula: z.string().nullable().optional().describe('Metrics.'),
  attached_node: z.string().nullable().optional().describe('Tests: unique_id of what is tested.'),
  column_name: z.string().nullable().optional().describe('Tests: null for a whole relation.'),
  rule: z.string().optional().describe('Tests: what is demanded, in few words.'),
  severity: z.string().optional().describe('Tests.'),
  tested: resourceRefSchema
    .nullable()
    .optional()
    .describe('Tests: what is tested; of a singular test the first that it reads.'),
  failing_since: z
    .strictObject({
      at: time,
      href: href.describe('The result’s place on the page of its run.'),
      has_begun: z.boolean().describe('False when it may have begun before what is known.'),
    })
    .nullable()
    .optional()
    .describe('Tests: the first result of the failures, or warnings, that it is in now.'),
  flips: count
    .optional()
    .describe('Tests: how often the newest 20 results went from passing to not, or back.'),
  flip_runs: count.optional().describe('Tests: how many results that is told by.'),
  last_results: z
    .array(z.enum(STATUS_KINDS))
    .optional()
    .describe('Tests: the newest ten results, oldest first.'),
  depends_on: z
    .array(resourceRefSchema)
    .optional()
    .describe('Exposures, metrics, semantic models, saved queries, analyses: the first five.'),
  depends_on_count: count.optional(),
  member_count: count.optional().describe('Groups.'),
  caller_count: count.optional().describe('Macros: how many resources call it.'),
};

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
  section: z.string().describe('What the list puts it under: folder, source, what is tested.'),
  folder: z.string().describe('Folders from its fqn: `marts/finance`; empty for none.'),
  file_path: z.string().nullable(),
  tags: z.array(z.string()),
  owner: ownerSchema,
  group: z.string().nullable(),
  materialized: z.string().nullable(),
  access: z.string().nullable(),
  database: z.string().nullable(),
  schema: z.string().nullable(),
  is_shown: z.boolean().describe('False when the project keeps it out of the docs.'),
  column_count: count,
  described_column_count: count,
  row_count: z
    .number()
    .nonnegative()
    .nullable()
    .describe('As the catalog says; null where it doesn’t.'),
  test_count: count.describe(
    'Data tests attached to it, singular tests that read it, and unit tests.',
  ),
  test_results: testResultsSchema.describe(
    'These tests by their newest results; `other` were skipped or have not run.',
  ),
  last_status: statusSchema,
  shown_status: z
    .string()
    .nullable()
    .describe(
      'The same word, or why there is none: `not run`, `inlined`, `no freshness rule`; null for what can’t have one.',
    ),
  health: healthStateSchema.nullable().describe('null for what can’t have one.'),
  last_run_at: time,
  duration: seconds.describe('How long that took. Seconds; null when unknown.'),
  ...ownFields,
});

/** `/<collection>/index.json`: one list of resources, sorted by unique_id. */
export const listFileSchema = z.strictObject({
  api_version: apiVersion,
  collection: z.string(),
  total: count.describe('Items on all pages together.'),
  next: z.string().nullable().describe('File name of the next page, relative to this file.'),
  items: z.array(listItemSchema),
});
