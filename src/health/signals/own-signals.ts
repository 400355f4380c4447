import { healthWords } from '../../messages/health.ts';
import type { Resource } from '../../project/resource.ts';
import { testsOf } from '../../project/tests-of.ts';
import type { StatusKind } from '../../runs/status.ts';
import type { HealthReason } from '../health.ts';
import { isOlderThan } from '../newest-time.ts';
import type { SignalInput } from './signal-input.ts';
import { MOST_NAMED } from '../upstream.ts';

/** How its last build went, and how long ago that was. */
export function builtReasons(resource: Resource, input: SignalInput): HealthReason[] {
  const { history, newestAt, config } = input;
  if (isInlined(resource)) return [reason('built', 'healthy', healthWords.inlined)];
  const past = history.latest(resource.uniqueId);
  if (past === null) return [reason('built', 'unknown', healthWords.neverBuilt)];
  const { run, result } = past;
  const at = result.completedAt ?? run.completedAt ?? run.startedAt;
  switch (buildState(result.status, result.kind)) {
    case 'degraded':
      return [reason('built', 'degraded', healthWords.failed(result.status), at)];
    case 'caution':
      return [reason('built', 'caution', healthWords.skipped, at)];
    case 'unknown':
      return [reason('built', 'unknown', healthWords.odd(result.status), at)];
    case 'healthy':
      return isOlderThan(at, config.days, newestAt)
        ? [reason('built', 'caution', healthWords.notBuiltFor(config.days), at)]
        : [reason('built', 'healthy', healthWords.built, at)];
  }
}

/** dbt writes an ephemeral model into the SQL of others, so there is no run of it to be known. */
export function isInlined({ details }: Resource): boolean {
  return details.kind === 'node' && details.materialized === 'ephemeral';
}

function buildState(word: string, kind: StatusKind): HealthReason['state'] {
  // dbt reuses what it knows to be up to date.
  if (kind === 'success' || word === 'reused') return 'healthy';
  if (kind === 'error' || kind === 'partial') return 'degraded';
  return kind === 'skipped' || kind === 'warn' ? 'caution' : 'unknown';
}

/** What its tests say. `isNeeded`: having none counts against it. */
export function testReasons(
  resource: Resource,
  { project, history }: SignalInput,
  isNeeded: boolean,
): HealthReason[] {
  const ids = testsOf(resource, project);
  if (ids.length === 0) {
    return isNeeded ? [reason('tests', 'caution', healthWords.noTests)] : [];
  }
  const failing: string[] = [];
  const warning: string[] = [];
  let unrun = 0;
  let at: string | null = null;
  for (const id of ids) {
    const past = history.latest(id);
    const kind = past?.result.kind ?? 'none';
    if (kind === 'error' || kind === 'partial') failing.push(id);
    else if (kind === 'warn') warning.push(id);
    else if (kind !== 'success') unrun++;
    const ranAt = past?.result.completedAt ?? past?.run.completedAt ?? null;
    if (ranAt !== null && (at === null || ranAt > at)) at = ranAt;
  }
  const count = ids.length;
  const reasons: HealthReason[] = [];
  if (failing.length > 0) {
    const text = healthWords.testsFail(failing.length, count);
    reasons.push(reason('tests', 'degraded', text, at, failing));
  }
  if (warning.length > 0) {
    const text = healthWords.testsWarn(warning.length, count);
    reasons.push(reason('tests', 'caution', text, at, warning));
  }
  if (unrun === count) {
    reasons.push(reason('tests', 'unknown', healthWords.testsNeverRun(count)));
  } else if (unrun > 0) {
    reasons.push(reason('tests', 'caution', healthWords.testsPartlyRun(unrun, count)));
  }
  if (reasons.length === 0) {
    reasons.push(reason('tests', 'healthy', healthWords.testsPass(count), at));
  }
  return reasons;
}

/** Whether anybody said what it is. */
export function descriptionReasons({ description }: Resource): HealthReason[] {
  return description.trim() === ''
    ? [reason('description', 'caution', healthWords.notDescribed)]
    : [reason('description', 'healthy', healthWords.described)];
}

/** How fresh a source is. */
export function freshnessReasons(resource: Resource, input: SignalInput): HealthReason[] {
  const { history, newestAt, config } = input;
  const checked = history.latestFreshness(resource.uniqueId);
  if (checked === null) {
    if (hasFreshnessRule(resource)) {
      return [reason('freshness', 'unknown', healthWords.neverChecked)];
    }
    return [reason('freshness', 'caution', healthWords.noFreshnessRule)];
  }
  const { run, result } = checked;
  const at = result.snapshottedAt ?? run.completedAt;
  switch (result.kind) {
    case 'error': {
      const isUnchecked = result.status === 'runtime error';
      const text = isUnchecked ? healthWords.notCheckable : healthWords.stale;
      return [reason('freshness', 'degraded', text, at)];
    }
    case 'warn':
      return [reason('freshness', 'caution', healthWords.nearlyStale, at)];
    case 'success':
      return isOlderThan(at, config.days, newestAt)
        ? [reason('freshness', 'caution', healthWords.notCheckedFor(config.days), at)]
        : [reason('freshness', 'healthy', healthWords.fresh, at)];
    case 'skipped':
    case 'partial':
    case 'none':
      return [reason('freshness', 'unknown', healthWords.odd(result.status), at)];
  }
}

/** True for a source that says how fresh it has to be. */
export function hasFreshnessRule({ details }: Resource): boolean {
  return (
    details.kind === 'source' &&
    details.freshness !== null &&
    (details.freshness.warnAfter !== null || details.freshness.errorAfter !== null)
  );
}

/** A reason; of what it is about, the first five are named. */
export function reason(
  signal: HealthReason['signal'],
  state: HealthReason['state'],
  text: string,
  at: string | null = null,
  about: readonly string[] = [],
): HealthReason {
  return { signal, state, text, about: about.slice(0, MOST_NAMED), at };
}
