import type { Project } from '../../project/project.ts';
import type { Resource } from '../../project/resource.ts';
import { byText } from '../../project/order.ts';

export type DeskKind = 'owner' | 'tag';

/** What one owner answers for, or what has one tag. */
export interface Desk {
  readonly kind: DeskKind;
  readonly name: string;
  /** Of owners, where one is told. */
  readonly email: string | null;
  /** Sorted by unique_id; never empty. */
  readonly members: readonly Resource[];
}

/** Types that stand on a desk: what people own. Tests and macros come with them. */
const MEMBER_TYPES: ReadonlySet<string> = new Set([
  'model',
  'source',
  'seed',
  'snapshot',
  'exposure',
  'metric',
  'semantic_model',
  'saved_query',
  'analysis',
  'function',
  'group',
]);

/** The owners of a project, sorted by name. Names that are equal are one owner. */
export function ownerDesks(project: Project): readonly Desk[] {
  return desks(project, 'owner', ({ owner }) => (owner === null ? [] : [owner.name]));
}

/** The tags of a project, sorted. */
export function tagDesks(project: Project): readonly Desk[] {
  return desks(project, 'tag', ({ tags }) => [...new Set(tags)]);
}

function desks(
  { resources }: Project,
  kind: DeskKind,
  namesOf: (resource: Resource) => readonly string[],
): readonly Desk[] {
  const members = new Map<string, Resource[]>();
  for (const resource of resources.values()) {
    if (!MEMBER_TYPES.has(resource.resourceType)) continue;
    for (const name of namesOf(resource)) {
      const list = members.get(name);
      if (list) list.push(resource);
      else members.set(name, [resource]);
    }
  }
  return [...members]
    .map(([name, list]) => ({
      kind,
      name,
      email: kind === 'tag' ? null : (list.find(({ owner }) => owner?.email)?.owner?.email ?? null),
      members: list,
    }))
    .sort(byText(({ name }) => name));
}
