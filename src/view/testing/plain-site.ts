import type { SiteView } from '../site.ts';

/** A site without a brand and without pages. */
export const PLAIN_SITE: SiteView = {
  title: 'Shop',
  base: '/',
  siteUrl: null,
  nav: [],
  generator: 'test',
  robots: 'noindex',
  hasMarkdown: true,
  brand: {
    logo: null,
    logoDark: null,
    favicon: null,
    preview: null,
    accentHref: null,
    stylesheetHref: null,
    headerLinks: [],
    footerLinks: [],
    footer: '',
  },
};
