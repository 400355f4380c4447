import type { PastResult } from './history.ts';
import type { RunSummary } from './run.ts';
import { medianOf } from './same-command.ts';

/** What counts as slower; the thresholds of the rule `slow-models`. */
export interface SlowdownLimits {
  /** At least so many times as long … */
  readonly times: number;
  /** … and so many seconds longer … */
  readonly seconds: number;
  /** … than in at least so many earlier runs. */
  readonly runs: number;
}

/** A resource takes longer than it did. Durations are seconds. */
export interface Slowdown<Past = PastResult> {
  /** `jump`: its newest run against those before it. `drift`: its newest runs against its oldest. */
  readonly kind: 'jump' | 'drift';
  /** The newest duration of a jump; the median of the newest five of a drift. */
  readonly now: number;
  /** The median of what it is compared with. */
  readonly usual: number;
  /** How many runs that is. */
  readonly compared: number;
  /** The oldest run of the unbroken row of slow ones that the newest belongs to. */
  readonly since: Past;
}

/** Earlier runs that a jump is measured against. */
export const COMPARED_RUNS = 20;
/** A duration has to lie this many median deviations above the median. */
export const DEVIATIONS = 5;
/** Runs over which a drift is looked for, at both ends of which this many count. */
export const DRIFT_RUNS = 30;
export const DRIFT_ENDS = 5;

type Timed = {
  readonly run: Pick<RunSummary, 'args' | 'target'>;
  readonly result: Pick<PastResult['result'], 'kind' | 'executionTime'>;
};

/**
 * Finds out whether a resource has become slower. Only successful results of the same kind are compared: on the same
 * target, and alike in `--full-refresh`, `--empty`, `--sample` and event times.
 *
 * A **jump**: the newest duration lies more than five median absolute deviations above the median of up to 20 earlier
 * ones, and beyond both limits. A **drift**, where there is no jump: over the last 30 runs (at least 15), the median of
 * the newest five is beyond both limits and those deviations from the median of the oldest five. Median and deviation
 * don't move with a few outliers, so noise and one slow night before don't count; a row of slow runs is told until half
 * of what is compared is slow.
 *
 * @param results newest first
 */
export function slowdown<Past extends Timed>(
  results: readonly Past[],
  { times, seconds, runs }: SlowdownLimits,
): Slowdown<Past> | null {
  const timed = comparable(results).slice(0, Math.max(COMPARED_RUNS + 1, DRIFT_RUNS));
  const isBeyond = (value: number, usual: number, deviation: number): boolean =>
    value > usual + DEVIATIONS * deviation &&
    value >= usual * times &&
    value - usual >= seconds &&
    value > usual;
  const [newest, ...earlier] = timed.slice(0, COMPARED_RUNS + 1).map(({ time }) => time);
  if (newest === undefined || earlier.length < Math.max(1, runs)) return null;
  const usual = medianOf(earlier) ?? 0;
  const deviation = medianDeviation(earlier);
  const since = (limit: (time: number) => boolean): Past | undefined => {
    const end = timed.findIndex(({ time }) => !limit(time));
    return timed[(end === -1 ? timed.length : end) - 1]?.past;
  };
  if (isBeyond(newest, usual, deviation)) {
    const first = since((time) => isBeyond(time, usual, deviation));
    return first === undefined
      ? null
      : { kind: 'jump', now: newest, usual, compared: earlier.length, since: first };
  }
  const window = timed.slice(0, DRIFT_RUNS).map(({ time }) => time);
  if (window.length < DRIFT_RUNS / 2) return null;
  const oldest = window.slice(-DRIFT_ENDS);
  const now = medianOf(window.slice(0, DRIFT_ENDS)) ?? 0;
  const before = medianOf(oldest) ?? 0;
  if (!isBeyond(now, before, medianDeviation(oldest))) return null;
  const first = timed[DRIFT_ENDS - 1]?.past;
  return first === undefined
    ? null
    : { kind: 'drift', now, usual: before, compared: window.length, since: first };
}

/** How many earlier runs the newest can be compared with. */
export function comparedRuns(results: readonly Timed[]): number {
  return Math.min(COMPARED_RUNS, Math.max(0, comparable(results).length - 1));
}

function comparable<Past extends Timed>(
  results: readonly Past[],
): { readonly past: Past; readonly time: number }[] {
  const timed = results.flatMap((past) =>
    past.result.kind === 'success' && past.result.executionTime !== null
      ? [{ past, time: past.result.executionTime }]
      : [],
  );
  const kind = timed[0] === undefined ? '' : paceKind(timed[0].past.run);
  return timed.filter(({ past }) => paceKind(past.run) === kind);
}

/** Arguments that change how long the same SQL takes. */
const PACE = ['full_refresh', 'empty', 'sample', 'event_time_start', 'event_time_end'] as const;

/** Equal for runs whose durations can be compared. */
function paceKind({ args, target }: Timed['run']): string {
  return JSON.stringify([target, ...PACE.map((name) => args[name] || null)]);
}

/** The median distance from the median: how far values usually lie apart, whatever a few of them do. */
function medianDeviation(values: readonly number[]): number {
  const middle = medianOf(values) ?? 0;
  return medianOf(values.map((value) => Math.abs(value - middle))) ?? 0;
}
