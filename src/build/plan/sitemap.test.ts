import { describe, expect, it } from 'vitest';
import type { SiteOutput } from '../output.ts';
import { withSitemap } from './sitemap.ts';

const page = (path: string): SiteOutput => ({ kind: 'page', path, view: {} });
const site = { robots: 'index' as const, siteUrl: 'https://x.test', base: '/docs/' };
const OUTPUTS = [page('/'), page('/404.html'), page('/models/'), page('/runs/')];

function added(given: Parameters<typeof withSitemap>[1], most?: number) {
  return [...withSitemap(OUTPUTS, given, most)].flatMap((output) =>
    output.kind === 'text' ? [[output.file, output.text]] : [],
  );
}

describe('withSitemap', () => {
  it('names every page', () => {
    expect(added(site)).toEqual([
      [
        'sitemap.xml',
        `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://x.test/docs/</loc></url>
<url><loc>https://x.test/docs/models/</loc></url>
<url><loc>https://x.test/docs/runs/</loc></url>
</urlset>
`,
      ],
    ]);
  });

  it('goes into several files where there are too many pages', () => {
    const files = added(site, 2);
    expect(files.map(([file]) => file)).toEqual(['sitemap.1.xml', 'sitemap.2.xml', 'sitemap.xml']);
    expect(files[2]?.[1]).toContain(
      '<sitemap><loc>https://x.test/docs/sitemap.2.xml</loc></sitemap>',
    );
  });

  it('is left out where crawlers are, or the address is not known', () => {
    expect(added({ ...site, robots: 'noindex' })).toEqual([]);
    expect(added({ ...site, siteUrl: null })).toEqual([]);
  });
});
