import { SITE } from '../messages/site.ts';
import type { PageHead } from './page-head.ts';

/** The title of a window: the page's own, which of several pages of a list it is, and the site's. */
export function pageTitle({ title, href }: PageHead, siteTitle: string): string {
  if (title === siteTitle) return title;
  const number = /\/page\/(\d+)\/$/.exec(href)?.[1];
  return `${number === undefined ? title : SITE.pages.numbered(title, Number(number))} · ${siteTitle}`;
}
