import type { RunSummary } from './run.ts';

/** The target whose outcomes are the statuses that a site shows; what ran elsewhere is shown as such. */
export interface MainTarget {
  /** dbt's name of it; null for the default one, where runs don't name theirs. */
  readonly name: string | null;
  /** What decided: the configuration, its name, or that most results are from it. */
  readonly why: 'configured' | 'name' | 'most results';
  /** Other targets that something ran on, sorted. */
  readonly others: readonly string[];
}

/** Names that people give the target which others rely on. */
const PRODUCTION = /^prod(?:uction)?$/i;

/**
 * Picks the main target of these runs: the configured one; else one that is called `prod` or `production`; else the one
 * that most results are from. dbt records a target only where it was typed (`--target`), so that runs without one are of
 * the profile's default: these count as the main target's, as nothing says that they aren't.
 */
export function mainTarget(runs: readonly RunSummary[], configured: string | null): MainTarget {
  const counts = new Map<string | null, number>();
  for (const run of runs) {
    if (!run.hasRun) continue;
    counts.set(run.target, (counts.get(run.target) ?? 0) + run.tally.results);
  }
  const names = [...counts.keys()].filter((name) => name !== null).sort();
  const pick = (name: string | null, why: MainTarget['why']): MainTarget => ({
    name,
    why,
    others: names.filter((other) => other !== name),
  });
  if (configured !== null) return pick(configured, 'configured');
  const named = names.find((name) => PRODUCTION.test(name));
  if (named !== undefined) return pick(named, 'name');
  let most: string | null = null;
  for (const name of names) {
    if ((counts.get(name) ?? 0) > (counts.get(most) ?? 0)) most = name;
  }
  return pick(most, 'most results');
}

/** True for runs that set statuses. */
export function isOnMainTarget({ target }: RunSummary, main: MainTarget): boolean {
  return target === null || target === main.name;
}
