import { sortedUnique } from './order.ts';
import type { Project } from './project.ts';
import type { Resource } from './resource.ts';

/** Lists, rules, desks and figures of coverage ask for the same. */
const found = new WeakMap<
  Resource,
  { readonly project: Project; readonly ids: readonly string[] }
>();

/** Every test that watches a resource, by unique_id: attached ones, singular tests that read it, and its unit tests. */
export function testsOf(resource: Resource, project: Project): readonly string[] {
  const known = found.get(resource);
  if (known?.project === project) return known.ids;
  const ids = findTests(resource, project);
  found.set(resource, { project, ids });
  return ids;
}

function findTests(resource: Resource, project: Project): readonly string[] {
  const readers = project.dependentTests.get(resource.uniqueId) ?? [];
  // Most resources are read by the tests that are attached to them, and by no others.
  const { testIds } = resource;
  if (testIds.length === readers.length && testIds.every((id, at) => id === readers[at])) {
    return testIds;
  }
  return sortedUnique([
    ...testIds,
    ...readers.filter((id) => watches(id, resource, project)),
  ]).filter((id) => project.resources.has(id));
}

/** Generic tests that merely refer to a resource (the other side of a relationship) are not its tests. */
function watches(testId: string, resource: Resource, project: Project): boolean {
  const details = project.resources.get(testId)?.details;
  if (details?.kind === 'unit_test') return details.testedNode === resource.uniqueId;
  return details?.kind === 'test' && details.attachedNode === null;
}
