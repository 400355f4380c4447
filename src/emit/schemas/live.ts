import { z } from 'zod';
import { apiVersion, count, time } from './common.ts';

const problemSchema = z.strictObject({
  code: z.string(),
  message: z.string(),
  hint: z.string().nullable(),
});

/** `/-/status.json`: how a site is kept up to date, where a supervisor does that. No part of the site. */
export const liveStatusSchema = z.strictObject({
  api_version: apiVersion,
  state: z
    .enum(['starting', 'standby', 'waiting', 'building', 'up_to_date', 'failed', 'stopped'])
    .describe(
      'standby: another supervisor keeps this site up to date; waiting: for artifacts, or for one that is not complete; failed: the site is the one of the last build that succeeded.',
    ),
  since: time.describe('When this state began.'),
  problem: problemSchema.nullable().describe('What it waits for, or why the last build failed.'),
  next_try_at: time.nullable().describe('When a build that failed is tried again by itself.'),
  release: z.strictObject({ id: z.string() }).nullable().describe('What is shown.'),
  held: z.boolean().describe('Whether a rollback keeps newer builds from being shown.'),
  skipped: z.array(z.strictObject({ path: z.string(), reason: z.string() })),
  builds: z
    .array(
      z.strictObject({
        started_at: time,
        seconds: z.number().describe('From reading the artifacts to showing the release.'),
        result: z.enum(['published', 'unchanged', 'held', 'failed']),
        release: z.string().nullable(),
        changed_files: count.nullable(),
        problem: problemSchema.nullable(),
      }),
    )
    .describe('The last builds, the newest first, at most 20.'),
});

export type LiveStatus = z.output<typeof liveStatusSchema>;
