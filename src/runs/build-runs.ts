import { createHash } from 'node:crypto';
import type { InvocationArtifacts } from '../artifacts/artifact-set.ts';
import type { FreshnessResult as RawFreshness } from '../artifacts/freshness.ts';
import type { RunResult as RawResult } from '../artifacts/run-results.ts';
import { byText, compareText } from '../project/order.ts';
import { commandLine, commandWord, typedCommand } from './command.ts';
import { finishRun, newestFirst, rowsAffected } from './finish-run.ts';
import { logFacts } from './log-facts.ts';
import type { CompiledCode } from './node-fingerprint.ts';
import type { Batches, FreshnessResult, Interval, Run, RunLog, RunResult } from './run.ts';
import { statusKind } from './status.ts';
import { triggerOf } from './trigger.ts';
import { sliceLog } from './slice-log.ts';
import { duration, isoTime, secondsBetween } from '../project/time.ts';

/** The runs that a folder of artifacts tells of, newest first; those without a time last. */
export function buildRuns(invocations: readonly InvocationArtifacts[]): Run[] {
  return invocations.map(buildRun).sort(newestFirst);
}

/** The id of the run that an invocation is. */
export function runIdOf(invocation: InvocationArtifacts): string {
  return invocation.invocationId ?? derivedId(invocation);
}

/** What an invocation sent to the warehouse; null where its results don't tell, as the log and old versions of dbt. */
export function compiledCode({ runResults }: InvocationArtifacts): CompiledCode | null {
  if (runResults === null) return null;
  return new Map(
    runResults.results.flatMap(({ unique_id: id, compiled_code: code }) =>
      code === null || code === '' ? [] : [[id, code] as const],
    ),
  );
}

/** The run that an invocation is. */
export function buildRun(invocation: InvocationArtifacts): Run {
  const { runResults, sources } = invocation;
  const metadata = runResults?.metadata ?? sources?.metadata ?? null;
  const args = runResults?.args ?? {};
  // A log says what only it knows; times of text logs have no date, so they are asked last.
  const fromLog = logFacts(invocation.log);
  const typed =
    runResults === null && sources !== null
      ? 'source freshness'
      : typedCommand(runResults?.which ?? commandWord(fromLog.command));
  const results = (runResults?.results ?? []).map(resultOf).sort(byStart);
  const freshness = (sources?.results ?? [])
    .map(freshnessOf)
    .sort(byText((result) => result.uniqueId));
  // Where there are results, they tell what failed.
  const errors = results.length + freshness.length === 0 ? fromLog.errors : [];
  const elapsed = duration(runResults?.elapsed_time ?? sources?.elapsed_time ?? null);
  const generatedAt = isoTime(metadata?.generated_at ?? null);
  const startedAt =
    isoTime(metadata?.invocation_started_at ?? null) ??
    firstTime(results) ??
    earlier(generatedAt, elapsed) ??
    fromLog.startedAt;
  return finishRun({
    id: runIdOf(invocation),
    invocationId: invocation.invocationId,
    which: typed,
    command: commandLine(typed, { invocation_command: fromLog.command, ...args }),
    startedAt,
    completedAt: generatedAt,
    elapsed: elapsed ?? (metadata === null ? fromLog.elapsed : null),
    dbtVersion: metadata?.dbt_version ?? fromLog.dbtVersion,
    args,
    target: typeof args['target'] === 'string' ? args['target'] : null,
    threads: typeof args['threads'] === 'number' ? args['threads'] : null,
    trigger: triggerOf(metadata?.env ?? {}),
    results,
    freshness,
    isLogOnly: runResults === null && sources === null,
    errors,
    log: logOf(invocation, results),
    folder: invocation.folder,
  });
}

function resultOf(raw: RawResult): RunResult {
  const compile = raw.timing.find((phase) => phase.name === 'compile');
  // dbt 1.8 calls the only phase of an operation by its macro.
  const execute =
    raw.timing.find((phase) => phase.name === 'execute') ??
    raw.timing.find((phase) => phase.name !== 'compile');
  const kind = statusKind(raw.status);
  return {
    uniqueId: raw.unique_id,
    status: raw.status,
    kind,
    message: raw.message || null,
    failures: raw.failures,
    threadId: raw.thread_id,
    startedAt: timeOfRun(compile?.started_at ?? execute?.started_at ?? null),
    completedAt: timeOfRun(execute?.completed_at ?? compile?.completed_at ?? null),
    // Fusion writes one span for both: how much of it was compiling, nobody knows.
    compileTime: isSameSpan(compile, execute) ? null : phaseTime(compile),
    executeTime: phaseTime(execute),
    executionTime: duration(raw.execution_time),
    rowsAffected: rowsAffected(raw.adapter_response),
    adapterResponse: raw.adapter_response,
    batches: batchesOf(raw.batch_results),
    // Of a success the manifest has it; kept for each of a million results it would be most of the history.
    fingerprint: null,
    compiledCode: kind === 'success' || kind === 'skipped' ? null : raw.compiled_code,
  };
}

type Phase = RawResult['timing'][number];

function isSameSpan(a: Phase | undefined, b: Phase | undefined): boolean {
  return a !== undefined && a.started_at === b?.started_at && a.completed_at === b.completed_at;
}

function phaseTime(phase: Phase | undefined): number | null {
  return phase === undefined
    ? null
    : duration(secondsBetween(phase.started_at, phase.completed_at));
}

/** dbt is from 2016: an earlier time, such as 1970 or the year 1, stands for none, and would stretch the run to it. */
function timeOfRun(text: string | null): string | null {
  const time = isoTime(text);
  return time !== null && time < '2016' ? null : time;
}

function batchesOf(raw: RawResult['batch_results']): Batches | null {
  if (raw === null) return null;
  return { successful: intervals(raw['successful']), failed: intervals(raw['failed']) };
}

/** dbt writes pairs of times; what is no pair is still a batch, of unknown times. */
function intervals(raw: unknown): Interval[] {
  if (!Array.isArray(raw)) return [];
  return raw.map((batch: unknown): Interval => {
    const times: readonly unknown[] = Array.isArray(batch) ? batch : [];
    return [timeOf(times[0]), timeOf(times[1])];
  });
}

function timeOf(value: unknown): string | null {
  return typeof value === 'string' ? isoTime(value) : null;
}

function freshnessOf(raw: RawFreshness): FreshnessResult {
  return {
    uniqueId: raw.unique_id,
    status: raw.status,
    kind: statusKind(raw.status),
    maxLoadedAt: isoTime(raw.max_loaded_at),
    snapshottedAt: isoTime(raw.snapshotted_at),
    age: duration(raw.max_loaded_at_time_ago_in_s),
    warnAfter: raw.criteria?.warn_after ?? null,
    errorAfter: raw.criteria?.error_after ?? null,
    error: raw.error,
  };
}

function logOf({ log }: InvocationArtifacts, results: readonly RunResult[]): RunLog | null {
  if (log === null) return null;
  const entries = log.entries.map(({ at, level, nodeId, message }) => ({
    at,
    level,
    uniqueId: nodeId,
    message,
  }));
  const troubled = results.filter(({ kind }) => kind !== 'success' && kind !== 'skipped');
  const slice = sliceLog(entries, new Set(troubled.map(({ uniqueId }) => uniqueId)));
  return {
    file: log.file,
    isTruncated: log.truncated || slice.length < entries.length,
    entries: slice,
  };
}

function byStart(a: RunResult, b: RunResult): number {
  // Results without timing (skipped ones) come last.
  const late = '\uffff';
  return (
    compareText(a.startedAt ?? late, b.startedAt ?? late) || compareText(a.uniqueId, b.uniqueId)
  );
}

function firstTime(results: readonly RunResult[]): string | null {
  return results[0]?.startedAt ?? null;
}

function earlier(at: string | null, seconds: number | null): string | null {
  return at === null ? null : new Date(Date.parse(at) - (seconds ?? 0) * 1000).toISOString();
}

/** The same run gets the same id wherever its file lies. */
function derivedId({ runResults, sources, log, folder }: InvocationArtifacts): string {
  const facts = JSON.stringify([
    runResults?.metadata.generated_at ?? sources?.metadata.generated_at ?? folder,
    runResults?.results.map(({ unique_id, status }) => [unique_id, status]) ?? null,
    sources?.results.map(({ unique_id, status }) => [unique_id, status]) ?? null,
    runResults === null && sources === null ? (log?.file ?? null) : null,
  ]);
  return `run-${createHash('sha256').update(facts).digest('hex').slice(0, 16)}`;
}
