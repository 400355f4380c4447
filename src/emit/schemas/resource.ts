import { z } from 'zod';
import { STATUS_KINDS } from '../../runs/status.ts';
import {
  anyObject,
  apiVersion,
  count,
  healthCountsSchema,
  healthSchema,
  href,
  ownerSchema,
  resourceRefSchema,
  seconds,
  statusSchema,
  testResultsSchema,
  time,
} from './common.ts';

const constraintSchema = z.strictObject({
  type: z.string(),
  name: z.string().nullable(),
  expression: z.string().nullable(),
  columns: z.array(z.string()),
});

const columnSchema = z.strictObject({
  name: z.string(),
  description: z.string(),
  type: z.string().nullable().describe('As the warehouse has it, else as the project declares it.'),
  declared_type: z.string().nullable(),
  catalog_type: z.string().nullable(),
  comment: z.string().nullable(),
  doc_blocks: z
    .array(z.string())
    .describe('Names of the doc blocks that the description is made of.'),
  parts: z
    .array(z.strictObject({ path: z.string(), type: z.string() }))
    .describe('What its type says of a nested column, parents first: `a.b` of `a`.'),
  tags: z.array(z.string()),
  meta: anyObject,
  constraints: z.array(constraintSchema),
  is_primary_key: z.boolean(),
  foreign_keys: z.array(
    z.strictObject({
      to: z.string().nullable().describe('unique_id; null when the project doesn’t contain it.'),
      to_name: z.string(),
      to_column: z.string().nullable(),
      from: z.enum(['constraint', 'relationships test']),
    }),
  ),
  tests: z.array(z.string()).describe('unique_ids.'),
  is_declared: z.boolean(),
  is_in_catalog: z.boolean().nullable().describe('null when the relation has no catalog entry.'),
});

const pastSchema = z
  .strictObject({ at: time, run: z.string().describe('URL of the run’s JSON file.'), href })
  .nullable();

const historySchema = z
  .strictObject({
    target: z
      .string()
      .nullable()
      .describe('The main target, whose results count; null for the default one.'),
    runs: count.describe('Results that count: of the newest 50 those that were not skipped.'),
    failures: count,
    last_success: pastSchema.describe('null when none is known.'),
    trouble: z
      .strictObject({
        kind: z.enum(['failing', 'warning']),
        since: pastSchema,
        runs: count,
        has_begun: z.boolean().describe('False when it may have begun before what is known.'),
      })
      .nullable()
      .describe('The unbroken row of failures, or warnings, that the newest result belongs to.'),
    last_change: z
      .strictObject({
        kind: z
          .enum(['changed', 'not run', 'unchanged'])
          .describe(
            '`changed`: with this run. `not run`: after this run, it hasn’t run as it is now. `unchanged`: since this run at least.',
          ),
        run: pastSchema,
        parts: z.array(z.enum(['code', 'columns', 'config'])),
      })
      .nullable()
      .describe('Told by fingerprints that runs were kept with; null where none was.'),
    flips: count.describe(
      'How often the newest 20 results went from passing to not passing, or back.',
    ),
    usual_duration: seconds.describe('The median of what succeeded.'),
    slowdown: z
      .strictObject({
        kind: z.enum(['jump', 'drift']),
        duration: z.number(),
        usual: z.number(),
        compared: count.describe('How many runs it is compared with.'),
        since: pastSchema,
      })
      .nullable()
      .describe(
        'Whether it takes longer than it did; null for no, for too few runs, and where the rule `slow-models` is off.',
      ),
  })
  .nullable()
  .describe('What its results say together; null when none is known on the main target.');

const testSchema = z.strictObject({
  unique_id: z.string(),
  name: z.string(),
  column_name: z.string().nullable(),
  demands: z.string(),
  severity: z.string(),
  last_status: statusSchema,
  last_run_at: time,
  last_results: z.array(z.enum(STATUS_KINDS)).describe('The newest ten, oldest first.'),
  history: historySchema,
  failures: z.number().nullable(),
  message: z.string().nullable(),
});

/** `/<collection>/<slug>.json`: all that is known of one resource. */
export const resourceFileSchema = z.strictObject({
  api_version: apiVersion,
  unique_id: z.string(),
  name: z.string(),
  label: z.string().nullable(),
  resource_type: z.string(),
  package_name: z.string(),
  href,
  description: z.string().describe('Markdown; empty when there is none.'),
  doc_blocks: z
    .array(z.string())
    .describe('Names of the doc blocks that the description is made of.'),
  tags: z.array(z.string()),
  meta: anyObject,
  config: anyObject,
  owner: ownerSchema,
  group: z.string().nullable(),
  fqn: z.array(z.string()),
  file_path: z.string().nullable(),
  patch_path: z.string().nullable(),
  is_shown: z.boolean(),
  node_color: z.string().nullable(),
  checksum: z.string().nullable(),
  language: z.string().nullable(),
  relation: z
    .strictObject({
      database: z.string().nullable(),
      schema: z.string().nullable(),
      identifier: z.string().nullable(),
      name: z.string().nullable(),
    })
    .nullable(),
  catalog: z
    .strictObject({
      type: z.string().nullable(),
      owner: z.string().nullable(),
      comment: z.string().nullable(),
      stats: z.array(
        z.strictObject({
          id: z.string(),
          label: z.string(),
          value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
          description: z.string(),
        }),
      ),
    })
    .nullable(),
  columns: z.array(columnSchema),
  tests: z.array(testSchema),
  parents: z.array(resourceRefSchema),
  children: z.array(resourceRefSchema),
  missing_parents: z.array(z.string()),
  macros: z.array(z.string()),
  total_upstream: count,
  total_downstream: count,
  last_status: statusSchema,
  health: healthSchema,
  results: z
    .array(
      z.strictObject({
        run: z.string().describe('URL of the run’s JSON file.'),
        href: href.describe('Its place on the page of the run.'),
        at: time,
        status: z.string(),
        target: z.string().nullable().describe('null for the default one.'),
        turn: z
          .enum(['failed', 'recovered'])
          .nullable()
          .describe('What it changed on the main target; null for nothing.'),
        execution_time: seconds,
        rows_affected: z.number().nullable(),
        failures: z.number().nullable().describe('Failing rows of a test.'),
        message: z.string().nullable(),
      }),
    )
    .describe('Newest first, at most 50, whatever the target.'),
  history: historySchema,
  freshness: z
    .strictObject({
      status: z.string(),
      max_loaded_at: time,
      checked_at: time,
      age: seconds,
    })
    .nullable()
    .describe('Only of sources: the newest check.'),
  freshness_history: z
    .array(
      z.strictObject({
        run: z.string().describe('URL of the run’s JSON file.'),
        href: href.describe('The page of the run.'),
        status: z.string(),
        checked_at: time,
        max_loaded_at: time,
        age: seconds.describe('How old the newest record was when it was checked.'),
        criteria: z.string().nullable().describe('The bounds of that check in words.'),
        error: z.string().nullable(),
      }),
    )
    .describe('Only of sources: all checks, newest first, at most 50.'),
  versions: z
    .array(
      z.strictObject({
        unique_id: z.string(),
        href: z.string().nullable(),
        version: z.string().nullable(),
        standing: z.enum(['latest', 'old', 'prerelease']).nullable(),
        deprecation_date: z.string().nullable(),
      }),
    )
    .describe('All versions of a versioned model, oldest first; empty for everything else.'),
  upstream_trouble: z
    .strictObject({
      upstream: count,
      states: healthCountsSchema.describe('Everything upstream by its health.'),
      test_results: testResultsSchema.describe('The tests of everything upstream.'),
      rules: z
        .array(z.strictObject({ name: z.string(), affected: count, href }))
        .describe('Rules that find something upstream, most severe first.'),
      troubles: z.array(
        z.strictObject({
          unique_id: z.string(),
          status: z.string(),
          reasons: z.array(z.string()),
        }),
      ),
    })
    .nullable()
    .describe('Only of exposures: everything that it rests on, and what of it fails or warns.'),
  metric_inputs: z
    .array(
      z.strictObject({
        role: z.string(),
        of: z.enum(['metric', 'measure']),
        name: z.string(),
        alias: z.string().nullable(),
        filters: z.array(z.string()),
        offset: z.string().nullable(),
        fill_nulls_with: z.string().nullable(),
        joins_time_spine: z.boolean(),
      }),
    )
    .describe('Only of metrics: what it is computed from, in the order of its formula.'),
  raw_code: z.string().nullable(),
  compiled_code: z.string().nullable(),
  details: anyObject.describe('What only this resource type has; `kind` says which.'),
});
