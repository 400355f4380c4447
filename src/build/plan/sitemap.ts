import { markdownTwin } from '../../view/markdown-twin.ts';
import type { SiteView } from '../../view/site.ts';
import type { SiteOutput, TextOutput } from '../output.ts';

/** The most addresses that one sitemap may hold, by the protocol. */
const MOST_ADDRESSES = 50_000;

/**
 * Lets the sitemap follow the outputs: all pages, where search engines may list the site and its
 * address is known. More than 50,000 pages go into several files, and `sitemap.xml` names these.
 */
export function* withSitemap(
  outputs: Iterable<SiteOutput>,
  { robots, siteUrl, base }: Pick<SiteView, 'robots' | 'siteUrl' | 'base'>,
  most = MOST_ADDRESSES,
): Generator<SiteOutput> {
  if (robots === 'noindex' || siteUrl === null) {
    yield* outputs;
    return;
  }
  const root = siteUrl + base;
  const addresses: string[] = [];
  for (const output of outputs) {
    const path = pathOf(output);
    if (path !== null) addresses.push(root + path.slice(1));
    yield output;
  }
  if (addresses.length <= most) {
    yield xml('sitemap.xml', 'urlset', 'url', addresses);
    return;
  }
  const files: string[] = [];
  for (let at = 0; at < addresses.length; at += most) {
    const file = `sitemap.${files.length + 1}.xml`;
    files.push(root + file);
    yield xml(file, 'urlset', 'url', addresses.slice(at, at + most));
  }
  yield xml('sitemap.xml', 'sitemapindex', 'sitemap', files);
}

/** The path of a page that readers come to; null for errors and for what is no page. */
function pathOf(output: SiteOutput): string | null {
  if (output.kind === 'page') return markdownTwin(output.path) === null ? null : output.path;
  if (output.kind !== 'keyed' || !output.file.endsWith('/index.html')) return null;
  return `/${output.file.slice(0, -'index.html'.length)}`;
}

/** Paths hold only letters, digits and `.-_~/`; the root is a URL: nothing needs escaping but `&`. */
function xml(file: string, root: string, entry: string, addresses: readonly string[]): TextOutput {
  const lines = addresses.map(
    (address) => `<${entry}><loc>${address.replaceAll('&', '&amp;')}</loc></${entry}>\n`,
  );
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('')}</${root}>\n`;
  return { kind: 'text', file, text };
}
