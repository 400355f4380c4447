import type { HealthConfig } from '../config/health.ts';
import { healthWords } from '../messages/health.ts';
import type { Resource } from '../project/resource.ts';
import { type Health, healthOf, type HealthReason, type ResourceHealth } from './health.ts';
import { newestTime } from './newest-time.ts';
import {
  builtReasons,
  descriptionReasons,
  freshnessReasons,
  reason,
  testReasons,
} from './signals/own-signals.ts';
import type { HealthInput, SignalInput } from './signals/signal-input.ts';
import { type UpstreamSignals, upstreamSignals } from './signals/upstream-signals.ts';

/** Types that dbt builds as a relation. */
const BUILT: ReadonlySet<string> = new Set(['model', 'seed', 'snapshot']);
/** Types that hold no data themselves: they are as good as what they are made from. */
const DERIVED: ReadonlySet<string> = new Set([
  'exposure',
  'metric',
  'semantic_model',
  'saved_query',
]);

/**
 * Judges everything that holds data, and what is made from it, by the criteria of dbt Catalog's health signals, with
 * these differences: tests of sources count as those of models do; what was never checked is no failure; seeds and
 * snapshots are judged as models are, and metrics, semantic models and saved queries as exposures are.
 * Takes time linear in resources, edges and tests.
 */
export function buildHealth(input: HealthInput, config: HealthConfig): Health {
  const signals: SignalInput = {
    ...input,
    config,
    newestAt: newestTime(input.project, input.history),
  };
  const hasEvidence = input.history.runs.some(
    ({ hasRun, tally }) => (hasRun && tally.results > 0) || tally.freshness > 0,
  );
  const own = new Map<string, readonly HealthReason[]>();
  for (const resource of input.project.resources.values()) {
    if (BUILT.has(resource.resourceType)) own.set(resource.uniqueId, ofBuilt(resource, signals));
    if (resource.details.kind === 'source')
      own.set(resource.uniqueId, ofSource(resource, signals, hasEvidence));
  }
  const upstream = upstreamSignals(signals, own);
  const all = new Map<string, ResourceHealth>();
  for (const resource of input.project.resources.values()) {
    const { uniqueId } = resource;
    const reasons = reasonsOf(resource, own.get(uniqueId), upstream);
    if (reasons !== null) all.set(uniqueId, healthOf(reasons));
  }
  return {
    of: (uniqueId) => all.get(uniqueId) ?? null,
    ids: [...all.keys()],
    newestAt: signals.newestAt,
  };
}

function reasonsOf(
  resource: Resource,
  own: readonly HealthReason[] | undefined,
  upstream: UpstreamSignals,
): readonly HealthReason[] | null {
  if (own !== undefined) {
    // A seed has no parents, and a source none that the project knows.
    const hasParents = resource.resourceType === 'model' || resource.resourceType === 'snapshot';
    return hasParents ? [...own, ...upstream.ofModel(resource.uniqueId)] : own;
  }
  return DERIVED.has(resource.resourceType)
    ? [...upstream.ofDerived(resource.uniqueId), ...descriptionReasons(resource)]
    : null;
}

function ofBuilt(resource: Resource, input: SignalInput): HealthReason[] {
  return [
    ...builtReasons(resource, input),
    ...testReasons(resource, input, resource.resourceType === 'model'),
    ...descriptionReasons(resource),
  ];
}

function ofSource(resource: Resource, input: SignalInput, hasEvidence: boolean): HealthReason[] {
  return [
    ...freshnessReasons(resource, input),
    ...testReasons(resource, input, false),
    ...descriptionReasons(resource),
    ...(hasEvidence ? [] : [reason('freshness', 'unknown', healthWords.nothingRan)]),
  ];
}
