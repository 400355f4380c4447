import type { Column } from './column.ts';
import type { Details } from './details/details.ts';
import type { Project } from './project.ts';
import type { Resource } from './resource.ts';

/**
 * A project that holds a part of the resources and tells nothing of the others: no page, no list, no edge and no id of
 * what was left out. What people wrote themselves stays as it is: code still names what it reads.
 *
 * @param kept unique_ids; macros that the kept resources call and groups that they are in stay as well
 */
export function narrowProject(project: Project, kept: ReadonlySet<string>): Project {
  const ids = withMacrosAndGroups(project, kept);
  const resources = new Map(
    [...project.resources]
      .filter(([id]) => ids.has(id))
      .map(([id, resource]) => [id, narrowResource(resource, ids)]),
  );
  const packages = new Set([...resources.values()].map(({ packageName }) => packageName));
  return {
    facts: project.facts,
    resources,
    children: narrowMap(project.children, ids),
    dependentTests: narrowMap(project.dependentTests, ids),
    macroCallers: narrowMap(project.macroCallers, ids),
    packages: project.packages.filter((name) => packages.has(name)),
    disabled: [],
    overviews: new Map(
      [...project.overviews].filter(([name]) => name === '' || packages.has(name)),
    ),
  };
}

function withMacrosAndGroups(
  { resources }: Project,
  kept: ReadonlySet<string>,
): ReadonlySet<string> {
  const ids = new Set([...kept].filter((id) => resources.has(id)));
  const open = [...ids].flatMap((id) => resources.get(id)?.macros ?? []);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (ids.has(id)) continue;
    ids.add(id);
    open.push(...(resources.get(id)?.macros ?? []));
  }
  for (const { uniqueId, details } of resources.values()) {
    if (details.kind === 'group' && details.memberIds.some((id) => kept.has(id))) ids.add(uniqueId);
  }
  return ids;
}

function narrowResource(resource: Resource, ids: ReadonlySet<string>): Resource {
  const among = (list: readonly string[]): readonly string[] => list.filter((id) => ids.has(id));
  return {
    ...resource,
    parents: among(resource.parents),
    // It may be missing because it was left out: of neither is anything told.
    missingParents: [],
    macros: among(resource.macros),
    testIds: among(resource.testIds),
    columns: resource.columns.map((column) => narrowColumn(column, ids)),
    details: narrowDetails(resource.details, ids),
  };
}

function narrowColumn(column: Column, ids: ReadonlySet<string>): Column {
  return {
    ...column,
    testIds: column.testIds.filter((id) => ids.has(id)),
    foreignKeys: column.foreignKeys.filter(({ toId }) => toId !== null && ids.has(toId)),
  };
}

function narrowDetails(details: Details, ids: ReadonlySet<string>): Details {
  const orNull = (id: string | null): string | null => (id !== null && ids.has(id) ? id : null);
  switch (details.kind) {
    case 'node':
      return { ...details, versionIds: details.versionIds.filter((id) => ids.has(id)) };
    case 'test':
      return { ...details, attachedNode: orNull(details.attachedNode) };
    case 'unit_test':
      return { ...details, testedNode: orNull(details.testedNode) };
    case 'semantic_model':
      return { ...details, modelId: orNull(details.modelId) };
    case 'group':
      return { ...details, memberIds: details.memberIds.filter((id) => ids.has(id)) };
    case 'source':
    case 'exposure':
    case 'metric':
    case 'saved_query':
    case 'function':
    case 'macro':
    case 'other':
      return details;
  }
}

function narrowMap(
  map: ReadonlyMap<string, readonly string[]>,
  ids: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...map]
      .filter(([id]) => ids.has(id))
      .map(([id, others]) => [id, others.filter((other) => ids.has(other))] as const)
      .filter(([, others]) => others.length > 0),
  );
}
