import { z } from 'zod';
import { RULE_GROUPS, RULE_SEVERITIES } from '../../config/health-rules.ts';
import {
  apiVersion,
  count,
  healthCountsSchema,
  healthSchema,
  healthStateSchema,
  href,
  json,
  resourceRefSchema,
  time,
} from './common.ts';

const ruleSchema = z.strictObject({
  name: z.string(),
  title: z.string(),
  group: z.enum(RULE_GROUPS),
  severity: z.enum(RULE_SEVERITIES),
  is_on: z.boolean().describe('False when the configuration switches it off.'),
  affected: count
    .nullable()
    .describe('How many it found; null when it is off, or can’t be answered.'),
  affected_before: count
    .nullable()
    .describe('The same before the newest run; null where history doesn’t tell.'),
  unanswered: z.string().nullable().describe('Why it can’t be answered; null when it is.'),
  why: z.string(),
  fix: z.string(),
  thresholds: z.record(z.string(), count),
  href,
  json,
});

const coverageSchema = z.strictObject({
  name: z.string().nullable().describe('A folder or an owner; null for models without one.'),
  models: count,
  described: count,
  tested: count.describe('Models with at least one test.'),
  columns: count,
  described_columns: count,
});

/** `/health/index.json`: states, rules and coverage in figures. */
export const healthFileSchema = z.strictObject({
  api_version: apiVersion,
  newest_at: time.describe('The newest time in the artifacts, which ages are measured from.'),
  states: healthCountsSchema,
  state_files: z.record(z.string(), json).describe('By state: everything that is in it.'),
  resource_types: z.array(
    z.strictObject({ resource_type: z.string(), states: healthCountsSchema }),
  ),
  findings: count.describe('What all rules found, together.'),
  rules: z.array(ruleSchema),
  coverage: z.strictObject({
    total: coverageSchema,
    folders: z.array(coverageSchema),
    owners: z.array(coverageSchema),
  }),
});

/** `/health/<rule>.json`: what one rule found. */
export const ruleFileSchema = z.strictObject({
  api_version: apiVersion,
  ...ruleSchema.omit({ json: true }).shape,
  next: z.string().nullable().describe('File name of the next page, relative to this file.'),
  items: z.array(
    z.strictObject({
      resource: resourceRefSchema.nullable().describe('null for the project as a whole.'),
      file_path: z.string().nullable(),
      detail: z.string(),
    }),
  ),
});

/** `/health/states/<state>.json`: everything that is in one state. */
export const healthStateFileSchema = z.strictObject({
  api_version: apiVersion,
  state: healthStateSchema,
  total: count,
  next: z.string().nullable().describe('File name of the next page, relative to this file.'),
  items: z.array(z.strictObject({ resource: resourceRefSchema, health: healthSchema })),
});
