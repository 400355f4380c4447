import { formatNumber } from '../../messages/format-number.ts';
import { MARKDOWN } from '../../messages/markdown.ts';
import type {
  HealthPageView,
  HealthStatePageView,
  RulePageView,
  RuleRow,
} from '../../view/health-page.ts';
import { markdownHref } from '../../view/markdown-twin.ts';
import { blocks, footer, section } from './document.ts';
import { anchor, code, joined, linkTo, plain } from './inline.ts';
import { nextPage } from './lists.ts';

/** Can it be trusted, and what should be fixed next. */
export function healthMarkdown(view: HealthPageView, base: string): string {
  const rule = ({ title, severity, href, count, unanswered }: RuleRow): string =>
    `- ${anchor(title, markdownHref(href, base))}: ${joined([
      severity,
      count === null ? null : formatNumber(count),
      unanswered === null ? null : plain(unanswered),
    ])}`;
  return blocks([
    `# ${plain(view.head.title)}`,
    view.states.map(
      ({ word, count, meaning, href }) =>
        `- ${anchor(word, markdownHref(href, base))}: ${formatNumber(count)} (${plain(meaning)})`,
    ),
    section(MARKDOWN.rules, [...view.found, ...view.unanswered].map(rule)),
    section(MARKDOWN.passing, view.passing.map(rule)),
    footer(view.head),
  ]);
}

/** A rule and what it found. */
export function ruleMarkdown(view: RulePageView, base: string): string {
  return blocks([
    `# ${plain(view.title)}`,
    joined([code(view.name), view.severity, plain(view.summary)]),
    `${MARKDOWN.why}: ${plain(view.why)}`,
    `${MARKDOWN.fix}: ${plain(view.fix)}`,
    view.rows.map(
      ({ link, detail, filePath }) =>
        `- ${joined([
          link === null ? null : linkTo(link, base),
          plain(detail),
          filePath === null ? null : code(filePath),
        ])}`,
    ),
    nextPage(view.pagination, base),
    footer(view.head),
  ]);
}

/** Everything that is in one state. */
export function stateMarkdown(view: HealthStatePageView, base: string): string {
  return blocks([
    `# ${plain(view.title)}`,
    plain(view.meaning),
    view.rows.map(
      ({ link, reasons }) =>
        `- ${linkTo(link, base)}: ${reasons.map(({ text }) => plain(text)).join('; ')}`,
    ),
    nextPage(view.pagination, base),
    footer(view.head),
  ]);
}
