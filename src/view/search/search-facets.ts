import type { FacetField } from '../list/facets.ts';

/** What search can be filtered by, in the order that it is offered in. */
export const SEARCH_FACETS = [
  'type',
  'path',
  'tag',
  'owner',
  'materialized',
  'access',
  'status',
  'tests',
  'missing',
  'package',
] as const satisfies readonly FacetField[];
