import { compareText } from '../../project/order.ts';
import type { Project } from '../../project/project.ts';
import type { Resource } from '../../project/resource.ts';
import type { Selectable, SelectionGraph } from './selectable.ts';

/** Types that dbt's selectors never see. */
const NOT_SELECTABLE: ReadonlySet<string> = new Set(['macro', 'group', 'doc']);

/** Everything of a project that can be selected, tests included. */
export function selectionGraph({ resources }: Project): SelectionGraph {
  const selectable = [...resources.values()]
    .filter(({ resourceType }) => !NOT_SELECTABLE.has(resourceType))
    .sort((a, b) => compareText(a.uniqueId, b.uniqueId));
  const places = new Map(selectable.map(({ uniqueId }, index) => [uniqueId, index]));
  const parents = selectable.map((resource) =>
    resource.parents.map((id) => places.get(id)).filter((place) => place !== undefined),
  );
  const children: number[][] = selectable.map(() => []);
  for (const [child, list] of parents.entries()) {
    for (const parent of list) children[parent]?.push(child);
  }
  return { nodes: selectable.map(selectableOf), parents, children };
}

function selectableOf(resource: Resource): Selectable {
  const { details } = resource;
  const isNode = details.kind === 'node';
  return {
    uniqueId: resource.uniqueId,
    resourceType: resource.resourceType,
    name: resource.name,
    packageName: resource.packageName,
    fqn: resource.fqn,
    tags: resource.tags,
    group: resource.group,
    access: isNode ? details.access : null,
    filePath: resource.filePath,
    patchPath: resource.patchPath,
    sourceName: details.kind === 'source' ? details.sourceName : null,
    version: isNode ? details.version : null,
    latestVersion: isNode ? details.latestVersion : null,
    testName: details.kind === 'test' ? bareTestName(details.testName) : null,
    testType: testTypeOf(resource),
    config: resource.config,
  };
}

/** `dbt_utils.accepted_range` is called `accepted_range` by selectors. */
function bareTestName(name: string | null): string | null {
  return name === null ? null : name.slice(name.lastIndexOf('.') + 1);
}

function testTypeOf({ details }: Resource): Selectable['testType'] {
  if (details.kind === 'unit_test') return 'unit';
  if (details.kind !== 'test') return null;
  return details.isGeneric ? 'generic' : 'singular';
}
