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
  return known(owners, project, () =>
    desks(project, 'owner', ({ owner }) => (owner === null ? [] : [owner.name])),
  );
}

/** The tags of a project, sorted. */
export function tagDesks(project: Project): readonly Desk[] {
  return known(tags, project, () =>
    desks(project, 'tag', (resource) => [...new Set(resource.tags)]),
  );
}

/** Links, navigation and pages ask for the same. */
const owners = new WeakMap<Project, readonly Desk[]>();
const tags = new WeakMap<Project, readonly Desk[]>();

function known(
  made: WeakMap<Project, readonly Desk[]>,
  project: Project,
  make: () => readonly Desk[],
): readonly Desk[] {
  const found = made.get(project) ?? make();
  made.set(project, found);
  return found;
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
