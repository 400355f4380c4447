import type { FeedView } from '../../view/feeds/feed.ts';

/** What a feed says of the site that it comes from. */
export interface FeedSite {
  readonly title: string;
  /** Origin of the published site; null when it isn't configured. */
  readonly siteUrl: string | null;
  /** Path that the site is served under. */
  readonly base: string;
  readonly generator: string;
}

/** What Atom wants to be told where nothing is known: a time that is plainly none. */
const NEVER = '1970-01-01T00:00:00.000Z';

/**
 * A feed as Atom (RFC 4287). Addresses are absolute where the site knows its own, else relative to the feed, which
 * Atom allows.
 */
export function atomFeed(feed: FeedView, site: FeedSite): string {
  const url = (href: string): string => text(`${site.siteUrl ?? ''}${href}`);
  const self = `${site.base.slice(0, -1)}${feed.folder}feed.atom`;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `  <id>urn:uuid:${feed.id}</id>`,
    `  <title>${text(feed.title)}</title>`,
    `  <subtitle>${text(feed.summary)}</subtitle>`,
    `  <updated>${feed.updatedAt ?? NEVER}</updated>`,
    `  <author><name>${text(site.title)}</name></author>`,
    `  <generator>${text(site.generator)}</generator>`,
    `  <link rel="self" type="application/atom+xml" href="${url(self)}"/>`,
    `  <link rel="alternate" type="text/html" href="${url(feed.href)}"/>`,
    ...feed.entries.map((entry) =>
      [
        '  <entry>',
        `    <id>urn:uuid:${entry.id}</id>`,
        `    <title>${text(entry.title)}</title>`,
        `    <updated>${entry.at}</updated>`,
        `    <published>${entry.at}</published>`,
        `    <link rel="alternate" type="text/html" href="${url(entry.href)}"/>`,
        `    <category term="${entry.turn}"/>`,
        ...(entry.resourceType === null
          ? []
          : [`    <category term="${text(entry.resourceType)}"/>`]),
        `    <content type="text">${text(entry.text)}</content>`,
        '  </entry>',
      ].join('\n'),
    ),
    '</feed>',
    '',
  ].join('\n');
}

/** Control characters and what is no character: XML 1.0 can't hold them, even escaped. */
const ILLEGAL = /(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu;

function text(value: string): string {
  return value
    .toWellFormed()
    .replace(ILLEGAL, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
