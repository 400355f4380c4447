import type { ViewContext } from '../context.ts';
import { listItem } from '../list/build-list-items.ts';
import type { ListItem } from '../list/list-item.ts';
import { searchedResources } from './build-names.ts';

/** Stands for any description: whether there is one is all that a filter asks. */
const SOME = 'x';

/** What search can be filtered by, in the order of search; without what `Name`s say already. */
export function buildFacetItems(context: ViewContext): ListItem[] {
  return searchedResources(context).map((resource) => {
    const item = listItem(resource, context);
    const { severity, maturity, loader } = item.own;
    return {
      ...item,
      ...UNSAID,
      summary: resource.description.trim() === '' && (resource.label ?? '') === '' ? '' : SOME,
      own: { severity, maturity, loader },
    };
  });
}

const UNSAID = {
  uniqueId: '',
  name: '',
  href: null,
  resourceType: '',
  packageName: '',
  section: '',
  folder: '',
  filePath: null,
  lastRunAt: null,
  duration: null,
  rowCount: null,
} as const satisfies Partial<ListItem>;
