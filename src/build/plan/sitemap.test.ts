import { describe, expect, it } from 'vitest';
import { sitemap } from './sitemap.ts';

const site = { robots: 'index' as const, siteUrl: 'https://x.test', base: '/docs/' };
const FILES = [
  '404.html',
  'index.html',
  'index.json',
  'models/index.html',
  'models/index.md',
  'runs/index.html',
];

function made(given: Parameters<typeof sitemap>[0], most?: number) {
  return [...sitemap(given, most)].flatMap(({ make }) =>
    [...make(FILES)].flatMap((output) =>
      output.kind === 'text' ? [[output.file, output.text] as const] : [],
    ),
  );
}

describe('the sitemap', () => {
  it('names every page', () => {
    expect(made(site)).toEqual([
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
    const files = made(site, 2);
    expect(files.map(([file]) => file)).toEqual(['sitemap.1.xml', 'sitemap.2.xml', 'sitemap.xml']);
    expect(files[2]?.[1]).toContain(
      '<sitemap><loc>https://x.test/docs/sitemap.2.xml</loc></sitemap>',
    );
  });

  it('is left out where crawlers are, or the address is not known', () => {
    expect(made({ ...site, robots: 'noindex' })).toEqual([]);
    expect(made({ ...site, siteUrl: null })).toEqual([]);
  });
});
