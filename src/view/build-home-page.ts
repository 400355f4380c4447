import { newestTime } from '../health/newest-time.ts';
import { compareText } from '../project/order.ts';
import type { Resource } from '../project/resource.ts';
import type { RunSummary } from '../runs/run.ts';
import { isOnMainTarget } from '../runs/main-target.ts';
import { statusRank } from '../runs/status.ts';
import { facts, textCell } from './cells.ts';
import type { EmptyState } from './empty-state.ts';
import { collectionType, type Collection } from './collection.ts';
import { currentStatus, statusView, type ViewContext } from './context.ts';
import { cut } from './cut.ts';
import { withSiteLinks } from './dbt-links.ts';
import { formatDuration } from './format-duration.ts';
import { COMMANDS } from '../messages/commands.ts';
import { HOME } from '../messages/home.ts';
import { runRow } from './build-runs-pages.ts';
import { stateCounts } from './health/state-counts.ts';
import { messageLine } from './message-line.ts';
import { buildChanges } from './home/build-changes.ts';
import type { AttentionRow, HomePageView, Tile } from './home-page.ts';
import { criteriaText } from './resource/facts.ts';
import { testName } from './resource/tests.ts';

const MOST_ATTENTION = 10;
const MOST_MESSAGE = 200;
const MOST_RUNS = 12;
const MOST_ENTRIES = 8;
/** Types that a reader looks things up in; their missing descriptions count. */
const DESCRIBABLE: ReadonlySet<string> = new Set([
  'model',
  'source',
  'seed',
  'snapshot',
  'exposure',
  'metric',
]);
/** What search shows of these. */
const UNDESCRIBED = `?q=missing:description+type:${[...DESCRIBABLE].join(',')}`;

/**
 * The first page of the site.
 *
 * @param staleAfterHours from which age on browsers say that the artifacts are old; null for never
 */
export function buildHomePage(
  title: string,
  collections: readonly { readonly collection: Collection; readonly count: number }[],
  context: ViewContext,
  staleAfterHours: number | null = null,
): HomePageView {
  const { project, links, history } = context;
  const failedRun = failedRunOf(context);
  const attention = attentionRows(context);
  const newestAt = newestTime(project, history);
  const hasOutcomes = history.runs.some(hasOutcome);
  return {
    page: 'home',
    head: {
      title,
      description: HOME.description(project.facts.name ?? title),
      href: links.href('/'),
      jsonHref: links.href('/index.json'),
      feedsHref: links.href('/'),
      breadcrumbs: [],
    },
    title,
    facts: facts([
      // Where the site has a title of its own.
      [
        HOME.project,
        project.facts.name === null || project.facts.name === title
          ? null
          : textCell(project.facts.name),
      ],
      [HOME.dbt, project.facts.dbtVersion === null ? null : textCell(project.facts.dbtVersion)],
      [
        HOME.adapter,
        project.facts.adapterType === null ? null : textCell(project.facts.adapterType),
      ],
      [
        HOME.generated,
        project.facts.generatedAt === null
          ? null
          : { kind: 'time', iso: project.facts.generatedAt },
      ],
    ]),
    age: newestAt === null || staleAfterHours === null ? null : { newestAt, staleAfterHours },
    tiles: tilesOf(attention, context),
    health: context.health.ids.length === 0 ? [] : stateCounts(context.health.ids, context),
    healthHref: links.href('/health/'),
    attention: attention.slice(0, MOST_ATTENTION),
    attentionLeftOut: Math.max(0, attention.length - MOST_ATTENTION),
    failedRun,
    attentionEmpty:
      attention.length > 0 || failedRun !== null
        ? null
        : hasOutcomes
          ? allClear(context)
          : { ...HOME.nothingKnown, command: COMMANDS.build },
    lastRun: lastRunOf(context),
    changes: buildChanges(context),
    runs: shownRuns(context).map((run) => runRow(run, context)),
    runsNote: runsNote(context),
    collections: collections.map(({ collection, count }) => ({
      label: collection.plural,
      href: links.href(`/${collection.path}/`),
      count,
      type: collectionType(collection),
    })),
    listsEmpty: collections.length > 0 ? null : { ...HOME.noLists, command: COMMANDS.parse },
    entryPoints: entryPoints(context),
    overview: withSiteLinks(project.overviews.get(overviewName(context)) ?? '', links),
    packageOverviews: packageOverviews(context),
  };
}

/** Claims no more than was looked at: what never ran, and what was never checked, is said. */
function allClear(context: ViewContext): EmptyState {
  const { project, history, health } = context;
  const hasSources = [...project.resources.values()].some(
    ({ resourceType }) => resourceType === 'source',
  );
  const hasChecks = history.runs.some(({ tally }) => tally.freshness > 0);
  const unknown = health.ids.filter((id) => health.of(id)?.state === 'unknown').length;
  const isUnchecked = hasSources && !hasChecks;
  const words = HOME.allClear;
  return {
    title: words.title(!isUnchecked && unknown === 0),
    text: [
      `${words.ran}${hasChecks ? words.fresh : ''}.`,
      ...(isUnchecked ? [words.neverChecked] : []),
      ...(unknown > 0 ? [words.neverRan(unknown)] : []),
    ].join(' '),
    command: null,
  };
}

/** Which block is about the project as a whole: `__overview__`, else the root package's own. */
function overviewName({ project }: ViewContext): string {
  return project.overviews.has('') ? '' : (project.facts.name ?? '');
}

/** What packages say of themselves, without the block that is about the project already. */
function packageOverviews(context: ViewContext): HomePageView['packageOverviews'] {
  const { project, links } = context;
  const shown = overviewName(context);
  return project.packages.flatMap((name) => {
    const markdown = name === shown ? undefined : project.overviews.get(name);
    return markdown === undefined ? [] : [{ name, markdown: withSiteLinks(markdown, links) }];
  });
}

/** The newest runs; those on other targets say nothing of how the project is. */
function shownRuns({ history }: ViewContext): RunSummary[] {
  return history.runs.filter((run) => isOnMainTarget(run, history.target)).slice(0, MOST_RUNS);
}

/** Which target the page speaks of, as soon as there are several. */
function runsNote({ history: { target } }: ViewContext): string | null {
  return target.others.length === 0 ? null : HOME.runs.target(target.name, target.others);
}

function failedRunOf({ history, links }: ViewContext): HomePageView['failedRun'] {
  const run = failedBeforeResults(history);
  if (run === null) return null;
  const { id, command, startedAt, errors } = run;
  // dbt says what kind of error it is in a line of its own.
  const said = errors
    .join('\n')
    .replace(/^Encountered an error:\s*/, '')
    .replace(/^(\w+ Error)\s*\n\s*/, '$1: ');
  return { command, href: links.runHref(id), at: startedAt, message: lineOf(said) };
}

/** The newest run that had an outcome or failed before it, or the newest of all. */
function lastRunOf(context: ViewContext): HomePageView['lastRun'] {
  const { runs, target } = context.history;
  const run =
    failedBeforeResults(context.history) ??
    runs.find((one) => hasOutcome(one) && isOnMainTarget(one, target)) ??
    runs[0];
  if (run === undefined) return null;
  const { status, href, startedAt } = runRow(run, context);
  return { status, href, at: startedAt };
}

/** The newest run, or the newest but for what builds nothing (`dbt docs generate` follows many builds), if it failed so. */
function failedBeforeResults({ runs, target }: ViewContext['history']): RunSummary | null {
  const onMain = runs.filter((run) => isOnMainTarget(run, target));
  const hasFailed = (run: RunSummary | undefined): run is RunSummary =>
    run !== undefined && run.errors.length > 0 && !hasOutcome(run);
  const [newest] = onMain;
  if (hasFailed(newest)) return newest;
  const lastBuilding = onMain.find((run) => run.hasRun || hasOutcome(run));
  return hasFailed(lastBuilding) ? lastBuilding : null;
}

/** A run that failed before it had results tells nothing of what is fine. */
function hasOutcome({ hasRun, tally }: RunSummary): boolean {
  return (hasRun && tally.results > 0) || tally.freshness > 0;
}

function attentionRows(context: ViewContext): AttentionRow[] {
  const rows: AttentionRow[] = [];
  for (const resource of context.project.resources.values()) {
    const status = currentStatus(context, resource.uniqueId);
    if (status === null) continue;
    if (status.kind !== 'error' && status.kind !== 'warn' && status.kind !== 'partial') continue;
    const past = context.history.latest(resource.uniqueId);
    const checked = context.history.latestFreshness(resource.uniqueId);
    rows.push({
      link: context.links.link(resource.uniqueId),
      status,
      reason: reasonOf(resource, status.word, context),
      at:
        past?.result.completedAt ?? past?.run.completedAt ?? checked?.result.snapshottedAt ?? null,
    });
  }
  return rows.sort(
    (a, b) =>
      statusRank(a.status.kind) - statusRank(b.status.kind) ||
      weightOf(a.link) - weightOf(b.link) ||
      compareText(b.at ?? '', a.at ?? '') ||
      compareText(a.link.uniqueId, b.link.uniqueId),
  );
}

/** What isn't built is worse than what is built and wrong, and that worse than what is old. */
function weightOf({ resourceType }: AttentionRow['link']): number {
  if (resourceType === 'source') return 2;
  return resourceType === 'test' || resourceType === 'unit_test' ? 1 : 0;
}

function reasonOf(resource: Resource, word: string, context: ViewContext): string {
  const result = context.history.latest(resource.uniqueId)?.result;
  if (resource.details.kind === 'test') {
    const { attachedNode } = resource.details;
    return HOME.reasons.test(
      testName(resource.uniqueId, context),
      attachedNode === null ? null : context.links.link(attachedNode).name,
      word,
      result?.failures ?? 0,
    );
  }
  if (resource.details.kind === 'source') {
    return word === 'runtime error'
      ? HOME.reasons.notChecked
      : stalenessOf(resource.uniqueId, context);
  }
  return lineOf(result?.message ?? null) ?? HOME.reasons.lastRun(word);
}

/** `Its newest row was 3 d 4 h old when checked; error after 2 days`, as far as the check tells. */
function stalenessOf(uniqueId: string, context: ViewContext): string {
  const checked = context.history.latestFreshness(uniqueId)?.result;
  if (checked === undefined || checked.age === null) {
    return HOME.reasons.stale;
  }
  // The bound that it is beyond; the other one says nothing new.
  const bound = criteriaText({
    warnAfter: checked.kind === 'warn' ? checked.warnAfter : null,
    errorAfter: checked.kind === 'error' ? checked.errorAfter : null,
  });
  return HOME.reasons.age(formatDuration(checked.age), bound);
}

/** The line of a message that says something; null where there is none. */
function lineOf(message: string | null): string | null {
  const line = messageLine(message ?? '');
  return line === '' ? null : cut(line, MOST_MESSAGE);
}

function tilesOf(attention: readonly AttentionRow[], context: ViewContext): Tile[] {
  const { project, history, links } = context;
  const words = HOME.tiles;
  const resources = [...project.resources.values()];
  const hasRuns = history.runs.some(({ hasRun, tally }) => hasRun && tally.results > 0);
  const hasFreshness = history.runs.some(({ tally }) => tally.freshness > 0);
  const notSources = attention.filter((row) => row.link.resourceType !== 'source');
  const failing = notSources.filter((row) => row.status.kind === 'error');
  const warning = notSources.filter((row) => row.status.kind !== 'error');
  // Where one sees which ones, or what ran at all.
  const answerTo = (rows: readonly AttentionRow[]): string => {
    if (rows.length === 0) return links.href('/runs/');
    const isShown = attention.slice(0, MOST_ATTENTION).some((row) => rows.includes(row));
    return links.href(isShown ? '/#attention' : '/health/');
  };
  const stale = attention.filter((row) => row.link.resourceType === 'source');
  const undescribed = resources.filter(
    (resource) =>
      DESCRIBABLE.has(resource.resourceType) &&
      resource.isShown &&
      resource.description.trim() === '',
  ).length;
  return [
    {
      label: words.failing,
      count: hasRuns ? failing.length : null,
      note: hasRuns ? words.failingNote : words.noRuns,
      href: answerTo(failing),
      status: statusView('error'),
    },
    {
      label: words.warning,
      count: hasRuns ? warning.length : null,
      note: hasRuns ? words.warningNote : words.noRuns,
      href: answerTo(warning),
      status: statusView('warn'),
    },
    {
      label: words.stale,
      count: hasFreshness ? stale.length : null,
      note: hasFreshness ? words.staleNote : words.noChecks,
      href: links.href(
        resources.some((resource) => resource.resourceType === 'source') ? '/sources/' : '/runs/',
      ),
      status: statusView(stale.some((row) => row.status.kind === 'error') ? 'error' : 'warn'),
    },
    {
      label: words.undescribed,
      count: undescribed,
      note: words.undescribedNote,
      href: links.href('/search/') + UNDESCRIBED,
      status: statusView(null),
    },
  ];
}

function entryPoints(context: ViewContext): HomePageView['entryPoints'] {
  const { project, links, graph, reach } = context;
  const shown = [...project.resources.values()].filter((resource) => resource.isShown);
  const isPublic = (resource: Resource): boolean =>
    resource.details.kind === 'node' && resource.details.access === 'public';
  const mostUsed = shown
    .filter((resource) => resource.resourceType === 'model')
    .map((resource) => ({
      id: resource.uniqueId,
      uses: reach.downstream[graph.indexOf.get(resource.uniqueId) ?? -1] ?? 0,
    }))
    .filter(({ uses }) => uses > 0)
    .sort((a, b) => b.uses - a.uses || compareText(a.id, b.id))
    .map(({ id }) => id);
  const groups: [string, string[]][] = [
    [HOME.start.publicModels, shown.filter(isPublic).map((resource) => resource.uniqueId)],
    [
      HOME.start.exposures,
      shown
        .filter((resource) => resource.resourceType === 'exposure')
        .map((resource) => resource.uniqueId),
    ],
    [HOME.start.mostUsed, mostUsed],
  ];
  return groups
    .filter(([, ids]) => ids.length > 0)
    .map(([label, ids]) => ({ label, links: links.links(ids.slice(0, MOST_ENTRIES)) }));
}
