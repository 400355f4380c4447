import type { Resource } from '../../project/resource.ts';
import type { ViewContext } from '../context.ts';
import { filterFacts } from '../list/build-list-items.ts';
import type { ListItem, OwnFacts } from '../list/list-item.ts';
import { searchedResources } from './build-names.ts';

/** Stands for any description: whether there is one is all that a filter asks. */
const SOME = 'x';

/** What search can be filtered by, in the order of search; without what `Name`s say already. */
export function buildFacetItems(context: ViewContext): ListItem[] {
  return searchedResources(context).map((resource) => ({
    ...UNSAID,
    ...filterFacts(resource, context),
    summary: resource.description.trim() === '' ? '' : SOME,
    own: filteredOwn(resource),
  }));
}

function filteredOwn({ details }: Resource): OwnFacts {
  switch (details.kind) {
    case 'test':
      return { severity: details.severity };
    case 'exposure':
      return { maturity: details.maturity };
    case 'source':
      return { loader: details.loader };
    default:
      return {};
  }
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
