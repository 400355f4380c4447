import { indexFile } from '../../emit/json/site-files.ts';
import { llmsTxt } from '../../emit/markdown/llms-txt.ts';
import { robotsTxt } from '../../emit/robots-txt.ts';
import { buildHomePage } from '../../view/build-home-page.ts';
import { buildNotFoundPage } from '../../view/build-not-found-page.ts';
import type { SiteOutput } from '../output.ts';
import { json, page, text } from './make-output.ts';
import type { PlanScope } from './plan-scope.ts';

/** What there is one of: the home page, the page for addresses that lead nowhere, robots.txt … */
export function* siteOutputs({
  input,
  site,
  lists,
  counts,
  context,
}: PlanScope): Generator<SiteOutput> {
  // As many as the pages of the lists show; programs are told of what is kept out of the docs, too.
  const shown = lists.map(({ collection, listed }) => ({
    collection,
    count: listed.filter(({ isShown }) => isShown).length,
  }));
  yield page('/', buildHomePage(site.title, shown, context, input.staleAfterHours));
  yield text('robots.txt', robotsTxt(site));
  if (site.hasMarkdown) {
    const labels = counts.map(({ collection: { plural: label, path }, count }) => ({
      label,
      path,
      count,
    }));
    yield text('llms.txt', llmsTxt(site, labels));
  }
  yield json('index.json', indexFile(site, counts, context));
  const collections = counts.map(({ collection }) => collection);
  yield page('/404.html', buildNotFoundPage(collections, context));
}
