/**
 * Where the Markdown twin of a page lies, as a file below the output folder: beside the page's JSON
 * twin. `/` → `index.md`, `/models/` → `models/index.md`, `/models/model.shop.orders/` →
 * `models/model.shop.orders.md`. Null for pages that are a file themselves, like `/404.html`.
 *
 * @param path of the page, below the base
 */
export function markdownTwin(path: string): string | null {
  if (!path.endsWith('/')) return null;
  const name = path.slice(1, -1);
  return name.includes('/') ? `${name}.md` : `${path.slice(1)}index.md`;
}

/** The twin of the page that an href leads to, anchor and all; the href itself where there is none. */
export function markdownHref(href: string, base: string): string {
  const [page = ''] = href.split('#');
  if (!page.startsWith(base)) return href;
  const twin = markdownTwin(`/${page.slice(base.length)}`);
  return twin === null ? href : base + twin;
}
