import type { SiteView } from '../view/site.ts';

/**
 * `/robots.txt`. Crawlers read it at the root of a host only; under a base path the `robots` meta tag
 * of each page says the same.
 */
export function robotsTxt({ robots, siteUrl, base }: SiteView): string {
  const rule = robots === 'index' ? 'Allow' : 'Disallow';
  const sitemap =
    robots === 'index' && siteUrl !== null ? `\nSitemap: ${siteUrl}${base}sitemap.xml\n` : '';
  return `User-agent: *\n${rule}: ${base}\n${sitemap}`;
}
