import { z } from 'zod';
import { finishRun, rowsAffected } from '../runs/finish-run.ts';
import type {
  Batches,
  FreshnessResult,
  NodeFingerprint,
  Run,
  RunLog,
  RunResult,
} from '../runs/run.ts';
import { statusKind } from '../runs/status.ts';
import {
  packNumbers,
  packObjects,
  packSparse,
  packTexts,
  packTimes,
  unpackNumbers,
  unpackObjects,
  unpackSparse,
  unpackTexts,
  unpackTimes,
} from './columns.ts';
import { DamagedEntry } from './damaged-entry.ts';
import { batchesSchema, freshnessSchema, runFactsSchema } from './run-schema.ts';

/** Rises when entries are written in another way; older ones stay readable. */
const FORMAT = 1;

const entrySchema = z.looseObject({
  format: z.number(),
  run: runFactsSchema,
  count: z.int().nonnegative(),
  results: z.record(z.string(), z.unknown()),
  freshness: z.array(freshnessSchema),
  log: z
    .looseObject({
      file: z.string(),
      isTruncated: z.boolean(),
      count: z.int().nonnegative(),
      entries: z.record(z.string(), z.unknown()),
    })
    .nullable(),
});

/**
 * A run as the archive holds it, before gzip: JSON whose results stand column by column, so that 1,000 of them take
 * some tens of kilobytes. Holds what the run was told of and nothing that follows from it; the same run gives the same
 * text.
 */
export function encodeRun(run: Run): string {
  const { results, freshness, log } = run;
  return JSON.stringify({
    format: FORMAT,
    run: factsOf(run),
    count: results.length,
    results: packResults(results, run.startedAt),
    freshness: freshness.map(({ kind: _freshnessKind, ...told }) => told),
    log: log === null ? null : packLog(log),
  });
}

/**
 * The run that a text was made from.
 *
 * @throws DamagedEntry
 */
export function decodeRun(text: string): Run {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new DamagedEntry('its JSON is cut off or damaged');
  }
  const read = entrySchema.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new DamagedEntry(`it is no run: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
  }
  const { format, run, count, results, freshness, log } = read.data;
  if (format > FORMAT) {
    const reason = `a newer release of dbt-Workbench wrote it (format ${String(format)})`;
    throw new DamagedEntry(reason, false);
  }
  return finishRun({
    ...run,
    results: unpackResults(results, count, run.startedAt),
    freshness: freshness.map((told): FreshnessResult => ({
      ...told,
      kind: statusKind(told.status),
    })),
    log:
      log === null
        ? null
        : {
            file: log.file,
            isTruncated: log.isTruncated,
            entries: unpackLog(log.entries, log.count),
          },
  });
}

/** A run without its lists, and without what follows from them. */
function factsOf({
  kind: _kind,
  hasRun: _hasRun,
  tally: _tally,
  results: _results,
  freshness: _freshness,
  log: _log,
  ...facts
}: Run): object {
  return facts;
}

/** Where the times of results are counted from. */
function startOf(startedAt: string | null): number {
  const ms = Date.parse(startedAt ?? '');
  return Number.isNaN(ms) ? 0 : ms;
}

/** The last plain time before a place: results stand in the order in which they started. */
function before(at: number, times: readonly (string | null)[], first: number): number {
  for (let i = at - 1; i >= 0; i--) {
    const ms = Date.parse(times[i] ?? '');
    if (!Number.isNaN(ms)) return ms;
  }
  return first;
}

function packResults(results: readonly RunResult[], startedAt: string | null): object {
  const of = <Key extends keyof RunResult>(key: Key): RunResult[Key][] =>
    results.map((result) => result[key]);
  const starts = of('startedAt');
  const first = startOf(startedAt);
  const busy = results.map(
    ({ compileTime, executeTime }) => (compileTime ?? 0) + (executeTime ?? 0),
  );
  const ends = results.map((_, at) => endOf(starts[at] ?? null, busy[at] ?? 0, first));
  const prints = of('fingerprint');
  const responses = results.map(({ adapterResponse, message }) =>
    withoutMessage(adapterResponse, message),
  );
  return {
    ids: of('uniqueId'),
    status: packTexts(of('status')),
    message: packTexts(of('message')),
    failures: packNumbers(of('failures')),
    thread: packTexts(of('threadId')),
    started: packTimes(
      starts,
      starts.map((_, at) => before(at, starts, first)),
    ),
    completed: packTimes(of('completedAt'), ends),
    compile: packNumbers(of('compileTime')),
    execute: packNumbers(of('executeTime')),
    execution: packNumbers(of('executionTime'), busy),
    responses: packObjects(responses),
    batches: packSparse(of('batches')),
    sql: packSparse(of('compiledCode')),
    code: packTexts(prints.map((print) => print?.code ?? null)),
    columns: packTexts(prints.map((print) => print?.columns ?? null)),
    config: packTexts(prints.map((print) => print?.config ?? null)),
  };
}

function unpackResults(
  packed: Readonly<Record<string, unknown>>,
  count: number,
  startedAt: string | null,
): RunResult[] {
  const texts = (key: string): (string | null)[] => unpackTexts(packed[key], count);
  const first = startOf(startedAt);
  const ids = texts('ids');
  const statuses = texts('status');
  const messages = texts('message');
  const failures = unpackNumbers(packed['failures'], count);
  const threads = texts('thread');
  const starts = unpackTimes(packed['started'], count, (at, times) => before(at, times, first));
  const compile = unpackNumbers(packed['compile'], count);
  const execute = unpackNumbers(packed['execute'], count);
  const busy = compile.map((seconds, at) => (seconds ?? 0) + (execute[at] ?? 0));
  const ends = unpackTimes(packed['completed'], count, (at) =>
    endOf(starts[at] ?? null, busy[at] ?? 0, first),
  );
  const execution = unpackNumbers(packed['execution'], count, busy);
  const responses = unpackObjects(packed['responses'], count);
  const batches = unpackSparse(packed['batches'], count).map(batchesOf);
  const sql = unpackSparse(packed['sql'], count);
  const codes = texts('code');
  const columns = texts('columns');
  const configs = texts('config');
  return ids.map((id, at): RunResult => {
    const status = required(statuses[at]);
    const message = messages[at] ?? null;
    const adapterResponse = withMessage(responses[at] ?? {}, message);
    const code = sql[at];
    return {
      uniqueId: required(id),
      status,
      kind: statusKind(status),
      message,
      failures: failures[at] ?? null,
      threadId: threads[at] ?? null,
      startedAt: starts[at] ?? null,
      completedAt: ends[at] ?? null,
      compileTime: compile[at] ?? null,
      executeTime: execute[at] ?? null,
      executionTime: execution[at] ?? null,
      rowsAffected: rowsAffected(adapterResponse),
      adapterResponse,
      batches: batches[at] ?? null,
      compiledCode: typeof code === 'string' ? code : null,
      fingerprint: fingerprintOf(codes[at], columns[at], configs[at]),
    };
  });
}

function endOf(start: string | null, seconds: number, first: number): number {
  const ms = Date.parse(start ?? '');
  return (Number.isNaN(ms) ? first : ms) + Math.round(seconds * 1000);
}

/** Adapters mostly repeat the message in their response; then it is written once. */
const SAME = { same: true };

function withoutMessage(
  response: RunResult['adapterResponse'],
  message: string | null,
): Record<string, unknown> {
  const { _message: said } = response;
  if (typeof said !== 'string' || said !== message) return { ...response };
  return Object.fromEntries(
    Object.entries(response).map(([key, value]) => [key, key === '_message' ? SAME : value]),
  );
}

function withMessage(
  response: Readonly<Record<string, unknown>>,
  message: string | null,
): Record<string, unknown> {
  const { _message: said } = response;
  if (typeof said !== 'object' || said === null || !('same' in said)) return response;
  return Object.fromEntries(
    Object.entries(response).map(([key, value]) => [key, key === '_message' ? message : value]),
  );
}

function fingerprintOf(
  code: string | null | undefined,
  columns: string | null | undefined,
  config: string | null | undefined,
): NodeFingerprint | null {
  if (typeof code !== 'string' || typeof columns !== 'string' || typeof config !== 'string') {
    return null;
  }
  return { code, columns, config };
}

function batchesOf(value: unknown): Batches | null {
  if (value === null) return null;
  const read = batchesSchema.safeParse(value);
  if (!read.success) throw new DamagedEntry('its batches are none');
  return read.data;
}

function required(text: string | null | undefined): string {
  if (typeof text !== 'string') throw new DamagedEntry('a text is missing');
  return text;
}

function packLog({ file, isTruncated, entries }: RunLog): object {
  return {
    file,
    isTruncated,
    count: entries.length,
    entries: {
      at: entries.map(({ at }) => at),
      level: packTexts(entries.map(({ level }) => level)),
      id: packTexts(entries.map(({ uniqueId }) => uniqueId)),
      message: entries.map(({ message }) => message),
    },
  };
}

function unpackLog(packed: Readonly<Record<string, unknown>>, count: number): RunLog['entries'] {
  const texts = (key: string): (string | null)[] => unpackTexts(packed[key], count);
  const levels = texts('level');
  const ids = texts('id');
  const messages = texts('message');
  return texts('at').map((at, index) => ({
    at,
    level: required(levels[index]),
    uniqueId: ids[index] ?? null,
    message: required(messages[index]),
  }));
}
