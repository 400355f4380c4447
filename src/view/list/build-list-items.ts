import { describedColumns } from '../../project/described-columns.ts';
import { displayName } from '../../project/display-name.ts';
import type { Resource } from '../../project/resource.ts';
import { testedId } from '../../project/tested-id.ts';
import { currentStatus, type ViewContext } from '../context.ts';
import { plainText } from '../plain-text.ts';
import { rowCount } from '../resource/bar.ts';
import { foldersOf } from '../resource/folders.ts';
import { lastKinds, pastOf, timeOf } from '../resource/past.ts';
import { testDetail, testName, testsOf } from '../resource/tests.ts';
import { tallyOf, upstreamOf } from '../resource/upstream.ts';
import { resultHref } from '../result-place.ts';
import { compareItems } from './arrange-list.ts';
import type { ListItem, OwnFacts, TestPast, UpstreamFigures } from './list-item.ts';

/** Parents that a row names. */
const MOST_PARENTS = 5;

/** The rows of a list in its own order; what the project keeps out of the docs is left out. */
export function buildListItems(resources: readonly Resource[], context: ViewContext): ListItem[] {
  return resources
    .filter((resource) => resource.isShown)
    .map((resource) => listItem(resource, context))
    .sort(compareItems);
}

/** The list, its CSV and its JSON show the same. */
const made = new WeakMap<Resource, { readonly context: ViewContext; readonly item: ListItem }>();

/** The row of one resource. */
export function listItem(resource: Resource, context: ViewContext): ListItem {
  const known = made.get(resource);
  if (known?.context === context) return known.item;
  const item = makeItem(resource, context);
  made.set(resource, { context, item });
  return item;
}

function makeItem(resource: Resource, context: ViewContext): ListItem {
  const { uniqueId } = resource;
  const folders = foldersOf(resource);
  const past = context.history.latest(uniqueId);
  return {
    uniqueId,
    name: listName(resource, context),
    href: context.links.link(uniqueId).href,
    resourceType: resource.resourceType,
    packageName: resource.packageName,
    summary: summaryOf(resource),
    section: sectionOf(resource, folders, context),
    folder: folders.join('/'),
    filePath: resource.filePath,
    lastRunAt: lastRunAt(uniqueId, context),
    duration: past?.result.executionTime ?? null,
    rowCount: rowCount(resource),
    ...filterFacts(resource, context),
    own: ownFacts(resource, context),
  };
}

/** What lists and search are filtered by alike, beside names and places. */
export type FilterFacts = Pick<
  ListItem,
  | 'tags'
  | 'owner'
  | 'group'
  | 'materialized'
  | 'access'
  | 'database'
  | 'schema'
  | 'status'
  | 'health'
  | 'tests'
  | 'columnCount'
  | 'describedCount'
>;

/** Search asks for those of all resources, lists for those of most. */
const filtered = new WeakMap<Resource, { context: ViewContext; facts: FilterFacts }>();

/** Of a row what it is filtered by: much cheaper than the row. */
export function filterFacts(resource: Resource, context: ViewContext): FilterFacts {
  const known = filtered.get(resource);
  if (known?.context === context) return known.facts;
  const facts = makeFilterFacts(resource, context);
  filtered.set(resource, { context, facts });
  return facts;
}

function makeFilterFacts(resource: Resource, context: ViewContext): FilterFacts {
  const { details, uniqueId } = resource;
  return {
    tags: resource.tags,
    owner: ownerOf(resource, context)?.name ?? null,
    group: resource.group,
    materialized: details.kind === 'node' ? details.materialized : null,
    access: details.kind === 'node' ? details.access : null,
    database: resource.relation?.database ?? null,
    schema: resource.relation?.schema ?? null,
    status: currentStatus(context, uniqueId),
    health: context.health.of(uniqueId)?.state ?? null,
    tests: tallyOf(testsOf(resource, context), context),
    columnCount: resource.columns.length,
    describedCount: describedColumns(resource.columns),
  };
}

/** When the newest result of a resource was made, or its freshness was checked: ISO 8601 UTC. */
export function lastRunAt(uniqueId: string, { history }: ViewContext): string | null {
  const past = history.latest(uniqueId);
  if (past !== null) return past.result.completedAt ?? past.run.completedAt ?? past.run.startedAt;
  return history.latestFreshness(uniqueId)?.result.snapshottedAt ?? null;
}

function listName(resource: Resource, context: ViewContext): string {
  if (resource.details.kind === 'source') return resource.name;
  return resource.details.kind === 'test'
    ? testName(resource.uniqueId, context)
    : displayName(resource);
}

function summaryOf({ label, description }: Resource): string {
  return [label ?? '', plainText(description)].filter((part) => part !== '').join(' · ');
}

function sectionOf(
  { details, packageName }: Resource,
  folders: readonly string[],
  context: ViewContext,
): string {
  const tested = testedId(details);
  if (details.kind !== 'unit_test' && tested !== null) return context.links.link(tested).name;
  return sectionTitle(packageName, folders, context.project.facts.name);
}

/** A folder as the heading of its rows: below its package, unless that is the project itself. */
export function sectionTitle(
  packageName: string,
  folders: readonly string[],
  rootPackage: string | null,
): string {
  return [...(packageName === rootPackage ? [] : [packageName]), ...folders]
    .filter((part) => part !== '')
    .join(' / ');
}

/** What a row tells of everything that lies above an exposure. */
export function upstreamFigures(resource: Resource, context: ViewContext): UpstreamFigures {
  const { count, troubles, tests, debt } = upstreamOf(resource, context);
  return {
    total: count,
    inTrouble: troubles.length,
    tests,
    findings: debt.reduce((sum, found) => sum + found.count, 0),
  };
}

/** Who answers for a resource; for a test that nobody is named for, who answers for what it tests. */
export function ownerOf(resource: Resource, { project }: ViewContext): Resource['owner'] {
  const tested = testedId(resource.details);
  return (
    resource.owner ?? (tested === null ? null : (project.resources.get(tested)?.owner ?? null))
  );
}

/** What is tested, and how the test fared; a singular test is of the first thing that it reads. */
function testFacts(resource: Resource, context: ViewContext): OwnFacts {
  const tested = testedId(resource.details) ?? resource.parents[0] ?? null;
  return {
    tested: tested === null ? null : context.links.link(tested),
    past: testPast(resource.uniqueId, context),
  };
}

function testPast(uniqueId: string, context: ViewContext): TestPast {
  const past = pastOf(uniqueId, context);
  const { streak, flakiness } = past;
  return {
    since: streak === null ? null : timeOf(streak.since),
    sinceHref: streak === null ? null : resultHref(streak.since, context),
    hasBegun: streak?.hasBegun ?? true,
    ...flakiness,
    last: lastKinds(past),
  };
}

function ownFacts(resource: Resource, context: ViewContext): OwnFacts {
  const { details, parents, label } = resource;
  const { links } = context;
  const reads = {
    parents: links.links(parents.slice(0, MOST_PARENTS)),
    parentCount: parents.length,
  };
  switch (details.kind) {
    case 'source':
      return {
        relation: resource.relation?.name ?? null,
        loader: details.loader,
        age: context.history.latestFreshness(resource.uniqueId)?.result.age ?? null,
        newestAt: context.history.latestFreshness(resource.uniqueId)?.result.maxLoadedAt ?? null,
      };
    case 'exposure':
      return {
        label,
        type: details.exposureType,
        maturity: details.maturity,
        upstream: upstreamFigures(resource, context),
        ...reads,
      };
    case 'metric':
      return { label, type: details.metricType, formula: details.formula, ...reads };
    case 'test':
      return {
        ...testFacts(resource, context),
        type: details.isGeneric ? 'generic' : 'singular',
        columnName: details.columnName,
        rule: testDetail(details),
        severity: details.severity,
      };
    case 'unit_test':
      return { ...testFacts(resource, context), type: 'unit' };
    case 'group':
      return { memberCount: details.memberIds.length };
    case 'macro':
      return { callerCount: context.project.macroCallers.get(resource.uniqueId)?.length ?? 0 };
    case 'semantic_model':
    case 'saved_query':
      return { label, ...reads };
    case 'node':
      return resource.resourceType === 'analysis' ? reads : {};
    case 'function':
    case 'other':
      return {};
  }
}
