import { healthWords } from '../../messages/health.ts';
import { type HealthReason, healthRank, type HealthState } from '../health.ts';
import { markedUpstream, MOST_NAMED } from '../upstream.ts';
import { hasFreshnessRule, reason } from './own-signals.ts';
import type { SignalInput } from './signal-input.ts';

/** What lies above a resource, as far as it counts. */
export interface UpstreamSignals {
  /** Of a model: whether the sources above it are fresh. */
  ofModel(uniqueId: string): HealthReason[];
  /** Of what is only made from others: whether all of these built, pass their tests, and are fresh. */
  ofDerived(uniqueId: string): HealthReason[];
}

/** Hands what each resource says of itself down to all below it. */
export function upstreamSignals(
  input: SignalInput,
  own: ReadonlyMap<string, readonly HealthReason[]>,
): UpstreamSignals {
  const { graph, layers, project } = input;
  const states = graph.ids.map((id) => evidence(id, own.get(id) ?? []));
  const isSource = graph.ids.map((id) => project.resources.get(id)?.details.kind === 'source');
  const freshness = graph.ids.map((id, node) =>
    isSource[node] ? freshnessState(id, input, own.get(id) ?? []) : null,
  );
  const above = (isMarked: (node: number) => boolean) => {
    const marked = markedUpstream(graph, layers, isMarked);
    return (id: string): readonly string[] =>
      (marked[graph.indexOf.get(id) ?? -1] ?? []).flatMap((node) => graph.ids[node] ?? []);
  };
  const stale = above((node) => freshness[node] === 'degraded');
  const nearlyStale = above((node) => freshness[node] === 'caution');
  const fresh = above((node) => freshness[node] === 'healthy');
  const degraded = above((node) => states[node] === 'degraded');
  const caution = above((node) => states[node] === 'caution');
  const unknown = above((node) => states[node] === 'unknown');

  return {
    ofModel(uniqueId) {
      const reasons = [
        ...told('degraded', stale(uniqueId), healthWords.sourcesStale),
        ...told('caution', nearlyStale(uniqueId), healthWords.sourcesWarn),
      ];
      if (reasons.length > 0) return reasons;
      const text = fresh(uniqueId).length > 0 ? healthWords.sourcesFresh : healthWords.noSources;
      return [reason('upstream', 'healthy', text)];
    },
    ofDerived(uniqueId) {
      const parents = graph.parents[graph.indexOf.get(uniqueId) ?? -1] ?? [];
      if (parents.length === 0) return [reason('upstream', 'unknown', healthWords.nothingUpstream)];
      const reasons = [
        ...told('degraded', degraded(uniqueId), healthWords.upstreamDegraded),
        ...told('unknown', unknown(uniqueId), healthWords.upstreamUnknown),
        ...told('caution', caution(uniqueId), healthWords.upstreamCaution),
      ];
      return reasons.length > 0
        ? reasons
        : [reason('upstream', 'healthy', healthWords.upstreamHealthy)];
    },
  };

  /** What runs and checks say of a resource; what nobody wrote (tests, descriptions, rules) is no fault of its data. */
  function evidence(id: string, reasons: readonly HealthReason[]): HealthState | null {
    let worst = freshnessState(id, input, reasons);
    for (const { signal, state, at } of reasons) {
      const isOutcome = (signal === 'built' || signal === 'tests') && at !== null;
      const isUnbuilt = signal === 'built' && state === 'unknown' && !isSeed(id);
      if (!isOutcome && !isUnbuilt) continue;
      if (worst === null || healthRank(state) < healthRank(worst)) worst = state;
    }
    return worst;
  }

  /** Seeds are loaded once, often before any run that is known. */
  function isSeed(id: string): boolean {
    return project.resources.get(id)?.resourceType === 'seed';
  }
}

/** How fresh a source is for those below it: null when it has no rule, as no check then says anything. */
function freshnessState(
  id: string,
  { project, history }: SignalInput,
  reasons: readonly HealthReason[],
): HealthState | null {
  const resource = project.resources.get(id);
  if (resource === undefined) return null;
  if (history.latestFreshness(id) === null && !hasFreshnessRule(resource)) return null;
  const state = reasons.find(({ signal }) => signal === 'freshness')?.state ?? null;
  return state === 'unknown' ? 'caution' : state;
}

function told(
  state: HealthState,
  ids: readonly string[],
  text: (count: number | null) => string,
): HealthReason[] {
  if (ids.length === 0) return [];
  return [reason('upstream', state, text(ids.length > MOST_NAMED ? null : ids.length), null, ids)];
}
