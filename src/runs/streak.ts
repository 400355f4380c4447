import { hasFailed, type StatusKind } from './status.ts';

/** The present row of results that all fail, or all warn. */
export interface Streak<Past> {
  readonly kind: 'failing' | 'warning';
  /** Its first result. */
  readonly since: Past;
  /** Results in it; skipped ones don't count. */
  readonly count: number;
  /** False when nothing older is known, so that it may have begun before. */
  readonly hasBegun: boolean;
}

type Judged = { readonly result: { readonly kind: StatusKind } };

/**
 * Since when a resource fails, or warns; null when it does neither, and when nothing is known. What was skipped neither
 * ends a row nor belongs to it. Warnings before a failure don't belong to it, failures before a warning do: the row is
 * of what is at least as bad.
 *
 * @param results newest first
 */
export function currentStreak<Past extends Judged>(results: readonly Past[]): Streak<Past> | null {
  const ran = results.filter(hasRun);
  const [newest] = ran;
  if (newest === undefined) return null;
  const kind = troubleOf(newest);
  if (kind === null) return null;
  const end = ran.findIndex((past) => {
    const trouble = troubleOf(past);
    return trouble === null || (kind === 'failing' && trouble === 'warning');
  });
  const count = end === -1 ? ran.length : end;
  return { kind, since: ran[count - 1] ?? newest, count, hasBegun: end !== -1 };
}

/** What a result changed: it `failed` where the one before it didn't, or `recovered`; null for neither. */
export type Turn = 'failed' | 'recovered';

/**
 * What each result changed, in the same order as the results. The oldest one failed, as far as is known, when it did.
 *
 * @param results newest first
 */
export function turns(results: readonly Judged[]): (Turn | null)[] {
  let wasFailing = false;
  return results
    .toReversed()
    .map((past): Turn | null => {
      if (!hasRun(past)) return null;
      const isFailing = troubleOf(past) === 'failing';
      const turn = isFailing === wasFailing ? null : isFailing ? 'failed' : 'recovered';
      wasFailing = isFailing;
      return turn;
    })
    .reverse();
}

/** How often a resource failed. */
export interface FailureRate {
  readonly failures: number;
  /** Results that count: skipped ones don't. */
  readonly runs: number;
}

/** How often these results failed. */
export function failureRate(results: readonly Judged[]): FailureRate {
  const ran = results.filter(hasRun);
  return {
    failures: ran.filter((past) => troubleOf(past) === 'failing').length,
    runs: ran.length,
  };
}

/** How often a test changed its mind. */
export interface Flakiness {
  /** How often a pass followed a failure or a warning, or the other way round. */
  readonly flips: number;
  /** Results that were looked at. */
  readonly runs: number;
}

/** Newest results that flakiness is told by. */
export const FLAKINESS_RUNS = 20;

/**
 * How often the newest results changed between passing and not.
 *
 * @param results newest first
 */
export function flakiness(results: readonly Judged[]): Flakiness {
  const passes = results
    .slice(0, FLAKINESS_RUNS)
    .filter(hasRun)
    .map((past) => troubleOf(past) === null);
  return {
    flips: passes.filter((isPass, at) => at > 0 && isPass !== passes[at - 1]).length,
    runs: passes.length,
  };
}

function hasRun({ result: { kind } }: Judged): boolean {
  return kind !== 'skipped' && kind !== 'none';
}

function troubleOf({ result: { kind } }: Judged): Streak<never>['kind'] | null {
  if (hasFailed(kind)) return 'failing';
  return kind === 'warn' ? 'warning' : null;
}
