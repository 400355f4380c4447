import { z } from 'zod';
import { STATUS_KINDS } from '../../runs/status.ts';
import { apiVersion, count, href, seconds, time } from './common.ts';

const index = count.describe('Place in `nodes`.');

/** `/runs/<id>/timeline.json`: when each node of a run executed, in as few words as a drawing needs. */
export const timelineFileSchema = z.strictObject({
  api_version: apiVersion,
  id: z.string(),
  href,
  started_at: time,
  span: z.number().nonnegative().describe('Seconds from the run’s start to its last end.'),
  threads: z
    .array(z.string().nullable())
    .describe('One for each lane, in the order of their names.'),
  critical_path: z.array(index).describe('Each a parent of the next.'),
  nodes: z
    .array(
      z.strictObject({
        unique_id: z.string(),
        name: z.string(),
        resource_type: z.string(),
        href: href.nullable().describe('Its page; null when the artifacts don’t contain it.'),
        anchor: z.string().describe('Of its row on the run’s pages, which hold 500 rows each.'),
        status: z.string(),
        kind: z.enum(STATUS_KINDS),
        start: seconds.describe('From the run’s start; null when it has no times.'),
        end: seconds,
        compile_time: seconds,
        execute_time: seconds,
        execution_time: seconds,
        waited: seconds,
        lane: count.nullable().describe('Place in `threads`.'),
        parents: z.array(index).describe('Its parents in the run.'),
        message: z.string().nullable().describe('What failed, cut; null for what didn’t.'),
      }),
    )
    .describe('In the order of their start; those without times last.'),
});
