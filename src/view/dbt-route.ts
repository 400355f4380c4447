import { collectionOf, OTHER_COLLECTION } from './collection.ts';
import { LONGEST_SLUG, plainSlug } from './plain-slug.ts';

/** Where a page of dbt docs is on this site, as paths below its base. */
export interface RouteTarget {
  /** `models/model.shop.orders/`; null where the address doesn't tell it. */
  readonly page: string | null;
  /** The list that it would stand in: `models/`; empty for the first page. */
  readonly list: string;
}

/**
 * What an address of dbt docs was about.
 *
 * @param hash the fragment, e.g. `#!/model/model.shop.orders?g_v=1`
 * @returns null when it is no address of dbt docs
 */
export function routeTarget(hash: string): RouteTarget | null {
  const route = /^#!\/([^/?#]*)(?:\/([^?#]*))?/.exec(hash);
  if (route === null) return null;
  const [, kind = '', rest = ''] = route;
  const collection = collectionOf(kind);
  if (collection === OTHER_COLLECTION) return { page: null, list: '' };
  const list = `${collection.path}/`;
  const slug = plainSlug(decoded(rest.split('/', 1)[0] ?? ''));
  // A longer one ends in a hash, which a browser can't make without waiting for it.
  return { page: rest === '' || slug.length > LONGEST_SLUG ? null : `${list}${slug}/`, list };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
