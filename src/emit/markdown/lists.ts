import { MARKDOWN } from '../../messages/markdown.ts';
import { RUNS } from '../../messages/runs.ts';
import { cut } from '../../view/cut.ts';
import { formatDuration } from '../../view/format-duration.ts';
import { formatTime } from '../../view/format-time.ts';
import type { LineagePageView } from '../../view/lineage-page.ts';
import type { ListPageView, ListRow, Pagination } from '../../view/list-page.ts';
import { markdownHref } from '../../view/markdown-twin.ts';
import type { RunGridPageView } from '../../view/run-grid-page.ts';
import type { RunRow, RunsPageView } from '../../view/runs-page.ts';
import { blocks, footer } from './document.ts';
import { anchor, joined, linksTo, linkTo, plain } from './inline.ts';

const LONGEST_SUMMARY = 120;

/** A list of resources, a line each. */
export function listMarkdown(view: ListPageView, base: string): string {
  return blocks([
    `# ${plain(view.title)}`,
    plain(view.summary),
    view.rows.map((row) => rowLine(row, base)),
    nextPage(view.pagination, base),
    footer(view.head),
  ]);
}

function rowLine({ uniqueId, name, href, summary, cells }: ListRow, base: string): string {
  const states = cells.flatMap((cell) => {
    if (cell.kind === 'status') return [plain(cell.status.word)];
    return cell.kind === 'health' ? [cell.state] : [];
  });
  const about = joined([...states, plain(cut(summary, LONGEST_SUMMARY))]);
  const link = linkTo({ uniqueId, name, resourceType: '', href }, base);
  return `- ${link}${about === '' ? '' : `: ${about}`}`;
}

/** All runs, newest first. */
export function runsMarkdown(view: RunsPageView, base: string): string {
  return blocks([
    `# ${plain(view.head.title)}`,
    plain(view.summary),
    view.rows.map((run) => runLine(run, base)),
    nextPage(view.pagination, base),
    footer(view.head),
  ]);
}

/** What was not always green in the runs of a period: how often it ended in which way. */
export function runGridMarkdown({ head, grid, older }: RunGridPageView, base: string): string {
  return blocks([
    `# ${plain(head.title)}`,
    grid.rows.map(({ link, cells }) => {
      const words = cells.flatMap((cell) => cell?.status.word ?? []);
      const counts = [...Map.groupBy(words, (word) => word)].map(
        ([word, { length }]) => `${length} ${plain(word)}`,
      );
      return `- ${linkTo(link, base)}: ${counts.join(', ')}`;
    }),
    older === null ? '' : anchor(RUNS.grid.older(older.label), markdownHref(older.href, base)),
    footer(head),
  ]);
}

/** A run in one line. */
export function runLine(run: RunRow, base: string): string {
  return `- ${anchor(cut(run.command, 120), markdownHref(run.href, base))}: ${joined([
    plain(run.status.word),
    run.startedAt === null ? null : formatTime(run.startedAt),
    run.elapsed === null ? null : formatDuration(run.elapsed),
    run.counts.map(({ count, status }) => `${count} ${plain(status.word)}`).join(', '),
  ])}`;
}

/** What everything depends on and what uses it. */
export function lineageMarkdown(view: LineagePageView, base: string): string {
  return blocks([
    `# ${plain(view.head.title)}`,
    plain(view.summary),
    view.rows.map(({ link, parents, parentsLeftOut, children, childrenLeftOut }) => {
      const up = linksTo(parents, parentsLeftOut, base);
      const down = linksTo(children, childrenLeftOut, base);
      return `- ${linkTo(link, base)}${up === '' ? '' : ` ← ${up}`}${down === '' ? '' : ` → ${down}`}`;
    }),
    nextPage(view.pagination, base),
    footer(view.head),
  ]);
}

/** Where a list goes on. */
export function nextPage(pagination: Pagination | null, base: string): string {
  const href = pagination?.nextHref ?? null;
  return href === null ? '' : anchor(MARKDOWN.nextPage, markdownHref(href, base));
}
