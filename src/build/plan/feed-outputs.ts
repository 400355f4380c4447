import { atomFeed } from '../../emit/feeds/atom-feed.ts';
import { jsonFeed } from '../../emit/feeds/json-feed.ts';
import { buildFeeds } from '../../view/feeds/build-feeds.ts';
import type { SiteOutput } from '../output.ts';
import { group, json, text } from './make-output.ts';
import type { PlanScope } from './plan-scope.ts';

/** What began to fail and what recovered, as Atom and as JSON Feed: of the site, and of each owner, tag and exposure. */
export function* feedOutputs({ site, context, prints }: PlanScope): Generator<SiteOutput> {
  const { project, history } = context;
  const key = [
    JSON.stringify([site.title, site.siteUrl, site.generator, project.facts, history.target]),
    prints.ofStructure(),
    ...[...project.resources.values()].map(({ uniqueId, label, owner, tags, details }) =>
      [
        prints.ofResults(uniqueId),
        label,
        owner?.name,
        details.kind === 'test' ? details.testName : null,
        ...tags,
      ].join('\t'),
    ),
    ...history.runs.flatMap(({ id, errors }) => (errors.length === 0 ? [] : history.runKey(id))),
  ];
  yield group('feeds', key, function* () {
    for (const feed of buildFeeds(site.title, context)) {
      const file = `${feed.folder.slice(1)}feed`;
      yield text(`${file}.atom`, atomFeed(feed, site));
      yield json(`${file}.json`, jsonFeed(feed, site));
    }
  });
}
