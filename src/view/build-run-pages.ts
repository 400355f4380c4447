import { RUN } from '../messages/run.ts';
import { SITE } from '../messages/site.ts';
import { isKnownCommand, shownArguments } from '../runs/command.ts';
import type { Run } from '../runs/run.ts';
import { statusRank } from '../runs/status.ts';
import type { Timeline } from '../runs/timeline/timeline.ts';
import { runRow } from './build-runs-pages.ts';
import { codeCell, facts, numberCell, textCell, urlCell } from './cells.ts';
import { statusView, type ViewContext } from './context.ts';
import { formatTime } from './format-time.ts';
import { paginate, ROWS_A_PAGE, type PageOf } from './paginate.ts';
import { resultAnchors } from './result-place.ts';
import { criteriaText } from './resource/facts.ts';
import type { FreshnessRow, RunPageView, RunResultRow } from './run-page.ts';
import { comparisonView } from './runs/comparison.ts';
import { failuresOf } from './runs/failures.ts';
import { logView } from './runs/log.ts';
import { resultRow } from './runs/results.ts';
import type { RunPlace } from './runs/run-places.ts';
import { timelineOf } from './runs/timeline-of.ts';
import { timingView } from './runs/timing.ts';

/** The pages of one run: what came of it and its first results, then pages of results only. */
export function buildRunPages(
  run: Run,
  place: RunPlace,
  context: ViewContext,
  timeline: Timeline = timelineOf(run, context),
): { readonly path: string; readonly view: RunPageView }[] {
  const { links } = context;
  const anchors = resultAnchors(run.results.map((result) => result.uniqueId));
  const measured = { timeline, critical: new Set(timeline.criticalPath.ids) };
  const rows = run.results.map((result) =>
    resultRow(result, anchors.get(result.uniqueId) ?? '', measured, context),
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
          title,
          description: '',
          href: links.href(path),
          jsonHref: isFirst ? links.href(`${path.slice(0, -1)}.json`) : null,
          breadcrumbs: [
            { label: SITE.nav.runs, href: links.href('/runs/') },
            { label: title, href: isFirst ? null : links.href(runPath) },
            ...(isFirst ? [] : [{ label: RUN.page(pagination?.number ?? 1), href: null }]),
          ],
        },
        run: summary,
        hasCommand: isKnownCommand(run.command),
        ...(isFirst ? firstPage(run, place, pages, timeline, context) : LATER_PAGE),
        results,
        pagination,
      },
    };
  });
}

type FirstPage = Omit<
  RunPageView,
  'page' | 'head' | 'run' | 'hasCommand' | 'results' | 'pagination'
>;

/** The first page says it all; only results go on. */
const LATER_PAGE: FirstPage = {
  endedAt: null,
  threads: null,
  longerBy: null,
  facts: [],
  notices: [],
  failures: [],
  failuresLeftOut: 0,
  timing: null,
  comparison: null,
  resultsEmpty: null,
  freshness: [],
  freshnessLeftOut: 0,
  previousHref: null,
  nextHref: null,
  log: null,
};

function firstPage(
  run: Run,
  place: RunPlace,
  pages: readonly PageOf<RunResultRow>[],
  timeline: Timeline,
  context: ViewContext,
): FirstPage {
  const { links } = context;
  const { previous, next, previousOfCommand } = place;
  const anchors = resultAnchors(run.freshness.map(({ uniqueId }) => uniqueId));
  const freshness = run.freshness
    .map((result) => freshnessRow(result, anchors.get(result.uniqueId) ?? '', context))
    .sort((a, b) => statusRank(a.status.kind) - statusRank(b.status.kind));
  const resultHref = resultHrefs(pages, context);
  const [took, tookBefore] = [run.elapsed, previousOfCommand?.elapsed ?? null];
  return {
    endedAt: run.completedAt,
    threads: run.threads,
    longerBy: took === null || tookBefore === null ? null : took - tookBefore,
    facts: runFacts(run),
    notices: noticesOf(run),
    ...failuresOf(
      run,
      pages.flatMap(({ rows }) => rows),
      resultHref,
      context,
    ),
    timing: timingView(run, timeline, context),
    comparison: comparisonView(run, place, context),
    resultsEmpty:
      run.results.length === 0 && run.freshness.length === 0
        ? { title: RUN.noResults.title, text: whyNoResults(run), command: null }
        : null,
    freshness: freshness.slice(0, ROWS_A_PAGE),
    freshnessLeftOut: Math.max(0, freshness.length - ROWS_A_PAGE),
    previousHref: previous === null ? null : links.runHref(previous.id),
    nextHref: next === null ? null : links.runHref(next.id),
    log: logView(run, context),
  };
}

/** Where the result of a node stands: on the first page, or on a later one. */
function resultHrefs(
  pages: readonly PageOf<RunResultRow>[],
  { links }: ViewContext,
): (uniqueId: string) => string {
  const hrefs = new Map(
    pages.flatMap(({ rows, path }, at) =>
      rows.map(({ link, anchor }) => [
        link.uniqueId,
        `${at === 0 ? '' : links.href(path)}#${anchor}`,
      ]),
    ),
  );
  return (uniqueId) => hrefs.get(uniqueId) ?? '#results';
}

function noticesOf(run: Run): RunPageView['notices'] {
  if (run.errors.length > 0) {
    return run.errors.map((text) => ({ tone: 'error', title: RUN.notices.failed, text }));
  }
  if (run.hasRun || run.results.length === 0) return [];
  return [
    {
      tone: 'info',
      title: RUN.notices.nothing,
      text: RUN.notices.nothingText(run.which ?? ''),
    },
  ];
}

function whyNoResults({ errors, hasRun, isLogOnly, which }: Run): string {
  if (errors.length > 0) return RUN.noResults.failed;
  if (!hasRun) return RUN.noResults.nothing(which ?? '');
  return isLogOnly ? RUN.noResults.logOnly : RUN.noResults.stopped;
}

function freshnessRow(
  result: Run['freshness'][number],
  anchor: string,
  context: ViewContext,
): FreshnessRow {
  return {
    anchor,
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
  const { facts: words } = RUN;
  const text = (value: string | null | undefined): ReturnType<typeof textCell> | null =>
    value === null || value === undefined ? null : textCell(value);
  const { trigger } = run;
  const commit = trigger?.commit ?? null;
  const url = trigger?.url ?? null;
  return facts([
    [words.command, isKnownCommand(run.command) ? codeCell(run.command, true) : null],
    [words.dbtVersion, text(run.dbtVersion)],
    [words.target, text(run.target)],
    [words.threads, run.threads === null ? null : numberCell(run.threads)],
    [words.system, text(trigger?.system)],
    [words.job, text(trigger?.job)],
    [words.reason, text(trigger?.reason)],
    [words.branch, text(trigger?.branch)],
    [words.commit, commit === null ? null : codeCell(commit, true)],
    [words.actor, text(trigger?.actor)],
    [words.triggerUrl, url === null ? null : urlCell(url)],
    [words.invocation, run.invocationId === null ? null : codeCell(run.invocationId, true)],
    [words.readFrom, codeCell(run.folder)],
    [words.variables, varsCell(run)],
  ]);
}

function varsCell(run: Run): RunPageView['facts'][number]['value'] | null {
  const vars = shownArguments(run.args).find(([name]) => name === 'vars')?.[1];
  return vars === undefined || vars === '{}' ? null : codeCell(vars);
}
