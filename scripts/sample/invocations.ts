/**
 * The runs of dbt that `scripts/make-sample-artifacts.ts` plays, in their order.
 * `sample_artifacts/README.md` tells the story.
 */

/** One run of dbt in the story. */
export interface Invocation {
  /** When it starts (UTC): `2026-10-26T05:02`. */
  at: string;
  /** The words after `dbt`. */
  args: string[];
  /** Folders of `scripts/sample/steps/` laid over the project for this run. */
  overlays?: string[];
  /** Ends of the names of what fails: these and no others, and dbt's exit code is 1 then. */
  fails?: string[];
  /** dbt's exit code if it is neither 0 nor 1. */
  exit?: number;
  /** Level of dbt.log; info unless told. Full builds at info are half a megabyte: only some are. */
  logLevel?: 'debug' | 'warn';
  /** Files that are not kept, so that the whole stays small. */
  drop?: string[];
  /** The folder dbt writes to; `target` unless told. */
  targetPath?: string;
}

const BEFORE_DEDUP = ['before-dedup'];
/** The results of `docs generate` only say that every node compiles. */
const DOCS_DROP = ['run_results.json'];

/** The story, told in `sample_artifacts/README.md`. */
export const INVOCATIONS: Invocation[] = [
  {
    at: '2026-10-26T05:02',
    args: ['run-operation', 'bootstrap_warehouse', '--args', '{schemas: [audit, test_failures]}'],
    overlays: BEFORE_DEDUP,
  },
  { at: '2026-10-26T05:04', args: ['seed'], overlays: BEFORE_DEDUP },
  { at: '2026-10-26T05:06', args: ['source', 'freshness'], overlays: BEFORE_DEDUP },
  { at: '2026-10-26T05:08', args: ['build', '--full-refresh'], overlays: BEFORE_DEDUP },
  { at: '2026-10-26T05:30', args: ['docs', 'generate'], overlays: BEFORE_DEDUP, drop: DOCS_DROP },
  { at: '2026-10-28T04:15', args: ['build'], overlays: BEFORE_DEDUP, logLevel: 'warn' },
  {
    at: '2026-10-30T04:15',
    args: ['build'],
    overlays: BEFORE_DEDUP,
    fails: ['assert_till_difference_is_small'],
    logLevel: 'warn',
  },
  { at: '2026-11-02T04:16', args: ['snapshot'], overlays: BEFORE_DEDUP },
  {
    at: '2026-11-03T04:15',
    args: ['run'],
    overlays: [...BEFORE_DEDUP, 'discount-cast'],
    fails: ['int_order_lines_priced'],
  },
  {
    at: '2026-11-03T08:48',
    // A folder of its own: `dbt retry` reads the results of the run from `target`.
    args: ['compile', '--select', 'int_order_lines_priced', '--target-path', 'target_debug'],
    overlays: [...BEFORE_DEDUP, 'discount-cast'],
    targetPath: 'target_debug',
    logLevel: 'debug',
  },
  { at: '2026-11-04T07:02', args: ['retry'], overlays: BEFORE_DEDUP },
  {
    at: '2026-11-05T04:15',
    args: ['build'],
    overlays: BEFORE_DEDUP,
    fails: ['unique_stg_shop__orders_order_id'],
  },
  {
    at: '2026-11-05T06:52',
    args: ['run', '--select', 'fct_orders+'],
    overlays: BEFORE_DEDUP,
    fails: ['fct_orders'],
  },
  {
    at: '2026-11-05T09:30',
    args: ['test', '--select', 'stg_shop__orders'],
    overlays: BEFORE_DEDUP,
    fails: ['unique_stg_shop__orders_order_id'],
  },
  { at: '2026-11-05T14:10', args: ['build', '--select', 'stg_shop__orders+'] },
  { at: '2026-11-09T04:00', args: ['source', 'freshness'] },
  {
    at: '2026-11-09T04:15',
    args: ['build'],
    fails: ['assert_till_difference_is_small'],
    logLevel: 'warn',
  },
  {
    at: '2026-11-09T08:21',
    args: [
      ...['test', '--select', 'assert_till_difference_is_small'],
      ...['--vars', '{till_tolerance_minor: 50000}'],
    ],
  },
  {
    at: '2026-11-10T12:40',
    args: [
      ...['run', '--select', 'mkt_funnel_daily'],
      ...['--event-time-start', '2026-11-01', '--event-time-end', '2026-11-08'],
    ],
  },
  { at: '2026-11-12T04:00', args: ['source', 'freshness'], fails: ['ad_spend'] },
  {
    at: '2026-11-12T04:15',
    args: ['build'],
    overlays: ['contract-break'],
    fails: ['fct_orders'],
    drop: ['dbt.log'],
  },
  { at: '2026-11-12T06:55', args: ['retry'] },
  { at: '2026-11-13T10:03', args: ['parse'], overlays: ['broken-ref'], exit: 2 },
  { at: '2026-11-13T10:15', args: ['ls', '--select', 'tag:daily', '--output', 'json'] },
  { at: '2026-11-14T08:30', args: ['build', '--selector', 'finance_close'] },
  { at: '2026-11-16T04:00', args: ['source', 'freshness'] },
  {
    at: '2026-11-16T04:15',
    args: ['build'],
    fails: ['assert_till_difference_is_small'],
    logLevel: 'warn',
  },
  { at: '2026-11-17T09:20', args: ['docs', 'generate'], drop: DOCS_DROP },
  {
    at: '2026-11-17T10:00',
    args: ['clone', '--select', 'tag:finance', '--state', 'prod_state', '--target', 'dev'],
    logLevel: 'debug',
  },
  {
    at: '2026-11-17T10:12',
    args: [
      ...['build', '--select', 'state:modified+', '--defer', '--state', 'prod_state'],
      ...['--target', 'dev'],
    ],
    overlays: ['regulars-branch'],
    fails: ['accepted_values_cust_segments_segment__new__faithful__asleep__other'],
  },
  {
    at: '2026-11-18T13:02',
    args: ['show', '--select', 'mkt_campaign_performance', '--limit', '5'],
  },
  { at: '2026-11-19T04:15', args: ['run'], fails: ['mkt_funnel_daily'] },
  { at: '2026-11-19T07:50', args: ['retry'] },
  {
    at: '2026-11-20T06:00',
    args: ['run-operation', 'drop_old_dev_schemas', '--args', '{dry_run: false}'],
  },
  { at: '2026-11-22T04:00', args: ['source', 'freshness'], fails: ['ad_spend'] },
  { at: '2026-11-22T04:15', args: ['build'], fails: ['assert_till_difference_is_small'] },
  { at: '2026-11-22T04:47', args: ['docs', 'generate'], drop: DOCS_DROP },
];
