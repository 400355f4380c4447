import { RUNS } from '../messages/runs.ts';
import { compareText } from '../project/order.ts';
import type { RunSummary } from '../runs/run.ts';
import { STATUS_KINDS } from '../runs/status.ts';
import type { Trigger } from '../runs/trigger.ts';
import { gridPath, periodText, shownPeriods } from './build-run-grid-pages.ts';
import type { ViewContext } from './context.ts';
import { paginate } from './paginate.ts';
import { GRID_RUNS, gridRuns, runGrid } from './runs/grid.ts';
import { commandMedians } from './runs/medians.ts';
import { countsOfWords, resultCounts, runStatus } from './runs/run-words.ts';
import type {
  FilterOption,
  RunFilterView,
  RunRow,
  RunsPageView,
  TriggerView,
} from './runs-page.ts';

/** Where it stands which nodes each run has results of. A run's own slug is never `index`. */
export const RUN_NODES_PATH = '/runs/index/nodes.json';

/** The pages of the list of runs. */
export function buildRunsPages(
  context: ViewContext,
): { readonly path: string; readonly view: RunsPageView }[] {
  const { links, history } = context;
  const medians = commandMedians(history.runs);
  const rows = history.runs.map((run) => ({
    ...runRow(run, context),
    median: medians.get(run.id) ?? null,
  }));
  const filter = filterView(history.runs);
  const newest = gridRuns(history.runs).slice(0, GRID_RUNS);
  const listHref = links.href('/runs/');
  return paginate(rows, '/runs/', links.href).map(({ rows: pageRows, path, pagination }) => ({
    path,
    view: {
      page: 'runs',
      head: {
        title: RUNS.title,
        description: RUNS.description,
        href: links.href(path),
        jsonHref: links.href('/runs/index.json'),
        feedsHref: links.href('/'),
        breadcrumbs: [],
      },
      summary: RUNS.count(rows.length),
      rows: pageRows,
      pagination,
      empty: rows.length === 0 ? { ...RUNS.empty, command: 'dbt build' } : null,
      filter,
      ...((pagination?.number ?? 1) === 1 && newest.length > 1
        ? {
            grid: runGrid(newest, context),
            gridPeriods: shownPeriods(context).map((period) => ({
              label: periodText(period),
              href: links.href(gridPath(period)),
              runs: period.runs.length,
            })),
          }
        : { grid: null, gridPeriods: [] }),
      listHref,
      nodesHref: links.href(RUN_NODES_PATH),
    },
  }));
}

/** What the runs differ in; null of one run. */
function filterView(runs: readonly RunSummary[]): RunFilterView | null {
  if (runs.length < 2) return null;
  const options = (values: readonly (string | null)[]): FilterOption[] =>
    [...new Set(values.filter((value) => value !== null))]
      .sort(compareText)
      .map((value) => ({ value, text: value }));
  return {
    statuses: STATUS_KINDS.filter((kind) => runs.some((run) => run.kind === kind)).map((kind) => ({
      value: kind,
      text: RUNS.status[kind],
    })),
    commands: options(runs.map(({ which }) => which)),
    targets: options(runs.map(({ target }) => target)),
  };
}

/** A run in a list. */
export function runRow(run: RunSummary, context: ViewContext): RunRow {
  const { results, freshness, statuses } = run.tally;
  return {
    id: run.id,
    href: context.links.runHref(run.id),
    status: runStatus(run),
    command: run.command,
    startedAt: run.startedAt,
    elapsed: run.elapsed,
    counts: resultCounts(countsOfWords(statuses)),
    resultCount: run.isLogOnly ? null : results + freshness,
    dbtVersion: run.dbtVersion,
    target: run.target,
    trigger: triggerView(run.trigger),
  };
}

/** What started a run, in few words. */
export function triggerView(trigger: Trigger | null): TriggerView | null {
  if (trigger === null) return null;
  const { system, job, reason, branch, commit, actor, url } = trigger;
  const why = reason ?? job;
  return {
    text: why === null ? system : `${system}: ${why}`,
    title: [system, job, reason, branch, commit?.slice(0, 12), actor].filter(Boolean).join(' · '),
    href: url,
  };
}
