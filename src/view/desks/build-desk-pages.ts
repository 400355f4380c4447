import { deskWords as words } from '../../messages/desks.ts';
import type { RuleResult } from '../../health/build-report.ts';
import { byText, compareText } from '../../project/order.ts';
import type { Resource } from '../../project/resource.ts';
import { statusRank } from '../../runs/status.ts';
import { mailCell } from '../cells.ts';
import { COLLECTIONS, collectionOf } from '../collection.ts';
import { currentStatus, type ViewContext } from '../context.ts';
import type { DeskList, DeskPageView, DesksPageView, DeskTest } from '../desk-page.ts';
import { ruleRow, severityRank } from '../health/build-health-page.ts';
import { rulesOf } from '../health/rules-of.ts';
import { healthView } from '../health-view.ts';
import { stateCounts } from '../health/state-counts.ts';
import type { RuleRow } from '../health-page.ts';
import { paginate } from '../paginate.ts';
import { testsOf } from '../resource/tests.ts';
import { deskCoverage } from './desk-coverage.ts';
import type { Desk, DeskKind } from './desk.ts';

const MOST_TROUBLE = 50;
const MOST_TESTS = 50;
/** Rows of a list of one type; the JSON twin has all. */
const MOST_ROWS = 300;

/** `owners` or `tags`: the folder of the desks of a kind. */
export function deskFolder(kind: DeskKind): string {
  return kind === 'owner' ? 'owners' : 'tags';
}

/** The pages that list all desks of a kind. */
export function buildDesksPages(
  kind: DeskKind,
  desks: readonly Desk[],
  context: ViewContext,
): { readonly path: string; readonly view: DesksPageView }[] {
  const { links } = context;
  const listPath = `/${deskFolder(kind)}/`;
  const title = kind === 'owner' ? words.owners : words.tags;
  return paginate(desks, listPath, links.href).map(({ rows, path, pagination }) => ({
    path,
    view: {
      page: 'desks',
      head: {
        title,
        description: kind === 'owner' ? words.ownersDescription : words.tagsDescription,
        href: links.href(path),
        jsonHref: links.href(`${listPath}index.json`),
        breadcrumbs: [],
      },
      title,
      label: kind === 'owner' ? words.owner : words.tag,
      summary: kind === 'owner' ? words.ownerCount(desks.length) : words.tagCount(desks.length),
      rows: rows.map((desk) => ({
        name: desk.name,
        href: deskHref(desk, context),
        count: desk.members.length,
        states: stateCounts(idsOf(desk), context),
        failingTests: deskTests(desk, context).filter(({ status }) => status.kind === 'error')
          .length,
        coverage: deskCoverage(desk, context),
      })),
      pagination,
    },
  }));
}

/** The page of a desk. */
export function buildDeskPage(desk: Desk, path: string, context: ViewContext): DeskPageView {
  const { links, health } = context;
  const { kind, name, email } = desk;
  const folder = deskFolder(kind);
  const trouble = idsOf(desk).filter((id) => health.of(id)?.state === 'degraded');
  const tests = deskTests(desk, context);
  const coverage = deskCoverage(desk, context);
  return {
    page: 'desk',
    head: {
      title: name,
      description: kind === 'owner' ? words.ownerDescription(name) : words.tagDescription(name),
      href: links.href(path),
      jsonHref: links.href(`${path.slice(0, -1)}.json`),
      feedsHref: links.href(path),
      breadcrumbs: [
        { label: kind === 'owner' ? words.owners : words.tags, href: links.href(`/${folder}/`) },
        { label: name, href: null },
      ],
    },
    title: name,
    label: kind === 'owner' ? words.owner : words.tag,
    email: email === null ? null : mailCell(email),
    summary: words.count(desk.members.length),
    states: stateCounts(idsOf(desk), context),
    coverage: coverage.models === 0 ? null : coverage,
    trouble: trouble.slice(0, MOST_TROUBLE).map((id) => ({
      link: links.link(id),
      reasons: (healthView(id, context)?.reasons ?? []).filter(({ state }) => state !== 'healthy'),
    })),
    troubleLeftOut: Math.max(0, trouble.length - MOST_TROUBLE),
    tests: tests.slice(0, MOST_TESTS),
    testsLeftOut: Math.max(0, tests.length - MOST_TESTS),
    debt: deskDebt(desk, context),
    lists: deskLists(desk, context),
  };
}

/** The href of a desk's page. */
export function deskHref({ kind, name }: Desk, { links }: ViewContext): string {
  const href = kind === 'owner' ? links.ownerHref(name) : links.tagHref(name);
  return href ?? links.href(`/${deskFolder(kind)}/`);
}

function idsOf({ members }: Desk): string[] {
  return members.map(({ uniqueId }) => uniqueId);
}

/** The page of a desk, the list of desks and the JSON of both show the same. */
const testsOfDesks = new WeakMap<ViewContext, Map<Desk, readonly DeskTest[]>>();

/** Tests of what stands on a desk that fail or warn, worst first. */
export function deskTests(desk: Desk, context: ViewContext): readonly DeskTest[] {
  const known = testsOfDesks.get(context) ?? new Map<Desk, readonly DeskTest[]>();
  testsOfDesks.set(context, known);
  const tests = known.get(desk) ?? findTests(desk, context);
  known.set(desk, tests);
  return tests;
}

function findTests({ members }: Desk, context: ViewContext): DeskTest[] {
  const { links, history } = context;
  const seen = new Set<string>();
  const tests: DeskTest[] = [];
  for (const member of members) {
    for (const id of testsOf(member, context)) {
      if (seen.has(id)) continue;
      seen.add(id);
      const status = currentStatus(context, id);
      if (status === null || (status.kind !== 'error' && status.kind !== 'warn')) continue;
      const past = history.latest(id);
      tests.push({
        status,
        link: links.link(id),
        on: links.link(member.uniqueId),
        at: past?.result.completedAt ?? past?.run.completedAt ?? null,
      });
    }
  }
  return tests.sort(
    (a, b) =>
      statusRank(a.status.kind) - statusRank(b.status.kind) ||
      compareText(a.link.uniqueId, b.link.uniqueId),
  );
}

/** Rules that find something on a desk: in what stands there, or in its tests. */
function deskDebt({ members }: Desk, context: ViewContext): RuleRow[] {
  const found = rulesOf(context);
  const own = new Set<string>();
  for (const member of members) {
    own.add(member.uniqueId);
    for (const id of testsOf(member, context)) own.add(id);
  }
  const counts = new Map<RuleResult, number>();
  for (const id of own) {
    for (const rule of found.get(id) ?? []) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return context
    .healthReport()
    .rules.flatMap((rule) => {
      const count = counts.get(rule);
      return count === undefined ? [] : [{ ...ruleRow(rule, context), count, trend: null }];
    })
    .sort((a, b) => severityRank(a.severity) - severityRank(b.severity));
}

function deskLists({ members }: Desk, context: ViewContext): DeskList[] {
  const ofPath = Map.groupBy(members, ({ resourceType }) => collectionOf(resourceType).path);
  return COLLECTIONS.flatMap(({ path, plural }) => {
    const list = ofPath.get(path);
    if (list === undefined) return [];
    const links = list
      .map((resource: Resource) => context.links.link(resource.uniqueId))
      .sort((a, b) => byText(nameOf)(a, b) || compareText(a.uniqueId, b.uniqueId));
    return [
      {
        id: path,
        title: plural,
        rows: links.slice(0, MOST_ROWS).map((link) => ({
          link,
          health: context.health.of(link.uniqueId)?.state ?? null,
          status: currentStatus(context, link.uniqueId),
        })),
        leftOut: Math.max(0, links.length - MOST_ROWS),
        count: links.length,
      },
    ];
  });
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}
