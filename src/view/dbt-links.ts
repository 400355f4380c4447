import type { Links } from './links.ts';

/**
 * What dbt docs calls a page, where Markdown or HTML says where to link: `](#!/model/model.shop.orders)`,
 * `href="/#!/overview?g_v=1"`, `[name]: #!/source/source.shop.raw.orders#details`. Code comes first, as it is left alone.
 */
const CODE_OR_LINK =
  /```[^]*?(?:```|$)|`[^`\n]*`|(\]\(<?|\]:[ \t]*<?|href=["']?)\/?#!\/([^\s<>()"'?#]*)(?:[?#][^\s<>()"']*)?/g;
/** Leads nowhere, so that the link becomes plain text. */
const NOWHERE = '#';

/** Markdown with its links to pages of dbt docs turned into links to the same pages of this site; those of things that aren't here lose their target. */
export function withSiteLinks(markdown: string, links: Links): string {
  if (!markdown.includes('#!/')) return markdown;
  return markdown.replace(
    CODE_OR_LINK,
    (written: string, before: string | undefined, route: string | undefined) =>
      before === undefined || route === undefined
        ? written
        : `${before}${hrefOf(route, links) ?? NOWHERE}`,
  );
}

/** unique_ids that the text's links to dbt docs name, in order, whether they are known or not. */
export function dbtLinkIds(markdown: string): string[] {
  if (!markdown.includes('#!/')) return [];
  return [...markdown.matchAll(CODE_OR_LINK)].flatMap(([, , route]) =>
    route === undefined ? [] : (idOf(route) ?? []),
  );
}

function hrefOf(route: string, links: Links): string | null {
  if (/^overview(?:\/|$)/.test(route)) return links.href('/');
  const id = idOf(route);
  return id === null ? null : links.link(id).href;
}

/** `model/model.shop.orders` names `model.shop.orders`. */
function idOf(route: string): string | null {
  const id = route.split('/', 2)[1] ?? '';
  if (id === '') return null;
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
