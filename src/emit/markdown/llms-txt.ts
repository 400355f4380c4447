import { formatNumber } from '../../messages/format-number.ts';
import { MARKDOWN } from '../../messages/markdown.ts';
import type { SiteView } from '../../view/site.ts';
import { blocks } from './document.ts';
import { anchor, plain } from './inline.ts';

const { llms } = MARKDOWN;

/**
 * `/llms.txt`, in the form of llmstxt.org: what the site is, how its files are fetched, and the
 * lists. It names lists and not resources, so that it stays as short with 10,000 models.
 *
 * @param collections every list of the site with how much it holds
 */
export function llmsTxt(
  site: SiteView,
  collections: readonly {
    readonly label: string;
    readonly path: string;
    readonly count: number;
  }[],
): string {
  const origin = site.siteUrl ?? '';
  const link = ([label, about]: readonly [string, string], file: string): string =>
    `- ${anchor(label, `${origin}${site.base}${file}`)}: ${about}`;
  return blocks([
    `# ${plain(site.title)}`,
    `> ${llms.summary(plain(site.title))}`,
    llms.how.join('\n\n'),
    `## ${llms.lists}`,
    collections.map(({ label, path, count }) =>
      link([label, formatNumber(count)], `${path}/index.md`),
    ),
    `## ${llms.project}`,
    [
      link(llms.home, 'index.md'),
      link(llms.runs, 'runs/index.md'),
      link(llms.healthPage, 'health/index.md'),
      link(llms.lineage, 'lineage/index.md'),
    ],
    `## ${llms.programs}`,
    [link(llms.index, 'index.json'), link(llms.openapi, 'openapi.json')],
    `## ${llms.optional}`,
    [link(llms.graph, 'lineage/index.json'), link(llms.artifacts, 'artifacts/index.md')],
  ]);
}
