import { z } from 'zod';
import { apiVersion, href, json } from './common.ts';

/** `feed.json` of the site, an owner, a tag or an exposure: a JSON Feed, https://www.jsonfeed.org/version/1.1/. */
export const feedFileSchema = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  home_page_url: z.url().optional().describe('Absent where the site doesn’t know its address.'),
  feed_url: z.url().optional(),
  description: z.string(),
  language: z.string(),
  authors: z.array(z.strictObject({ name: z.string() })),
  _dbt_workbench: z.strictObject({ api_version: apiVersion, href, json }),
  items: z
    .array(
      z.strictObject({
        id: z.string().describe('The same for the same event, whenever the site is built.'),
        url: z.url().optional().describe('Absent where the site doesn’t know its address.'),
        title: z.string(),
        content_text: z.string(),
        date_published: z.iso.datetime(),
        tags: z.array(z.string()).describe('`failed` or `recovered`, and the resource type.'),
        _dbt_workbench: z.strictObject({
          turn: z.enum(['failed', 'recovered']),
          unique_id: z.string().nullable().describe('null for a run that failed as a whole.'),
          href: href.describe('The result’s place on the page of its run.'),
          run: z.string().describe('URL of the run’s JSON file.'),
        }),
      }),
    )
    .describe('Newest first, at most 50.'),
});
