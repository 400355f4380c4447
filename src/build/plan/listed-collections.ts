import { byText } from '../../project/order.ts';
import type { Resource } from '../../project/resource.ts';
import {
  COLLECTIONS,
  type Collection,
  collectionOf,
  OTHER_COLLECTION,
} from '../../view/collection.ts';
import type { ViewContext } from '../../view/context.ts';

/** A list of the site with what is in it. */
export interface ListedCollection {
  readonly collection: Collection;
  /** What has its pages here, sorted by unique_id. */
  readonly resources: readonly Resource[];
  /** What the list holds: the same, and for tests unit tests too, which have a list of their own beside. */
  readonly listed: readonly Resource[];
}

/** The lists that the project has something for, in the order of the navigation. */
export function listedCollections(context: ViewContext): ListedCollection[] {
  const byPath = new Map<string, Resource[]>();
  for (const resource of context.project.resources.values()) {
    // Hundreds of macros come with dbt and its packages; the list holds those that have a page.
    if (resource.resourceType === 'macro' && context.links.pagePath(resource.uniqueId) === null)
      continue;
    const { path } = collectionOf(resource.resourceType);
    const list = byPath.get(path);
    if (list) list.push(resource);
    else byPath.set(path, [resource]);
  }
  const unitTests = byPath.get('unit-tests') ?? [];
  return [...COLLECTIONS, OTHER_COLLECTION].flatMap((collection) => {
    const resources = byPath.get(collection.path) ?? [];
    const listed =
      collection.path === 'tests'
        ? [...resources, ...unitTests].sort(byText(({ uniqueId }) => uniqueId))
        : resources;
    return listed.length === 0 ? [] : [{ collection, resources, listed }];
  });
}
