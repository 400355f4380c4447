import { collectionOf } from '../view/collection.ts';
import type { ResourceLink } from '../view/resource-link.ts';

/** Links of one collection under its name, in the order in which collections first appear. */
export interface LinkGroup {
  readonly label: string;
  readonly links: readonly ResourceLink[];
}

/** Links by what they lead to: models together, sources together. */
export function groupLinks(links: readonly ResourceLink[]): LinkGroup[] {
  const groups = Map.groupBy(links, ({ resourceType }) => collectionOf(resourceType).plural);
  return [...groups].map(([label, members]) => ({ label, links: members }));
}
