import type { RunSummary } from '../runs/run.ts';
import { statusKind } from '../runs/status.ts';
import type { ViewContext } from './context.ts';
import { formatNumber } from '../messages/format-number.ts';
import type { Trigger } from '../runs/trigger.ts';
import { paginate } from './paginate.ts';
import {
  type CountKey,
  RESULT_COUNTS,
  type RunRow,
  type RunsPageView,
  type TriggerView,
} from './runs-page.ts';
import type { StatusView } from './status-view.ts';

/** The pages of the list of runs. */
export function buildRunsPages(
  context: ViewContext,
): { readonly path: string; readonly view: RunsPageView }[] {
  const { links, history } = context;
  const rows = history.runs.map((run) => runRow(run, context));
  return paginate(rows, '/runs/', links.href).map(({ rows: pageRows, path, pagination }) => ({
    path,
    view: {
      page: 'runs',
      head: {
        title: 'Runs',
        description: 'What dbt ran, and how it went',
        href: links.href(path),
        jsonHref: links.href('/runs/index.json'),
        feedsHref: links.href('/'),
        breadcrumbs: [],
      },
      summary: `${formatNumber(rows.length)} ${rows.length === 1 ? 'run' : 'runs'}`,
      rows: pageRows,
      pagination,
      empty:
        rows.length === 0
          ? {
              title: 'No run results',
              text: 'Without run_results.json this site can’t tell what ran, what failed and how long it took. Keep the files of past runs in runs/<name>/.',
              command: 'dbt build',
            }
          : null,
    },
  }));
}

/** A run in a list. */
export function runRow(run: RunSummary, context: ViewContext): RunRow {
  const { results, freshness, statuses } = run.tally;
  const counts = Object.entries(statuses);
  return {
    id: run.id,
    href: context.links.runHref(run.id),
    status: runStatus(run),
    command: run.command,
    startedAt: run.startedAt,
    elapsed: run.elapsed,
    counts: RESULT_COUNTS.map((key) => ({
      key,
      status: {
        word: COUNT_WORDS[key],
        kind: key === 'no_op' || key === 'reused' ? ('skipped' as const) : key,
      },
      count: counts.reduce((sum, [word, count]) => sum + (countKey(word) === key ? count : 0), 0),
    })).filter(({ count }) => count > 0),
    resultCount: run.isLogOnly ? null : results + freshness,
    dbtVersion: run.dbtVersion,
    target: run.target,
    trigger: triggerView(run.trigger),
  };
}

function triggerView(trigger: Trigger | null): TriggerView | null {
  if (trigger === null) return null;
  const { system, job, reason, branch, commit, actor, url } = trigger;
  const why = reason ?? job;
  return {
    text: why === null ? system : `${system}: ${why}`,
    title: [system, job, reason, branch, commit?.slice(0, 12), actor].filter(Boolean).join(' · '),
    href: url,
  };
}

function countKey(word: string): CountKey {
  if (word === 'no-op') return 'no_op';
  return word === 'reused' ? 'reused' : statusKind(word);
}

const COUNT_WORDS = {
  success: 'passed',
  warn: 'warned',
  error: 'failed',
  skipped: 'skipped',
  partial: 'partly succeeded',
  none: 'unknown',
  no_op: 'no-op',
  reused: 'reused',
} as const satisfies Record<CountKey, string>;

function runStatus(run: RunSummary): StatusView {
  const words = {
    success: run.hasRun ? 'success' : 'finished',
    warn: 'warnings',
    error: 'failed',
    skipped: 'skipped',
    partial: 'partial success',
    none: 'no results',
  } as const;
  return { word: words[run.kind], kind: run.kind };
}
