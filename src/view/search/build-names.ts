import { displayName } from '../../project/display-name.ts';
import { compareText } from '../../project/order.ts';
import type { Resource } from '../../project/resource.ts';
import type { Name } from '../../search/name.ts';
import type { ViewContext } from '../context.ts';
import { foldersOf } from '../resource/folders.ts';

/** Every resource that has a page and isn't kept out of the docs, in the order of search. */
export function buildNames(context: ViewContext): Name[] {
  return searchedResources(context).map((resource) => nameOf(resource, context));
}

/**
 * What search finds as a thing of its own; generic tests stand on the pages of what they test. Ordered by package, folder
 * and id, so that what is edited together lies together.
 */
export function searchedResources(context: ViewContext): readonly Resource[] {
  const found = known.get(context) ?? findSearched(context);
  known.set(context, found);
  return found;
}

/** Every file of search asks for the same. */
const known = new WeakMap<ViewContext, readonly Resource[]>();

function findSearched({ project, links }: ViewContext): Resource[] {
  const rankOf = new Map(project.packages.map((name, rank) => [name, rank]));
  return [...project.resources.values()]
    .filter(({ uniqueId, isShown }) => isShown && links.pagePath(uniqueId) !== null)
    .map((resource) => ({
      resource,
      rank: rankOf.get(resource.packageName) ?? rankOf.size,
      folder: resource.filePath?.replace(/[^/]*$/, '') ?? '',
    }))
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        compareText(a.folder, b.folder) ||
        compareText(a.resource.uniqueId, b.resource.uniqueId),
    )
    .map(({ resource }) => resource);
}

function nameOf(resource: Resource, { project, links }: ViewContext): Name {
  const { uniqueId, name, resourceType, packageName, label, details } = resource;
  const readers = project.children.get(uniqueId) ?? project.macroCallers.get(uniqueId) ?? [];
  return {
    uniqueId,
    name: displayName(resource),
    shortName: name,
    resourceType,
    packageName,
    folder: foldersOf(resource).join('/'),
    label,
    href: links.link(uniqueId).href ?? '',
    uses: readers.length,
    isOldVersion:
      details.kind === 'node' &&
      details.version !== null &&
      details.latestVersion !== null &&
      details.version !== details.latestVersion,
  };
}
