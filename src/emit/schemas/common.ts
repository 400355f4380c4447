import { z } from 'zod';
import { HEALTH_SIGNALS, HEALTH_STATES } from '../../health/health.ts';
import { STATUS_KINDS } from '../../runs/status.ts';
import { API_VERSION } from '../api-version.ts';

export const apiVersion = z
  .literal(API_VERSION)
  .describe('Version of this contract; a breaking change raises it.');
export const time = z.iso.datetime().nullable().describe('ISO 8601 in UTC; null when unknown.');
export const seconds = z.number().nonnegative().nullable().describe('Seconds; null when unknown.');
export const count = z.int().nonnegative();
export const href = z.string().describe('URL of the page, base path included.');
export const json = z.string().describe('URL of the JSON file, base path included.');
export const anyObject = z.record(z.string(), z.unknown());

/** dbt's own status word, and what it means. */
export const statusSchema = z
  .strictObject({
    status: z
      .string()
      .nullable()
      .describe('dbt’s word in lower case; null when no result is known.'),
    kind: z.enum(STATUS_KINDS).describe('What the word means.'),
  })
  .describe('The newest real result: commands that run nothing don’t count.');

/** How far a resource can be trusted. */
export const healthStateSchema = z
  .enum(HEALTH_STATES)
  .describe('`unknown` where the artifacts don’t tell enough.');

/** Tests by their newest results. */
export const testResultsSchema = z.strictObject({
  passing: count,
  failing: count,
  warning: count,
  other: count,
});

/** How many resources are in each state. */
export const healthCountsSchema = z.strictObject({
  degraded: count,
  unknown: count,
  caution: count,
  healthy: count,
});

/** The same with its reasons. */
export const healthSchema = z
  .strictObject({
    state: healthStateSchema,
    reasons: z
      .array(
        z.strictObject({
          signal: z.enum(HEALTH_SIGNALS),
          state: healthStateSchema.describe('What this alone would make of the resource.'),
          text: z.string(),
          about: z
            .array(z.string())
            .describe('unique_ids, at most 5; empty when it is about the resource itself.'),
          at: time,
        }),
      )
      .describe('Worst first.'),
  })
  .nullable()
  .describe('null for what can’t have one: tests, macros, groups.');

/** How a file names a resource. */
export const resourceRefSchema = z.strictObject({
  unique_id: z.string(),
  name: z.string(),
  resource_type: z.string(),
  href: href.nullable().describe('null when the artifacts don’t contain it.'),
  json: json.nullable(),
});

export const ownerSchema = z
  .strictObject({
    name: z.string(),
    email: z.string().nullable(),
    from: z
      .enum(['own', 'group', 'meta'])
      .describe('Where the project says so; `own` of exposures and groups.'),
  })
  .nullable();
