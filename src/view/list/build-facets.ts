import { HEALTH_STATES } from '../../health/health.ts';
import { LISTS } from '../../messages/lists.ts';
import { statePath } from '../health/state-counts.ts';
import type { Links } from '../links.ts';
import { facetFields, facetOf, facetShape, facetWord, type FacetField } from './facets.ts';
import type { ListItem } from './list-item.ts';
import type { ListFacet } from './list-facet.ts';
import { indexItems } from './match-query.ts';

/** Values of a facet that a page says without scripts. */
const MOST_VALUES = 12;

/** @param folderHref where the rows of a folder stand; null where that can't be said */
export function buildFacets(
  items: readonly ListItem[],
  links: Links,
  folderHref: (folder: string) => string | null,
): ListFacet[] {
  const index = indexItems(items);
  return facetFields(items).map((field) => {
    const { values } = facetOf(index, '', field);
    return {
      field,
      label: LISTS.facetNames[field],
      values: values.slice(0, MOST_VALUES).map(({ value, count }) => ({
        word: facetWord(field, value),
        shape: facetShape(items, field, value),
        count,
        href: field === 'path' ? folderHref(value) : pageOf(field, value, links),
      })),
      more: Math.max(0, values.length - MOST_VALUES),
    };
  });
}

function pageOf(field: FacetField, value: string, links: Links): string | null {
  switch (field) {
    case 'owner':
      return links.ownerHref(value);
    case 'tag':
      return links.tagHref(value);
    case 'health': {
      const state = HEALTH_STATES.find((known) => known === value);
      return state === undefined ? null : links.href(statePath(state));
    }
    default:
      return null;
  }
}
