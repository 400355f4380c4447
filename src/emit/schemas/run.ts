import { z } from 'zod';
import { STATUS_KINDS } from '../../runs/status.ts';
import { RESULT_COUNTS } from '../../view/runs-page.ts';
import { anyObject, apiVersion, count, href, json, seconds, time } from './common.ts';

const kind = z.enum(STATUS_KINDS);

const runSummaryShape = {
  id: z.string(),
  invocation_id: z.string().nullable(),
  command: z.string(),
  which: z.string().nullable().describe('dbt’s command word.'),
  has_run: z
    .boolean()
    .describe('False for commands that mark things success without running them.'),
  kind: kind.describe(
    'The worst of the results; `error` when the command failed before it had any.',
  ),
  started_at: time,
  generated_at: time,
  elapsed_time: seconds,
  dbt_version: z.string().nullable(),
  target: z.string().nullable(),
  trigger: z
    .strictObject({
      system: z.string(),
      job: z.string().nullable(),
      reason: z.string().nullable(),
      branch: z.string().nullable(),
      commit: z.string().nullable(),
      actor: z.string().nullable(),
      url: z.string().nullable(),
    })
    .nullable()
    .describe(
      'What started it, by the CI variables that dbt recorded; null where it recorded none.',
    ),
  result_count: count.nullable().describe('null when only a log of it is known.'),
  counts: z
    .partialRecord(z.enum(RESULT_COUNTS), count)
    .describe(
      'Results by kind, those without results left out. `no-op` and `reused` are counted apart from what was skipped.',
    ),
};

/** `/runs/index.json`: the runs, newest first. */
export const runsFileSchema = z.strictObject({
  api_version: apiVersion,
  total: count,
  next: z.string().nullable(),
  items: z.array(
    z.strictObject({
      ...runSummaryShape,
      key: z.string().describe('Changes when, and only when, anything about the run does.'),
      median_elapsed_time: seconds.describe(
        'Of all runs of the same command, selection and target; null where they are fewer than three.',
      ),
      href,
      json,
    }),
  ),
});

/** `/runs/index/nodes.json`: which nodes each run has results of. */
export const runNodesFileSchema = z.strictObject({
  api_version: apiVersion,
  ids: z.array(z.string()).describe('unique_ids, sorted.'),
  sets: z
    .array(z.array(z.tuple([count, count])))
    .describe('Sets of nodes as ranges of places in `ids`, both ends included.'),
  runs: z.record(z.string(), count).describe('Id of a run → place in `sets`.'),
});

const period = z.strictObject({ count: z.number(), period: z.string() }).nullable();

const nodeTime = z
  .strictObject({
    unique_id: z.string(),
    started_at: time,
    execution_time: z.number().nonnegative(),
  })
  .nullable();

const timing = z
  .strictObject({
    wall_clock: seconds,
    critical_path: z
      .strictObject({
        unique_ids: z.array(z.string()).describe('Each a parent of the next.'),
        execution_time: z.number().nonnegative().describe('Seconds, summed.'),
      })
      .describe('The chain of executed nodes with the largest sum of execution times.'),
    peak_concurrency: count
      .nullable()
      .describe('Most nodes executing at one instant; null when no node has times.'),
    average_concurrency: z
      .number()
      .nonnegative()
      .nullable()
      .describe(
        'Nodes executing on average, from the first start to the last end; null when the end of one is not known.',
      ),
    longest: nodeTime.describe('The model that took longest; any node where no model ran.'),
    latest_start: nodeTime.describe('The node that started last.'),
    waited: seconds.describe(
      'Each node’s start minus the latest end of its parents in the run, or the run’s start; summed.',
    ),
    waited_before_first: seconds.describe(
      'The part of it that passed before any node started, while dbt was getting ready.',
    ),
  })
  .describe('What made the run as long as it was, by the graph of the manifest.');

const intervals = z.array(z.tuple([time, time]));
const batches = z
  .strictObject({ successful: intervals, failed: intervals })
  .nullable()
  .describe('Start and end of each interval of a microbatch model; null for all others.');

/** `/runs/<id>.json`: one run with all its results. */
export const runFileSchema = z.strictObject({
  api_version: apiVersion,
  ...runSummaryShape,
  href,
  folder: z.string().describe('Where its files lay, relative to the artifacts.'),
  threads: z.number().nullable(),
  args: anyObject,
  errors: z
    .array(z.string())
    .describe('Why the command failed before it had results, as its log tells.'),
  timing,
  results: z.array(
    z.strictObject({
      unique_id: z.string(),
      status: z.string(),
      kind,
      message: z.string().nullable(),
      failures: z.number().nullable(),
      thread_id: z.string().nullable(),
      started_at: time,
      completed_at: time,
      compile_time: seconds,
      execute_time: seconds,
      execution_time: seconds,
      waited: seconds.describe(
        'From the latest end of its parents in the run, or the run’s start, to its start.',
      ),
      rows_affected: z.number().nullable(),
      adapter_response: anyObject,
      batches,
      compiled_code: z
        .string()
        .nullable()
        .describe('The SQL of a result that is no success; null for all others.'),
      fingerprint: z
        .strictObject({ code: z.string(), columns: z.string(), config: z.string() })
        .nullable()
        .describe(
          'Short hashes of what the node was made of: two that differ tell what changed. null where no manifest of the run was at hand.',
        ),
    }),
  ),
  freshness: z.array(
    z.strictObject({
      unique_id: z.string(),
      status: z.string(),
      kind,
      max_loaded_at: time,
      snapshotted_at: time,
      age: seconds,
      warn_after: period,
      error_after: period,
      error: z.string().nullable(),
    }),
  ),
  log: z
    .strictObject({
      file: z.string(),
      is_truncated: z.boolean().describe('True when entries were left out, details first.'),
      entries: z.array(
        z.strictObject({
          at: z.string().nullable().describe('As the log has it, often a time of day only.'),
          level: z.string(),
          unique_id: z.string().nullable(),
          message: z.string(),
        }),
      ),
    })
    .nullable(),
});
