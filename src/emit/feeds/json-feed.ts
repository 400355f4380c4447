import type { z } from 'zod';
import type { FeedView } from '../../view/feeds/feed.ts';
import { API_VERSION } from '../api-version.ts';
import type { feedFileSchema } from '../schemas/feed.ts';
import type { FeedSite } from './atom-feed.ts';

/**
 * A feed as JSON Feed 1.1, whose addresses are absolute: without the site's own they are left out. Those that every
 * file of ours has, base included, stand in an extension.
 */
export function jsonFeed(feed: FeedView, site: FeedSite): z.input<typeof feedFileSchema> {
  const { siteUrl } = site;
  const json = `${site.base.slice(0, -1)}${feed.folder}feed.json`;
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    ...(siteUrl === null
      ? {}
      : { home_page_url: `${siteUrl}${feed.href}`, feed_url: `${siteUrl}${json}` }),
    description: feed.summary,
    language: 'en',
    authors: [{ name: site.title }],
    _dbt_workbench: { api_version: API_VERSION, href: feed.href, json },
    items: feed.entries.map((entry) => ({
      id: `urn:uuid:${entry.id}`,
      ...(siteUrl === null ? {} : { url: `${siteUrl}${entry.href}` }),
      title: entry.title,
      content_text: entry.text,
      date_published: entry.at,
      tags: [entry.turn, ...(entry.resourceType === null ? [] : [entry.resourceType])],
      _dbt_workbench: {
        turn: entry.turn,
        unique_id: entry.uniqueId,
        href: entry.href,
        run: entry.runJson,
      },
    })),
  };
}
