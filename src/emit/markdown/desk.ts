import { formatNumber } from '../../messages/format-number.ts';
import { MARKDOWN } from '../../messages/markdown.ts';
import type { DeskPageView, DesksPageView } from '../../view/desk-page.ts';
import { markdownHref } from '../../view/markdown-twin.ts';
import { blocks, capped, footer, section } from './document.ts';
import { anchor, cellText, joined, linksTo, linkTo, plain } from './inline.ts';
import { nextPage } from './lists.ts';

/** All owners, or all tags. */
export function desksMarkdown(view: DesksPageView, base: string): string {
  return blocks([
    `# ${plain(view.title)}`,
    plain(view.summary),
    view.rows.map(
      ({ name, href, count, states }) =>
        `- ${anchor(name, markdownHref(href, base))}: ${joined([formatNumber(count), stateText(states)])}`,
    ),
    nextPage(view.pagination, base),
    footer(view.head),
  ]);
}

/** What belongs to an owner or a tag, and what is wrong with it. */
export function deskMarkdown(view: DeskPageView, base: string): string {
  return blocks([
    `# ${plain(view.title)}`,
    joined([
      plain(view.label),
      view.email === null ? null : cellText(view.email, base),
      plain(view.summary),
      stateText(view.states),
    ]),
    section(
      MARKDOWN.attention,
      capped(
        view.trouble.map(
          ({ link, reasons }) =>
            `- ${linkTo(link, base)}: ${reasons.map(({ text }) => plain(text)).join('; ')}`,
        ),
        view.trouble.length,
        view.troubleLeftOut,
      ),
    ),
    section(
      MARKDOWN.failingTests,
      capped(
        view.tests.map(({ link, status }) => `- ${linkTo(link, base)}: ${plain(status.word)}`),
        view.tests.length,
        view.testsLeftOut,
      ),
    ),
    section(
      MARKDOWN.rules,
      view.debt.map(
        ({ title, href, severity, count }) =>
          `- ${anchor(title, markdownHref(href, base))}: ${joined([severity, count === null ? null : formatNumber(count)])}`,
      ),
    ),
    section(
      MARKDOWN.holds,
      view.lists.map(
        ({ title, rows, count }) =>
          `- ${plain(title)} (${formatNumber(count)}): ${linksTo(
            rows.map(({ link }) => link),
            count - rows.length,
            base,
          )}`,
      ),
    ),
    footer(view.head),
  ]);
}

function stateText(states: DeskPageView['states']): string {
  return states
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${formatNumber(count)} ${word.toLowerCase()}`)
    .join(', ');
}
