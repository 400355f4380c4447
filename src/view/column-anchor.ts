import { plainSlug } from './plain-slug.ts';

/** Where a column stands on the page of its resource, but for names that are longer than an address or differ by case only. */
export function columnAnchor(column: string): string {
  return `column-${plainSlug(column)}`;
}
