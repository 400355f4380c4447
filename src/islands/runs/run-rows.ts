import { formatNumber } from '../../messages/format-number.ts';
import { RUNS } from '../../messages/runs.ts';
import { formatDuration } from '../../view/format-duration.ts';
import { formatTime } from '../../view/format-time.ts';
import type { RunDay } from '../../view/runs/run-days.ts';
import { resultCounts, runStatus } from '../../view/runs/run-words.ts';
import { shareText } from '../../view/runs/time-change.ts';
import { element, link } from '../element.ts';
import type { RunItem } from './fetch-runs.ts';

/** The runs of a day as RunListTable.astro makes them. The table's headings say which columns there are. */
export function dayRows(
  { title, runs }: RunDay<RunItem>,
  columns: number,
  table: HTMLTableElement,
): HTMLElement {
  const head = element('th', 'group', `${title} `, element('span', '', formatNumber(runs.length)));
  head.setAttribute('scope', 'rowgroup');
  head.setAttribute('colspan', String(columns));
  const words = new Set(
    [...table.querySelectorAll('thead th')].map(({ textContent }) => textContent.trim()),
  );
  return element(
    'tbody',
    '',
    element('tr', 'group-row', head),
    ...runs.map((run) => runRow(run, words)),
  );
}

function runRow(run: RunItem, words: ReadonlySet<string>): HTMLElement {
  const { columns } = RUNS;
  const status = runStatus({ kind: run.kind, hasRun: run.has_run });
  const name = element('th', '', link(run.command, run.href, 'name'));
  name.setAttribute('scope', 'row');
  const median = run.median_elapsed_time;
  const share =
    run.elapsed_time === null || median === null ? null : shareText(median, run.elapsed_time);
  const { trigger } = run;
  const why = trigger?.reason ?? trigger?.job ?? null;
  return element(
    'tr',
    '',
    element('td', '', element('span', `st st-${status.kind}`, status.word)),
    name,
    cell(columns.started, '', timeOf(run.startedAt)),
    cell(
      columns.duration,
      'num',
      run.elapsed_time === null ? '—' : formatDuration(run.elapsed_time),
    ),
    cell(columns.median, 'num', share ?? '—'),
    element('td', '', countsOf(run)),
    ...(words.has(columns.target) ? [element('td', '', run.target ?? '—')] : []),
    ...(words.has(columns.startedBy)
      ? [
          element(
            'td',
            '',
            trigger === null
              ? '—'
              : link(why === null ? trigger.system : `${trigger.system}: ${why}`, trigger.url),
          ),
        ]
      : []),
    element('td', '', run.dbt_version ?? '—'),
  );
}

function cell(label: string, className: string, content: Node | string): HTMLElement {
  const made = element('td', className, content);
  made.dataset['label'] = label;
  return made;
}

function timeOf(iso: string | null): Node | string {
  if (iso === null) return '—';
  const time = element('time', '', formatTime(iso));
  time.setAttribute('datetime', iso);
  time.dataset['absolute'] = '';
  return time;
}

const countsClasses = 'flow counts';

function countsOf({ counts }: RunItem): HTMLElement {
  const parts = resultCounts(counts).map(({ key, status, count }) => {
    const word = element('span', key === status.kind ? 'sr' : '', ` ${status.word}`);
    const part = element('span', `st st-${status.kind}`, formatNumber(count), word);
    part.title = `${count} ${status.word}`;
    return part;
  });
  return element('span', countsClasses, ...parts);
}
