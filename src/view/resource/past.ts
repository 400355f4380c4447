import { OVER_TIME } from '../../messages/over-time.ts';
import type { Resource } from '../../project/resource.ts';
import type { PastResult } from '../../runs/history.ts';
import { lastChange, type LastChange } from '../../runs/last-change.ts';
import { nodeFingerprint } from '../../runs/node-fingerprint.ts';
import { medianOf } from '../../runs/same-command.ts';
import { slowdown, type Slowdown } from '../../runs/slowdown.ts';
import {
  currentStreak,
  type FailureRate,
  failureRate,
  type Flakiness,
  flakiness,
  type Streak,
} from '../../runs/streak.ts';
import type { StatusKind } from '../../runs/status.ts';
import type { ViewContext } from '../context.ts';
import { formatDuration } from '../format-duration.ts';
import { resultHref } from '../result-place.ts';
import type { Cell, Fact } from '../section.ts';

/** Results that figures over time are told by, and that a page lists. */
export const MOST_RESULTS = 50;
/** Results of a test that a row shows. */
const MOST_MARKS = 10;

/** What the newest results of a resource on the main target say together. */
export interface Past {
  readonly results: readonly PastResult[];
  readonly rate: FailureRate;
  readonly lastSuccess: PastResult | null;
  readonly streak: Streak<PastResult> | null;
  readonly flakiness: Flakiness;
  /** Null where it isn't slower, where too little is known, and where the rule `slow-models` is off. */
  readonly slowdown: Slowdown | null;
}

/** Looks back on a resource. Takes some microseconds a result. */
export function pastOf(uniqueId: string, context: ViewContext): Past {
  const results = context.history.resultsOf(uniqueId).slice(0, MOST_RESULTS);
  const limits = context.slowdownLimits;
  return {
    results,
    rate: failureRate(results),
    lastSuccess: results.find(({ result }) => result.kind === 'success') ?? null,
    streak: currentStreak(results),
    flakiness: flakiness(results),
    slowdown: limits === null ? null : slowdown(results, limits),
  };
}

/** Since when it fails, or warns; null when it does neither. */
export function sinceFact({ streak }: Past, context: ViewContext): Fact | null {
  if (streak === null) return null;
  return {
    label: streak.kind === 'failing' ? OVER_TIME.failingSince : OVER_TIME.warningSince,
    value: runCell(streak.since, context, OVER_TIME.streak(streak.count, streak.hasBegun)),
  };
}

/** A result by its time, with a link to where it stands. */
export function runCell(past: PastResult, context: ViewContext, note: string | null = null): Cell {
  return {
    kind: 'run',
    iso: timeOf(past),
    label: past.run.command,
    href: resultHref(past, context),
    note,
  };
}

/** The newest results as marks, oldest first. */
export function lastKinds({ results }: Past): StatusKind[] {
  return results
    .slice(0, MOST_MARKS)
    .map(({ result }) => result.kind)
    .reverse();
}

/** When a result was there: ISO 8601 UTC. */
export function timeOf({ run, result }: PastResult): string | null {
  return result.completedAt ?? run.completedAt ?? run.startedAt;
}

/** What it usually takes, seconds: the median of its successful results; null where none tells. */
export function usualDuration({ results }: Past): number | null {
  const times = results.flatMap(({ result }) =>
    result.kind === 'success' && result.executionTime !== null ? [result.executionTime] : [],
  );
  return medianOf(times);
}

/** When what a resource is made of last changed; null where no run tells. */
export function lastChangeOf(resource: Resource, { results }: Past): LastChange<PastResult> | null {
  return lastChange(results, nodeFingerprint(resource));
}

/** A slowdown in words. */
export function slowdownText({ kind, now, usual, compared }: Slowdown): string {
  return OVER_TIME[kind](formatDuration(now), formatDuration(usual), compared);
}
