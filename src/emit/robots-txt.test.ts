import { describe, expect, it } from 'vitest';
import { PLAIN_SITE } from '../view/testing/plain-site.ts';
import { robotsTxt } from './robots-txt.ts';

describe('robotsTxt', () => {
  it('keeps crawlers out unless the site asks for them', () => {
    expect(robotsTxt({ ...PLAIN_SITE, base: '/docs/' })).toBe('User-agent: *\nDisallow: /docs/\n');
  });

  it('names the sitemap where there is one', () => {
    const site = { ...PLAIN_SITE, robots: 'index' as const, siteUrl: 'https://x.test' };
    expect(robotsTxt(site)).toBe(
      'User-agent: *\nAllow: /\n\nSitemap: https://x.test/sitemap.xml\n',
    );
    expect(robotsTxt({ ...site, siteUrl: null })).toBe('User-agent: *\nAllow: /\n');
  });
});
