import { HEALTH_STATES, healthRank, type HealthState } from '../../health/health.ts';
import { healthWords } from '../../messages/health.ts';
import type { ViewContext } from '../context.ts';
import type { StateCount } from '../health-page.ts';

/** The states in the order in which they are shown: worst first. */
export const STATES_WORST_FIRST: readonly HealthState[] = HEALTH_STATES.toSorted(
  (a, b) => healthRank(a) - healthRank(b),
);

/** How many of some resources are in each state, worst first. */
export function stateCounts(ids: Iterable<string>, context: ViewContext): StateCount[] {
  const counts = new Map<HealthState, number>();
  for (const id of ids) {
    const state = context.health.of(id)?.state;
    if (state !== undefined) counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return STATES_WORST_FIRST.map((state) => ({
    state,
    word: healthWords.states[state],
    meaning: healthWords.meaning[state],
    count: counts.get(state) ?? 0,
    href: context.links.href(statePath(state)),
  }));
}

/** The path of the page of a state, below the base. */
export function statePath(state: HealthState): string {
  return `/health/states/${state}/`;
}

/** The path of the page of a rule, below the base. */
export function rulePath(name: string): string {
  return `/health/${name}/`;
}
