import { storedValue, type StoredValue } from './stored-value.ts';

/** A page that somebody looked at. */
export interface Visit {
  /** Its path, base included. */
  readonly href: string;
  readonly label: string;
  /** The class of its type's glyph, or the name of an icon. */
  readonly glyph: string;
}

const MOST = 12;

/**
 * The pages of this site that were looked at last, the newest first. What storage holds is anyone's: only links below the
 * base are taken.
 *
 * @param base path that the site lies at, with a final slash
 */
export function recentPages(base: string, stored: StoredValue = storeOf(base)): Visit[] {
  const text = stored.read();
  if (text === null) return [];
  try {
    const saved: unknown = JSON.parse(text);
    return Array.isArray(saved) ? saved.filter((visit) => isVisit(visit, base)).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Puts a page first. */
export function rememberPage(
  base: string,
  visit: Visit,
  stored: StoredValue = storeOf(base),
): void {
  const others = recentPages(base, stored).filter(({ href }) => href !== visit.href);
  stored.write(JSON.stringify([visit, ...others].slice(0, MOST)));
}

/** Drops a page that is there no more. */
export function forgetPage(base: string, href: string, stored: StoredValue = storeOf(base)): void {
  const all = recentPages(base, stored);
  const others = all.filter((visit) => visit.href !== href);
  if (others.length < all.length) stored.write(JSON.stringify(others));
}

/** Several sites can share a host, and so its storage. */
function storeOf(base: string): StoredValue {
  return storedValue(`recent:${base}`);
}

function isVisit(saved: unknown, base: string): saved is Visit {
  if (typeof saved !== 'object' || saved === null) return false;
  const { href, label, glyph }: Partial<Record<keyof Visit, unknown>> = saved;
  return (
    typeof href === 'string' &&
    href.startsWith(base) &&
    !href.startsWith('//') &&
    typeof label === 'string' &&
    label !== '' &&
    typeof glyph === 'string' &&
    /^[a-z_-]+$/.test(glyph)
  );
}
