import type { Project } from '../project/project.ts';
import type { Resource } from '../project/resource.ts';
import type { StateChange, StatePart } from '../project/state/state-change.ts';
import type { History } from './history.ts';
import { changedParts } from './last-change.ts';
import { nodeFingerprint } from './node-fingerprint.ts';
import type { NodeFingerprint } from './run.ts';

/** Parts that fingerprints don't tell of. */
export const UNTOLD_BY_RUNS: ReadonlySet<StatePart> = new Set<StatePart>([
  'persisted_descriptions',
  'relation',
  'macros',
]);

/**
 * What changed since each node last ran, for `state:` selectors without an older manifest. The run that wrote the
 * manifest itself is left out, as it ran what is there now.
 *
 * @returns unique_id of each node that can run → how it changed; null when no earlier run tells what its nodes were
 * made of
 */
export function changesSinceRuns(
  { facts, resources }: Pick<Project, 'facts' | 'resources'>,
  history: Pick<History, 'everyResultOf'>,
): Map<string, StateChange> | null {
  const changes = new Map<string, StateChange>();
  let isTold = false;
  for (const resource of resources.values()) {
    if (!canRun(resource)) continue;
    const earlier = history
      .everyResultOf(resource.uniqueId)
      .filter(({ run }) => run.invocationId === null || run.invocationId !== facts.invocationId);
    const before = earlier.find(({ result }) => result.fingerprint !== null)?.result.fingerprint;
    isTold ||= before !== undefined;
    if (before) changes.set(resource.uniqueId, changeOf(resource, before));
    // It ran, but nobody knows as what: so it isn't new, and not known to be another.
    else if (earlier.length === 0) changes.set(resource.uniqueId, NEW);
  }
  return isTold ? changes : null;
}

const NEW: StateChange = {
  isNew: true,
  isModified: true,
  parts: new Set(['body', 'configs', 'contract']),
};

function changeOf(resource: Resource, before: NodeFingerprint): StateChange {
  const changed = changedParts(nodeFingerprint(resource), before);
  const parts = new Set<StatePart>();
  if (changed.includes('code')) parts.add('body');
  if (changed.includes('config')) parts.add('configs');
  // Without a contract dbt takes columns for a description.
  if (changed.includes('columns') && hasContract(resource)) parts.add('contract');
  return { isNew: false, isModified: parts.size > 0, parts };
}

function hasContract({ details }: Resource): boolean {
  return details.kind === 'node' && details.contractEnforced;
}

/** Whether runs have results of it. What is inlined (ephemeral models) never has. */
function canRun({ resourceType, details }: Resource): boolean {
  switch (resourceType) {
    case 'model':
      return details.kind === 'node' && details.materialized !== 'ephemeral';
    case 'seed':
    case 'snapshot':
    case 'test':
    case 'unit_test':
      return true;
    default:
      return false;
  }
}
