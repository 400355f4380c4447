import type { z } from 'zod';
import type { Run, RunSummary } from '../../runs/run.ts';
import type { ExecutedNode } from '../../runs/timeline/executed-node.ts';
import type { Timeline } from '../../runs/timeline/timeline.ts';
import type { ViewContext } from '../../view/context.ts';
import { runRow } from '../../view/build-runs-pages.ts';
import { commandMedians } from '../../view/runs/medians.ts';
import { timelineOf } from '../../view/runs/timeline-of.ts';
import { API_VERSION } from '../api-version.ts';
import type { runFileSchema, runsFileSchema } from '../schemas/run.ts';
import { jsonPages, type JsonFile } from './json-pages.ts';

/** Entries of one file of the list of runs. */
const RUNS_A_FILE = 1000;

type RunFile = z.input<typeof runFileSchema>;
type RunItem = z.input<typeof runsFileSchema>['items'][number];

/** The JSON list of runs, newest first. */
export function runsFiles(context: ViewContext): JsonFile[] {
  const { runs } = context.history;
  const medians = commandMedians(runs);
  return jsonPages('runs/index', runs, RUNS_A_FILE, (page, next) => {
    const file: z.input<typeof runsFileSchema> = {
      api_version: API_VERSION,
      total: runs.length,
      next,
      items: page.map((run): RunItem => ({
        ...summaryOf(run, context),
        key: context.history.runKey(run.id),
        median_elapsed_time: medians.get(run.id)?.seconds ?? null,
        json: runJson(run, context),
      })),
    };
    return file;
  });
}

/** The JSON twin of a run's page: every result. */
export function runFile(
  run: Run,
  context: ViewContext,
  timeline: Timeline = timelineOf(run, context),
): RunFile {
  return {
    api_version: API_VERSION,
    ...summaryOf(run, context),
    folder: run.folder,
    threads: run.threads,
    args: run.args,
    errors: [...run.errors],
    timing: timingOf(timeline),
    results: run.results.map((result) => ({
      unique_id: result.uniqueId,
      status: result.status,
      kind: result.kind,
      message: result.message,
      failures: result.failures,
      thread_id: result.threadId,
      started_at: result.startedAt,
      completed_at: result.completedAt,
      compile_time: result.compileTime,
      execute_time: result.executeTime,
      execution_time: result.executionTime,
      waited: timeline.waiting.byId.get(result.uniqueId) ?? null,
      rows_affected: result.rowsAffected,
      adapter_response: result.adapterResponse,
      batches:
        result.batches === null
          ? null
          : {
              successful: result.batches.successful.map(([start, end]) => [start, end]),
              failed: result.batches.failed.map(([start, end]) => [start, end]),
            },
      compiled_code: result.compiledCode,
      fingerprint: result.fingerprint,
    })),
    freshness: run.freshness.map((result) => ({
      unique_id: result.uniqueId,
      status: result.status,
      kind: result.kind,
      max_loaded_at: result.maxLoadedAt,
      snapshotted_at: result.snapshottedAt,
      age: result.age,
      warn_after: result.warnAfter,
      error_after: result.errorAfter,
      error: result.error,
    })),
    log:
      run.log === null
        ? null
        : {
            file: run.log.file,
            is_truncated: run.log.isTruncated,
            entries: run.log.entries.map(({ at, level, uniqueId, message }) => ({
              at,
              level,
              unique_id: uniqueId,
              message,
            })),
          },
  };
}

function timingOf(timeline: Timeline): RunFile['timing'] {
  const { criticalPath, concurrency, waiting, longest, latestStart } = timeline;
  return {
    wall_clock: timeline.wallClock,
    critical_path: { unique_ids: [...criticalPath.ids], execution_time: criticalPath.seconds },
    peak_concurrency: timeline.span === null ? null : concurrency.peak,
    average_concurrency: concurrency.average,
    longest: nodeTime(longest),
    latest_start: nodeTime(latestStart),
    waited: waiting.total,
    waited_before_first: waiting.total === null ? null : waiting.beforeFirst,
  };
}

function nodeTime(node: ExecutedNode | null): RunFile['timing']['longest'] {
  if (node === null) return null;
  return {
    unique_id: node.uniqueId,
    started_at: node.start === null ? null : new Date(node.start).toISOString(),
    execution_time: node.executionTime,
  };
}

/** URL of a run's JSON file. */
export function runJson(run: RunSummary, context: ViewContext): string {
  return context.links.runHref(run.id).replace(/\/$/, '.json');
}

function summaryOf(
  run: RunSummary,
  context: ViewContext,
): Omit<RunItem, 'json' | 'key' | 'median_elapsed_time'> {
  const row = runRow(run, context);
  return {
    id: run.id,
    invocation_id: run.invocationId,
    command: run.command,
    which: run.which,
    has_run: run.hasRun,
    kind: run.kind,
    started_at: run.startedAt,
    generated_at: run.completedAt,
    elapsed_time: run.elapsed,
    dbt_version: run.dbtVersion,
    target: run.target,
    trigger: run.trigger,
    result_count: row.resultCount,
    counts: Object.fromEntries(row.counts.map(({ key, count }) => [key, count])),
    href: row.href,
  };
}
