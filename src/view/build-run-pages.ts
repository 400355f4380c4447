import { shownArguments } from '../runs/command.ts';
import type { Run, RunResult } from '../runs/run.ts';
import { statusRank } from '../runs/status.ts';
import { batchesText } from './batches-text.ts';
import { createBlocked } from './blocked.ts';
import { runRow } from './build-runs-pages.ts';
import { codeCell, facts, numberCell, textCell } from './cells.ts';
import { statusView, type ViewContext } from './context.ts';
import { formatTime } from './format-time.ts';
import { paginate, ROWS_A_PAGE, type PageOf } from './paginate.ts';
import { resultAnchors } from './result-place.ts';
import { criteriaText } from './resource/facts.ts';
import type { FreshnessRow, LogView, RunPageView, RunResultRow } from './run-page.ts';

/** Failures that a page spells out; all of them are among the results. */
const MOST_FAILURES = 100;
/** Lines of a log that a page shows; warnings and errors first in line for a place. */
const MOST_LOG_LINES = 400;
/** Links to skipped resources under one failure. */
const MOST_BLOCKED = 50;

/** The pages of one run: what came of it and its first results, then pages of results only. `index` is its place in the history, newest first. */
export function buildRunPages(
  run: Run,
  index: number,
  context: ViewContext,
): { readonly path: string; readonly view: RunPageView }[] {
  const { links } = context;
  const anchors = resultAnchors(run.results.map((result) => result.uniqueId));
  const rows = run.results.map((result) =>
    resultRow(result, anchors.get(result.uniqueId) ?? '', context),
  );
  const runPath = links.runPath(run.id);
  const pages = paginate(rows, runPath, links.href);
  const title = `${run.command}${run.startedAt === null ? '' : `, ${formatTime(run.startedAt)}`}`;
  const summary = runRow(run, context);
  return pages.map(({ rows: results, path, pagination }) => {
    const isFirst = path === runPath;
    return {
      path,
      view: {
        page: 'run',
        head: {
          title: isFirst ? title : `${title}, page ${pagination?.number ?? 1}`,
          description: '',
          href: links.href(path),
          jsonHref: isFirst ? links.href(`${path.slice(0, -1)}.json`) : null,
          breadcrumbs: [
            { label: 'Runs', href: links.href('/runs/') },
            { label: title, href: isFirst ? null : links.href(runPath) },
            ...(isFirst ? [] : [{ label: `Page ${pagination?.number ?? 1}`, href: null }]),
          ],
        },
        run: summary,
        ...(isFirst ? firstPage(run, index, pages, context) : LATER_PAGE),
        results,
        pagination,
      },
    };
  });
}

type FirstPage = Omit<RunPageView, 'page' | 'head' | 'run' | 'results' | 'pagination'>;

/** The first page says it all; only results go on. */
const LATER_PAGE: FirstPage = {
  facts: [],
  notices: [],
  failures: [],
  failuresLeftOut: 0,
  resultsEmpty: null,
  freshness: [],
  freshnessLeftOut: 0,
  previousHref: null,
  nextHref: null,
  log: null,
};

function firstPage(
  run: Run,
  index: number,
  pages: readonly PageOf<RunResultRow>[],
  context: ViewContext,
): FirstPage {
  const { links, history } = context;
  const previous = history.runs[index + 1];
  const next = history.runs[index - 1];
  const freshness = run.freshness
    .map((result) => freshnessRow(result, context))
    .sort((a, b) => statusRank(a.status.kind) - statusRank(b.status.kind));
  return {
    facts: runFacts(run),
    notices: noticesOf(run),
    ...failuresOf(run, pages, context),
    resultsEmpty:
      run.results.length === 0 && run.freshness.length === 0
        ? { title: 'No results', text: whyNoResults(run), command: null }
        : null,
    freshness: freshness.slice(0, ROWS_A_PAGE),
    freshnessLeftOut: Math.max(0, freshness.length - ROWS_A_PAGE),
    previousHref: previous === undefined ? null : links.runHref(previous.id),
    nextHref: next === undefined ? null : links.runHref(next.id),
    log: logView(run),
  };
}

function noticesOf(run: Run): RunPageView['notices'] {
  if (run.errors.length > 0) {
    return run.errors.map((text) => ({ tone: 'error', title: 'The command failed', text }));
  }
  if (run.hasRun || run.results.length === 0) return [];
  return [
    {
      tone: 'info',
      title: 'Nothing was built or tested',
      text: `dbt ${run.which ?? ''} marks what it looked at as success without running it, so these results don’t count as outcomes anywhere on this site.`,
    },
  ];
}

function whyNoResults({ errors, hasRun, isLogOnly, which }: Run): string {
  if (errors.length > 0) return 'The command failed before it had any.';
  if (!hasRun) return `dbt ${which ?? ''} builds and tests nothing.`;
  return isLogOnly
    ? 'Only the log of this invocation was found, so what came of it is unknown.'
    : 'Nothing was selected, or the invocation stopped before it ran anything. Its log may say more.';
}

/** The failures that a page shows, each with where its result stands: on this page or a later one. */
function failuresOf(
  run: Run,
  pages: readonly PageOf<RunResultRow>[],
  context: ViewContext,
): Pick<RunPageView, 'failures' | 'failuresLeftOut'> {
  const { links } = context;
  const failed = pages
    .flatMap(({ rows, path }, at) =>
      rows.map((row) => ({
        row,
        resultHref: `${at === 0 ? '' : links.href(path)}#${row.anchor}`,
      })),
    )
    .filter(({ row }) => row.status.kind === 'error' || row.status.kind === 'partial')
    .sort((a, b) => statusRank(a.row.status.kind) - statusRank(b.row.status.kind));
  const blockedBy = createBlocked(run, context.project);
  return {
    failures: failed.slice(0, MOST_FAILURES).map(({ row, resultHref }) => {
      const blocked = blockedBy(row.link.uniqueId);
      return {
        ...row,
        resultHref,
        blocked: links.links(blocked.slice(0, MOST_BLOCKED)),
        blockedCount: blocked.length,
        blockedLeftOut: Math.max(0, blocked.length - MOST_BLOCKED),
      };
    }),
    failuresLeftOut: Math.max(0, failed.length - MOST_FAILURES),
  };
}

function resultRow(result: RunResult, anchor: string, context: ViewContext): RunResultRow {
  return {
    anchor,
    link: context.links.link(result.uniqueId),
    status: statusView(result.status),
    threadId: result.threadId,
    startedAt: result.startedAt,
    compileTime: result.compileTime,
    executeTime: result.executeTime,
    executionTime: result.executionTime,
    failures: result.failures,
    rowsAffected: result.rowsAffected,
    message: result.message,
    batches: batchesText(result.batches),
  };
}

function freshnessRow(result: Run['freshness'][number], context: ViewContext): FreshnessRow {
  return {
    link: context.links.link(result.uniqueId),
    status: statusView(result.status),
    maxLoadedAt: result.maxLoadedAt,
    snapshottedAt: result.snapshottedAt,
    age: result.age,
    criteria: criteriaText(result),
    error: result.error,
  };
}

function runFacts(run: Run): RunPageView['facts'] {
  return facts([
    ['Command', codeCell(run.command, true)],
    ['Started', run.startedAt === null ? null : { kind: 'time', iso: run.startedAt }],
    ['Duration', run.elapsed === null ? null : { kind: 'duration', seconds: run.elapsed }],
    ['dbt version', run.dbtVersion === null ? null : textCell(run.dbtVersion)],
    ['Target', run.target === null ? null : textCell(run.target)],
    ['Threads', run.threads === null ? null : numberCell(run.threads)],
    ['Invocation', run.invocationId === null ? null : codeCell(run.invocationId, true)],
    ['Read from', codeCell(run.folder)],
    ['Variables', varsCell(run)],
  ]);
}

function varsCell(run: Run): RunPageView['facts'][number]['value'] | null {
  const vars = shownArguments(run.args).find(([name]) => name === 'vars')?.[1];
  return vars === undefined || vars === '{}' ? null : codeCell(vars);
}

function logView({ log }: Run): LogView | null {
  if (log === null || log.entries.length === 0) return null;
  const important = log.entries.filter(({ level }) => level === 'warn' || level === 'error');
  const rest = log.entries.filter(
    ({ level }) => level !== 'warn' && level !== 'error' && level !== 'debug',
  );
  const chosen = new Set([...important, ...rest].slice(0, MOST_LOG_LINES));
  const lines = log.entries.filter((entry) => chosen.has(entry));
  return {
    lines: lines.map(({ at, level, message }) => ({ at, level, message })),
    leftOut: log.entries.length - lines.length,
  };
}
