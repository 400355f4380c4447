import type { NavGroup, NavItem } from '../view/site.ts';

/** The item of the navigation that a page belongs to: the longest address that its own begins with. */
export function currentItem(nav: readonly NavGroup[], base: string, href: string): NavItem | null {
  let current: NavItem | null = null;
  for (const item of nav.flatMap((group) => group.items)) {
    const isCurrent = item.href === href || (item.href !== base && href.startsWith(item.href));
    if (isCurrent && (current === null || item.href.length > current.href.length)) current = item;
  }
  return current;
}

/** The value of `aria-current` for an item: the page itself, or the part of the site that it is in. */
export function ariaCurrent(
  item: NavItem,
  current: NavItem | null,
  href: string,
): 'page' | 'true' | undefined {
  if (item.href !== current?.href) return undefined;
  return item.href === href ? 'page' : 'true';
}
