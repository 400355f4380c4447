import { z } from 'zod';
import { STATUS_KINDS } from '../../runs/status.ts';
import { apiVersion, count, healthStateSchema, href, json, testResultsSchema } from './common.ts';
import { packed, packedTexts } from './packed.ts';

const text = packed(z.string());
const textOrNull = packed(z.string().nullable());
const numberOrNull = packed(z.number().nullable());
const reference = z.strictObject({
  unique_id: z.string(),
  name: z.string(),
  resource_type: z.string(),
  href: href.nullable(),
});

const upstream = z.strictObject({
  total: count,
  in_trouble: count,
  test_results: testResultsSchema,
  findings: count,
});

const past = z.strictObject({
  since: z.string().nullable(),
  since_href: href.nullable(),
  has_begun: z.boolean(),
  flips: count,
  runs: count,
  last: z.array(z.enum(STATUS_KINDS)),
});

/** `/<collection>/rows.json`: the facts of `index.json` that a list shows, packed, in the order of its pages. */
export const rowsFileSchema = z.strictObject({
  api_version: apiVersion,
  collection: z.string(),
  total: count.describe('Rows; what the project keeps out of the docs is not among them.'),
  href: href.describe('The list.'),
  json: json.describe('The list with one object a resource, for programs.'),
  columns: z.strictObject({
    name: text,
    unique_id: packedTexts(z.string()),
    href: packedTexts(z.string().nullable()),
    resource_type: text,
    package_name: text,
    summary: text,
    section: text,
    folder: text,
    file_path: packedTexts(z.string().nullable()),
    tags: packed(z.array(z.string())),
    owner: textOrNull,
    group: textOrNull,
    materialized: textOrNull,
    access: textOrNull,
    database: textOrNull,
    schema: textOrNull,
    status: packed(z.strictObject({ word: z.string(), kind: z.enum(STATUS_KINDS) }).nullable()),
    health: packed(healthStateSchema.nullable()),
    last_run_at: textOrNull,
    duration: numberOrNull,
    test_results: packed(testResultsSchema),
    column_count: packed(count),
    described_column_count: packed(count),
    row_count: numberOrNull,
    relation: packedTexts(z.string().nullable()).optional(),
    loader: textOrNull.optional(),
    age: numberOrNull.optional(),
    newest_at: textOrNull.optional(),
    label: textOrNull.optional(),
    type: textOrNull.optional(),
    maturity: textOrNull.optional(),
    upstream: packed(upstream.nullable()).optional(),
    formula: textOrNull.optional(),
    column_name: textOrNull.optional(),
    rule: textOrNull.optional(),
    severity: textOrNull.optional(),
    tested: packed(reference.nullable()).optional(),
    past: packed(past.nullable()).optional(),
    depends_on: packed(z.array(reference)).optional(),
    depends_on_count: packed(count).optional(),
    member_count: packed(count).optional(),
    caller_count: packed(count).optional(),
  }),
});
