import { statusRank, STATUS_KINDS } from '../runs/status.ts';
import { shownArguments } from '../runs/command.ts';
import type { Run, RunResult } from '../runs/run.ts';
import { codeCell, facts, numberCell, textCell } from './cells.ts';
import { statusView, type ViewContext } from './context.ts';
import { formatNumber } from './format-number.ts';
import { formatTime } from './format-time.ts';
import { paginate } from './paginate.ts';
import { criteriaText } from './resource/facts.ts';
import type { FreshnessRow, LogView, RunPageView, RunResultRow } from './run-page.ts';
import type { RunRow, RunsPageView } from './runs-page.ts';
import { slugs } from './slug.ts';
import type { StatusView } from './status-view.ts';

/** Lines of a log that a page shows; warnings and errors first in line for a place. */
const MOST_LOG_LINES = 400;
/** Links to skipped resources under one failure. */
const MOST_BLOCKED = 50;

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
export function runRow(run: Run, context: ViewContext): RunRow {
  const kinds = [...run.results, ...run.freshness].map(({ kind }) => kind);
  return {
    id: run.id,
    href: context.links.runHref(run.id),
    status: runStatus(run),
    command: run.command,
    startedAt: run.startedAt,
    elapsed: run.elapsed,
    counts: STATUS_KINDS.map((kind) => ({
      status: { word: COUNT_WORDS[kind], kind },
      count: kinds.filter((other) => other === kind).length,
    })).filter(({ count }) => count > 0),
    resultCount: kinds.length,
    dbtVersion: run.dbtVersion,
  };
}

const COUNT_WORDS = {
  success: 'passed',
  warn: 'warned',
  error: 'failed',
  skipped: 'skipped',
  partial: 'partly succeeded',
  none: 'unknown',
} as const;

function runStatus(run: Run): StatusView {
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

/** The page of one run. `index` is its place in the history, newest first. */
export function buildRunPage(run: Run, index: number, context: ViewContext): RunPageView {
  const { links, history } = context;
  const anchors = slugs(run.results.map((result) => result.uniqueId));
  const results = run.results.map((result) =>
    resultRow(result, `node-${anchors.get(result.uniqueId) ?? ''}`, context),
  );
  const blocked = blockedBy(run, context);
  const previous = history.runs[index + 1];
  const next = history.runs[index - 1];
  const path = links.runPath(run.id);
  const title = `${run.command}${run.startedAt === null ? '' : `, ${formatTime(run.startedAt)}`}`;
  return {
    page: 'run',
    head: {
      title,
      description: '',
      href: links.href(path),
      jsonHref: links.href(`${path.slice(0, -1)}.json`),
      breadcrumbs: [
        { label: 'Runs', href: links.href('/runs/') },
        { label: title, href: null },
      ],
    },
    run: runRow(run, context),
    facts: runFacts(run),
    notices: run.hasRun
      ? []
      : [
          {
            title: 'Nothing was built or tested',
            text: `dbt ${run.which ?? ''} marks what it looked at as success without running it, so these results don’t count as outcomes anywhere on this site.`,
          },
        ],
    failures: results
      .filter(({ status }) => status.kind === 'error' || status.kind === 'partial')
      .sort((a, b) => statusRank(a.status.kind) - statusRank(b.status.kind))
      .map((row) => ({
        ...row,
        blocked: links.links((blocked.get(row.link.uniqueId) ?? []).slice(0, MOST_BLOCKED)),
      })),
    results,
    resultsEmpty:
      results.length === 0 && run.freshness.length === 0
        ? {
            title: 'No results',
            text: 'This invocation ran nothing, or stopped before it wrote its results. Its log may say more.',
            command: null,
          }
        : null,
    freshness: run.freshness.map((result) => freshnessRow(result, context)),
    previousHref: previous === undefined ? null : links.runHref(previous.id),
    nextHref: next === undefined ? null : links.runHref(next.id),
    log: logView(run),
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
    blocked: [],
  };
}

/** unique_id of each failure → what was skipped in this run because it lies downstream of it, in order of start. */
function blockedBy(run: Run, context: ViewContext): Map<string, string[]> {
  const failed = new Set(
    run.results.filter((result) => result.kind === 'error').map((result) => result.uniqueId),
  );
  const skipped = new Set(
    run.results.filter((result) => result.kind === 'skipped').map((result) => result.uniqueId),
  );
  const blocked = new Map<string, string[]>();
  if (failed.size === 0 || skipped.size === 0) return blocked;
  for (const id of failed) {
    // A failing test blocks what lies below the resource that it tests.
    const details = context.project.resources.get(id)?.details;
    const starts =
      details?.kind === 'test' && details.attachedNode !== null ? [id, details.attachedNode] : [id];
    blocked.set(id, reachable(starts, skipped, context));
  }
  return blocked;
}

function reachable(
  starts: readonly string[],
  within: ReadonlySet<string>,
  context: ViewContext,
): string[] {
  const { children, dependentTests } = context.project;
  const seen = new Set<string>();
  const queue = [...starts];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const next of [...(children.get(id) ?? []), ...(dependentTests.get(id) ?? [])]) {
      if (!within.has(next) || seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return [...seen].sort();
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
