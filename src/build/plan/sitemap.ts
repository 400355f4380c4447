import { markdownTwin } from '../../view/markdown-twin.ts';
import type { SiteView } from '../../view/site.ts';
import type { ClosingOutputs, TextOutput } from '../output.ts';

/** The most addresses that one sitemap may hold, by the protocol. */
const MOST_ADDRESSES = 50_000;

/**
 * The sitemap: all pages, where search engines may list the site and its address is known. More than
 * 50,000 pages go into several files, and `sitemap.xml` names these.
 */
export function* sitemap(
  { robots, siteUrl, base }: Pick<SiteView, 'robots' | 'siteUrl' | 'base'>,
  most = MOST_ADDRESSES,
): Generator<ClosingOutputs> {
  if (robots === 'noindex' || siteUrl === null) return;
  const root = siteUrl + base;
  yield { kind: 'closing', make: (files) => sitemapFiles(files, root, most) };
}

function sitemapFiles(files: readonly string[], root: string, most: number): TextOutput[] {
  const addresses = files.flatMap((file) => {
    const path = pathOf(file);
    return path === null ? [] : [root + path.slice(1)];
  });
  if (addresses.length <= most) return [xml('sitemap.xml', 'urlset', 'url', addresses)];
  const parts: TextOutput[] = [];
  for (let at = 0; at < addresses.length; at += most) {
    const file = `sitemap.${parts.length + 1}.xml`;
    parts.push(xml(file, 'urlset', 'url', addresses.slice(at, at + most)));
  }
  const index = parts.map(({ file }) => root + file);
  return [...parts, xml('sitemap.xml', 'sitemapindex', 'sitemap', index)];
}

/** The path of a page that readers come to; null for errors and for what is no page. */
function pathOf(file: string): string | null {
  if (file !== 'index.html' && !file.endsWith('/index.html')) return null;
  const path = `/${file.slice(0, -'index.html'.length)}`;
  return markdownTwin(path) === null ? null : path;
}

/** Paths hold only letters, digits and `.-_~/`; the root is a URL: nothing needs escaping but `&`. */
function xml(file: string, root: string, entry: string, addresses: readonly string[]): TextOutput {
  const lines = addresses.map(
    (address) => `<${entry}><loc>${address.replaceAll('&', '&amp;')}</loc></${entry}>\n`,
  );
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('')}</${root}>\n`;
  return { kind: 'text', file, text };
}
