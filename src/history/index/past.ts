import { HISTORY_DEPTH } from '../../runs/history.ts';
import type { FreshnessResult, RunOutcome } from '../../runs/run.ts';
import { statusKind } from '../../runs/status.ts';

/**
 * What the index remembers of one resource: of each target its newest outcomes, and its newest checks, newest first.
 * Which they are depends on the runs alone and not on the order in which these came, so that an index that grew is like
 * one that was made anew.
 */
export interface Past {
  /** By target; the one that runs don't name is the empty text. */
  readonly targets: Record<string, StoredOutcome[]>;
  readonly checks: StoredCheck[];
}

/** An outcome in short; its resource is told by where it stands. */
export type StoredOutcome = readonly [run: number, ...values: unknown[]];
export type StoredCheck = readonly [
  run: number,
  result: Omit<FreshnessResult, 'uniqueId' | 'kind'>,
];

/** Compares runs by their numbers, newest first. */
export type CompareRuns = (a: number, b: number) => number;

export function emptyPast(): Past {
  return { targets: {}, checks: [] };
}

/** Puts an outcome or a check where it belongs; the oldest falls out. One of the same run is replaced. */
export function remember<T extends StoredOutcome | StoredCheck>(
  list: T[],
  added: T,
  compare: CompareRuns,
): void {
  let at = 0;
  while (at < list.length && compare(list[at]?.[0] ?? 0, added[0]) < 0) at++;
  const isKnown = list[at]?.[0] === added[0];
  if (!isKnown && at >= HISTORY_DEPTH) return;
  list.splice(at, isKnown ? 1 : 0, added);
  if (list.length > HISTORY_DEPTH) list.pop();
}

/** Forgets runs; true when there was anything of them. */
export function forget(past: Past, runs: ReadonlySet<number>): boolean {
  let isChanged = false;
  const without = (list: { readonly 0: number }[]): void => {
    for (let at = list.length - 1; at >= 0; at--) {
      if (!runs.has(list[at]?.[0] ?? -1)) continue;
      list.splice(at, 1);
      isChanged = true;
    }
  };
  for (const list of Object.values(past.targets)) without(list);
  without(past.checks);
  return isChanged;
}

export function isEmptyPast({ targets, checks }: Past): boolean {
  return checks.length === 0 && Object.values(targets).every((list) => list.length === 0);
}

export function storeOutcome(run: number, told: RunOutcome): StoredOutcome {
  const { fingerprint: print } = told;
  return [
    run,
    told.status,
    told.executionTime,
    milliseconds(told.startedAt),
    milliseconds(told.completedAt),
    told.compileTime,
    told.executeTime,
    told.message,
    told.failures,
    told.rowsAffected,
    told.threadId,
    print === null ? null : [print.code, print.columns, print.config],
    told.batches,
  ];
}

/** What {@link storeOutcome} stored. The index is our own: what stands in it was checked when it came. */
export function outcomeOf(uniqueId: string, stored: StoredOutcome): RunOutcome {
  const [
    ,
    status,
    execution,
    started,
    completed,
    compile,
    execute,
    message,
    failures,
    rows,
    thread,
  ] = stored;
  const [code, columns, config] = listOf(stored[11]);
  const word = textOf(status) ?? 'unknown';
  return {
    uniqueId,
    status: word,
    kind: statusKind(word),
    message: textOf(message),
    failures: numberOf(failures),
    threadId: textOf(thread),
    startedAt: timeOf(started),
    completedAt: timeOf(completed),
    compileTime: numberOf(compile),
    executeTime: numberOf(execute),
    executionTime: numberOf(execution),
    rowsAffected: numberOf(rows),
    batches: batchesOf(stored[12]),
    fingerprint:
      typeof code === 'string' && typeof columns === 'string' && typeof config === 'string'
        ? { code, columns, config }
        : null,
  };
}

export function storeCheck(
  run: number,
  { uniqueId: _id, kind: _kind, ...told }: FreshnessResult,
): StoredCheck {
  return [run, told];
}

export function checkOf(uniqueId: string, [, told]: StoredCheck): FreshnessResult {
  return { uniqueId, ...told, kind: statusKind(told.status) };
}

/** Milliseconds take half of the room of a text; a time that isn't written as we do stays as it is. */
function milliseconds(time: string | null): number | string | null {
  if (time === null) return null;
  const ms = Date.parse(time);
  return !Number.isNaN(ms) && new Date(ms).toISOString() === time ? ms : time;
}

function timeOf(stored: unknown): string | null {
  return typeof stored === 'number' ? new Date(stored).toISOString() : textOf(stored);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function batchesOf(value: unknown): RunOutcome['batches'] {
  if (typeof value !== 'object' || value === null) return null;
  const { successful, failed } = { successful: null, failed: null, ...value };
  return { successful: intervals(successful), failed: intervals(failed) };
}

function intervals(value: unknown): [string | null, string | null][] {
  return listOf(value).map((pair) => {
    const [start, end] = listOf(pair);
    return [textOf(start), textOf(end)];
  });
}
