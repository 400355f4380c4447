import type { HealthSignal, HealthState } from '../health/health.ts';
import { healthWords } from '../messages/health.ts';
import type { ViewContext } from './context.ts';
import type { ResourceLink } from './resource-link.ts';

/** A resource's health as it is shown. */
export interface HealthView {
  readonly state: HealthState;
  /** `Healthy`. */
  readonly word: string;
  /** Worst first. */
  readonly reasons: readonly HealthReasonView[];
}

export interface HealthReasonView {
  readonly state: HealthState;
  readonly text: string;
  /** What it is about, where that isn't the resource itself. */
  readonly links: readonly ResourceLink[];
  /** The section of the resource's page that shows more: `tests`; null where there is none. */
  readonly anchor: string | null;
  /** ISO 8601 UTC. */
  readonly at: string | null;
}

/** The section of a page that shows what a signal speaks of. */
const ANCHOR: Readonly<Record<HealthSignal, string | null>> = {
  built: 'runs',
  tests: 'tests',
  freshness: null,
  upstream: 'lineage',
  description: 'overview',
};

/** The health of a resource with its reasons; null for what can't have one. */
export function healthView(uniqueId: string, context: ViewContext): HealthView | null {
  const health = context.health.of(uniqueId);
  if (health === null) return null;
  return {
    state: health.state,
    word: healthWords.states[health.state],
    reasons: health.reasons.map(({ signal, state, text, about, at }) => ({
      state,
      text,
      links: context.links.links(about),
      // A page without results has no section of runs.
      anchor: signal === 'built' && at === null ? null : ANCHOR[signal],
      at,
    })),
  };
}
