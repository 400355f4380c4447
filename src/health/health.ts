/** How far a resource can be trusted, best first; the words are those of dbt Catalog. */
export const HEALTH_STATES = ['healthy', 'caution', 'degraded', 'unknown'] as const;
export type HealthState = (typeof HEALTH_STATES)[number];

/** What a reason is about. */
export const HEALTH_SIGNALS = ['built', 'tests', 'freshness', 'upstream', 'description'] as const;
export type HealthSignal = (typeof HEALTH_SIGNALS)[number];

/** One thing that was looked at, and what it says. */
export interface HealthReason {
  readonly signal: HealthSignal;
  /** What this alone would make of the resource. */
  readonly state: HealthState;
  /** A sentence without its full stop. */
  readonly text: string;
  /** unique_ids of what it is about, worst first, at most 5; empty when it is about the resource itself. */
  readonly about: readonly string[];
  /** When that was so, ISO 8601 UTC; null when no time belongs to it. */
  readonly at: string | null;
}

/** What is known of a resource's health. */
export interface ResourceHealth {
  readonly state: HealthState;
  /** Worst first; never empty. */
  readonly reasons: readonly HealthReason[];
}

/** The health of everything that can have one: what holds data, and what is made from it. */
export interface Health {
  /** null for what can't have one: tests, macros, groups, analyses. */
  of(uniqueId: string): ResourceHealth | null;
  /** unique_ids of all that have one, in code-point order. */
  readonly ids: readonly string[];
  /** The newest time that the artifacts tell, which ages are measured from: ISO 8601 UTC; null when they tell none. */
  readonly newestAt: string | null;
}

/** The order in which reasons are told, and in which one decides for all. What isn't known hides what is merely odd. */
const RANK: Readonly<Record<HealthState, number>> = {
  degraded: 0,
  unknown: 1,
  caution: 2,
  healthy: 3,
};

/** 0 is worst. */
export function healthRank(state: HealthState): number {
  return RANK[state];
}

/** The health that reasons make together; they must not be empty. */
export function healthOf(reasons: readonly HealthReason[]): ResourceHealth {
  const sorted = reasons.toSorted((a, b) => RANK[a.state] - RANK[b.state]);
  return { state: sorted[0]?.state ?? 'unknown', reasons: sorted };
}
