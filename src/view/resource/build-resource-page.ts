import type { Resource } from '../../project/resource.ts';
import { RESOURCE } from '../../messages/resource.ts';
import { collectionOf } from '../collection.ts';
import { statusView, type ViewContext } from '../context.ts';
import { withSiteLinks } from '../dbt-links.ts';
import { healthView } from '../health-view.ts';
import { displayName } from '../../project/display-name.ts';
import { PRISTINE, writeState } from '../list/list-state.ts';
import { termText } from '../list/parse-query.ts';
import type { PageHead } from '../page-head.ts';
import { plainText } from '../plain-text.ts';
import type { Badge, CodeView, LastResult, Notice, ResourcePageView } from '../resource-page.ts';
import { columnsView } from './columns.ts';
import { barFacts } from './bar.ts';
import { datasetView } from './dataset.ts';
import { buildSections } from './build-sections.ts';
import { durationsView } from './durations.ts';
import { configFacts, dateOf, metaFacts, resourceFacts } from './facts.ts';
import { foldersOf } from './folders.ts';
import { freshnessView } from './freshness.ts';
import { lineageView } from './lineage.ts';
import { typeSections } from './sections.ts';
import { resultsView } from './results.ts';
import { nearbyView } from './siblings.ts';
import { testsView } from './tests.ts';
import { operationWhen } from './macro-sections.ts';
import { standingOf } from './version-sections.ts';

/** The page of a resource. `path` is the page's own, below the base. */
export function buildResourcePage(
  resource: Resource,
  path: string,
  context: ViewContext,
): ResourcePageView {
  const settings = buildSections(resource);
  // How a snapshot is taken is what its columns mean.
  const isSnapshot = resource.resourceType === 'snapshot';
  return {
    page: 'resource',
    head: headOf(resource, path, context),
    self: context.links.link(resource.uniqueId),
    dataset: datasetView(resource, context),
    typeLabel: typeLabelOf(resource),
    health: healthView(resource.uniqueId, context),
    sourceLinks: context.links.sourceLinks(resource),
    badges: badgesOf(resource),
    description: withSiteLinks(resource.description, context.links),
    descriptionEmpty: descriptionEmpty(resource),
    lastResult: lastResult(resource, context),
    bar: barFacts(resource, context),
    durations: durationsView(resource.uniqueId, context),
    facts: resourceFacts(resource, context),
    notices: noticesOf(resource, context),
    columns: columnsView(resource, context),
    tests: testsView(resource, context),
    sections: [...(isSnapshot ? settings : []), ...typeSections(resource, context)],
    code: codeView(resource),
    settings: isSnapshot ? [] : settings,
    lineage: lineageView(resource, context),
    results: resultsView(resource, context),
    freshness: freshnessView(resource.uniqueId, context),
    meta: metaFacts(resource),
    config: configFacts(resource),
    nearby: nearbyView(resource, context),
  };
}

/** What stands where nobody described the resource; groups and hooks have no place for a description. */
function descriptionEmpty(resource: Resource): ResourcePageView['descriptionEmpty'] {
  if (resource.description.trim() !== '' || resource.resourceType === 'group') return null;
  const isHook = operationWhen(resource) !== null;
  const words = isHook ? RESOURCE.empty.hookDescription : RESOURCE.empty.description;
  return { ...words, command: null };
}

function headOf(resource: Resource, path: string, context: ViewContext): PageHead {
  const { links } = context;
  const collection = collectionOf(resource.resourceType);
  const name = resource.label ?? displayName(resource);
  return {
    title: name,
    description: plainText(resource.description) || placeOf(resource),
    href: links.href(path),
    jsonHref: links.jsonHref(resource.uniqueId),
    ...(resource.resourceType === 'exposure' ? { feedsHref: links.href(path) } : {}),
    previewFacts: previewFacts(resource, context),
    breadcrumbs: [
      { label: collection.plural, href: links.href(`/${collection.path}/`) },
      ...foldersOf(resource).map((label, at, folders) => ({
        label,
        href: folderHref(resource, folders.slice(0, at + 1), context),
      })),
      { label: name, href: null },
    ],
  };
}

/** What it is and where it lies, for previews of what nobody has described. */
function placeOf(resource: Resource): string {
  return RESOURCE.preview.place(typeLabelOf(resource), foldersOf(resource), resource.packageName);
}

/** Health and owner, or what it is where one of them is unknown. */
function previewFacts(resource: Resource, context: ViewContext): PageHead['previewFacts'] {
  const { health, owner, materialization, type } = RESOURCE.preview;
  const { details } = resource;
  const known = [
    { label: health, text: healthView(resource.uniqueId, context)?.word ?? null },
    { label: owner, text: resource.owner?.name ?? null },
    { label: materialization, text: details.kind === 'node' ? details.materialized : null },
    { label: type, text: typeLabelOf(resource) },
  ];
  return known.flatMap(({ label, text }) => (text === null ? [] : [{ label, text }])).slice(0, 2);
}

function typeLabelOf({ resourceType }: Resource): string {
  const { path, singular } = collectionOf(resourceType);
  return path === 'other' ? resourceType : singular;
}

/** The list of a resource's type, filtered by one of the folders that it lies in. */
function folderHref(
  { resourceType, packageName }: Resource,
  folders: readonly string[],
  { links, project }: ViewContext,
): string {
  const query = [
    ...(packageName === project.facts.name ? [] : [termText('package', [packageName])]),
    termText('path', [folders.join('/')]),
  ].join(' ');
  const list = links.href(`/${collectionOf(resourceType).path}/`);
  return `${list}${writeState({ ...PRISTINE, query })}`;
}

function badgesOf(resource: Resource): Badge[] {
  const { details } = resource;
  const words = RESOURCE.badges;
  const badges: Badge[] = [];
  if (details.kind === 'node') {
    if (details.access !== null && details.access !== 'protected') {
      badges.push({ text: details.access, title: words.access, tone: 'neutral' });
    }
    if (details.contractEnforced) {
      badges.push({
        text: words.contract,
        title: words.contractTitle,
        tone: 'neutral',
      });
    }
    const standing = standingOf(details);
    if (standing !== null) {
      badges.push({
        text: words.standing(standing),
        title: words.version(details.version ?? '', details.latestVersion ?? ''),
        tone: standing === 'latest' ? 'neutral' : 'warn',
      });
    }
  }
  return badges;
}

function noticesOf(resource: Resource, context: ViewContext): Notice[] {
  const { details, missingParents } = resource;
  const words = RESOURCE.notices;
  const notices: Notice[] = [];
  if (details.kind === 'node' && details.deprecationDate !== null) {
    notices.push({
      tone: 'warn',
      title: words.deprecated,
      text: words.deprecationDate(dateOf(details.deprecationDate)),
      links: details.versionIds
        .filter((id) => id !== resource.uniqueId)
        .map((id) => context.links.link(id)),
    });
  }
  if (missingParents.length > 0) {
    notices.push({
      tone: 'warn',
      title: words.missingParents,
      text: words.missingParentsText,
      links: context.links.links(missingParents.slice(0, 20)),
    });
  }
  if (!resource.isShown) {
    notices.push({
      tone: 'info',
      title: words.keptOut,
      text: words.keptOutText,
      links: [],
    });
  }
  return notices;
}

function lastResult(resource: Resource, context: ViewContext): LastResult | null {
  const past = context.history.latest(resource.uniqueId);
  if (past !== null) {
    const { run, result } = past;
    return {
      label: RESOURCE.bar.lastRun,
      isCheck: false,
      status: statusView(result.status),
      at: result.completedAt ?? run.completedAt ?? run.startedAt,
      executionTime: result.executionTime,
      message: result.message,
      runHref: context.links.runHref(run.id),
      runLabel: run.command,
    };
  }
  const checked = context.history.latestFreshness(resource.uniqueId);
  if (checked === null) return null;
  return {
    label: RESOURCE.bar.freshness,
    isCheck: true,
    status: statusView(checked.result.status),
    at: checked.result.snapshottedAt ?? checked.run.completedAt,
    executionTime: null,
    message: checked.result.error,
    runHref: context.links.runHref(checked.run.id),
    runLabel: checked.run.command,
  };
}

function codeView(resource: Resource): CodeView | null {
  const { rawCode, compiledCode } = resource;
  if (rawCode === null && compiledCode === null) return null;
  const isCompilable = ['model', 'snapshot', 'test', 'analysis', 'operation'].includes(
    resource.resourceType,
  );
  return {
    language: resource.language ?? 'sql',
    source: rawCode,
    compiled: compiledCode,
    filePath: resource.filePath,
    note: compileNote(rawCode, compiledCode, isCompilable),
  };
}

function compileNote(
  raw: string | null,
  compiled: string | null,
  isCompilable: boolean,
): string | null {
  if (raw === null) return RESOURCE.code.noSource;
  if (compiled === null && isCompilable) {
    return RESOURCE.code.noCompiled;
  }
  return null;
}
