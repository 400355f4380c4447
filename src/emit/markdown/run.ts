import { MARKDOWN } from '../../messages/markdown.ts';
import { cut } from '../../view/cut.ts';
import { formatDuration } from '../../view/format-duration.ts';
import { formatTime } from '../../view/format-time.ts';
import type { RunFailure, RunPageView } from '../../view/run-page.ts';
import { blocks, capped, footer, section } from './document.ts';
import { code, factLines, joined, linkTo, plain } from './inline.ts';
import { nextPage } from './lists.ts';

const MOST_FAILURES = 30;
const LONGEST_MESSAGE = 300;

/** One run: what failed first, then a line for each result. */
export function runMarkdown(view: RunPageView, base: string): string {
  const { run } = view;
  return blocks([
    `# ${plain(view.head.title)}`,
    joined([
      code(run.command),
      plain(run.status.word),
      run.startedAt === null ? null : formatTime(run.startedAt),
      run.elapsed === null ? null : formatDuration(run.elapsed),
      run.counts.map(({ count, status }) => `${count} ${plain(status.word)}`).join(', '),
    ]),
    view.notices.map(
      ({ title, text }) => `> ${plain(title)}: ${plain(cut(text, LONGEST_MESSAGE))}`,
    ),
    factLines(view.facts, base),
    section(
      MARKDOWN.failures,
      capped(
        view.failures.map((failure) => failureLine(failure, base)),
        MOST_FAILURES,
        view.failuresLeftOut,
      ),
    ),
    section(
      MARKDOWN.results,
      view.results.map(
        ({ link, status, executionTime }) =>
          `- ${linkTo(link, base)}: ${joined([
            plain(status.word),
            executionTime === null ? null : formatDuration(executionTime),
          ])}`,
      ),
    ),
    section(
      MARKDOWN.freshness,
      capped(
        view.freshness.map(
          ({ link, status, age }) =>
            `- ${linkTo(link, base)}: ${joined([
              plain(status.word),
              age === null ? null : formatDuration(age),
            ])}`,
        ),
        view.freshness.length,
        view.freshnessLeftOut,
      ),
    ),
    nextPage(view.pagination, base),
    footer(view.head),
  ]);
}

function failureLine({ link, status, message, blockedCount }: RunFailure, base: string): string {
  return `- ${linkTo(link, base)}: ${joined([
    plain(status.word),
    message === null ? null : plain(cut(message, LONGEST_MESSAGE)),
    blockedCount === 0 ? null : MARKDOWN.blocked(blockedCount),
  ])}`;
}
