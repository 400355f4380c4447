import { formatNumber } from '../../messages/format-number.ts';
import { HOME } from '../../messages/home.ts';
import { MARKDOWN } from '../../messages/markdown.ts';
import type { FailedRun, HomePageView } from '../../view/home-page.ts';
import { markdownHref } from '../../view/markdown-twin.ts';
import { blocks, capped, footer, section } from './document.ts';
import { anchor, factLines, linksTo, linkTo, plain, summary } from './inline.ts';
import { runLine } from './lists.ts';

const MOST_RUNS = 5;
const LONGEST_OVERVIEW = 600;

/** The first page. */
export function homeMarkdown(view: HomePageView, base: string): string {
  return blocks([
    `# ${plain(view.title)}`,
    summary(view.overview, LONGEST_OVERVIEW),
    factLines(view.facts, base),
    view.tiles.map(
      ({ label, count, note }) =>
        `- ${plain(label)}: ${count === null ? '—' : formatNumber(count)} (${plain(note)})`,
    ),
    section(
      MARKDOWN.health,
      view.health.map(
        ({ word, count, href }) =>
          `- ${anchor(word, markdownHref(href, base))}: ${formatNumber(count)}`,
      ),
    ),
    section(
      MARKDOWN.attention,
      capped(
        [
          ...(view.failedRun === null ? [] : [failedRunLine(view.failedRun, base)]),
          ...view.attention.map(({ link, reason }) => `- ${linkTo(link, base)}: ${plain(reason)}`),
        ],
        view.attention.length + 1,
        view.attentionLeftOut,
      ),
    ),
    ...(view.changes === null
      ? []
      : [
          section(
            HOME.changes.title,
            view.changes.groups.flatMap(({ title, rows }) =>
              rows.map(
                ({ link, text }) => `- ${plain(title)}: ${linkTo(link, base)}: ${plain(text)}`,
              ),
            ),
          ),
        ]),
    section(
      MARKDOWN.runs,
      view.runs.slice(0, MOST_RUNS).map((run) => runLine(run, base)),
    ),
    section(
      MARKDOWN.start,
      view.entryPoints.map(({ label, links }) => `- ${plain(label)}: ${linksTo(links, 0, base)}`),
    ),
    section(
      MARKDOWN.lists,
      view.collections.map(
        ({ label, href, count }) =>
          `- ${anchor(label, markdownHref(href, base))}: ${formatNumber(count)}`,
      ),
    ),
    footer(view.head),
  ]);
}

function failedRunLine({ command, href, message }: FailedRun, base: string): string {
  const words = `- ${anchor(command, markdownHref(href, base))} ${HOME.attention.failedRun}`;
  return message === null ? words : `${words}: ${plain(message)}`;
}
