import { formatNumber } from '../messages/format-number.ts';
import { LISTS } from '../messages/lists.ts';
import { compareText } from '../project/order.ts';
import type { Resource } from '../project/resource.ts';
import { type StatusKind, statusRank } from '../runs/status.ts';
import type { Collection } from './collection.ts';
import type { ViewContext } from './context.ts';
import { cut } from './cut.ts';
import { digest } from './digest.ts';
import type { ListPageView } from './list-page.ts';
import { buildFacets } from './list/build-facets.ts';
import type { ListFacet } from './list/list-facet.ts';
import { buildListItems, sectionTitle } from './list/build-list-items.ts';
import { columnsOf } from './list/list-columns.ts';
import { csvLines, type CsvLines } from './list/list-csv.ts';
import type { ListItem } from './list/list-item.ts';
import { listTrees } from './list/list-tree.ts';
import { termText } from './list/parse-query.ts';
import { paginate, ROWS_A_PAGE } from './paginate.ts';
import { slug } from './slug.ts';

/** A row shows one line of it; the whole is on its page and in the list's JSON. */
const SUMMARY = 120;

/** A list in all its static forms. */
export interface BuiltList {
  readonly pages: readonly ListPage[];
  /** The file of the whole list for spreadsheets, with all columns. */
  readonly csv: CsvLines & { readonly file: string };
  /** All rows, in the order of the pages. */
  readonly items: readonly ListItem[];
}

/** One of its pages. */
export interface ListPage {
  /** Below the base. */
  readonly path: string;
  readonly items: readonly ListItem[];
  /** Equal as long as everything on the page but its rows is. */
  readonly frame: string;
  readonly view: () => ListPageView;
}

/** The pages of the list of one collection, with their paths below the base, and the list as CSV. */
export function buildList(
  collection: Collection,
  resources: readonly Resource[],
  context: ViewContext,
): BuiltList {
  const { links } = context;
  const items = buildListItems(resources, context);
  const columns = columnsOf(collection.path).filter(({ rank }) => rank !== null);
  const groups = Map.groupBy(items, (item) => item.section);
  const listPath = `/${collection.path}/`;
  const noun = {
    one: collection.singular.toLowerCase(),
    many: collection.plural.toLowerCase(),
  };
  const csvFile = `${collection.path}/index.csv`;
  const paged = paginate(items, listPath, links.href);
  const { facts } = context.project;
  const placeOf = sectionPlaces(collection, items, links.href(listPath));
  const folderPlace = (packageName: string, folder: string): string | null =>
    placeOf.get(sectionTitle(packageName, folder.split('/'), facts.name)) ?? null;
  const trees = listTrees(items, facts.name, links.href(listPath), folderPlace);
  const facets = buildFacets(items, links, (folder) => folderPlace(facts.name ?? '', folder));
  const onFirst = {
    summary: summaryOf(noun, items, resources.length - items.length),
    trouble: troubleOf(items, links.href(listPath)),
    facets,
    trees,
  };
  const onOthers = { ...onFirst, facets: facets.map(withoutCounts) };
  const [printOfFirst, printOfOthers] = [onFirst, onOthers].map((around) =>
    digest(JSON.stringify(around)),
  );
  const pages = paged.map(({ rows, path, pagination }, at): ListPage => {
    const isFirst = at === 0;
    const sections = [...new Set(rows.map((item) => item.section))].map((title) => ({
      title,
      id: title === '' ? null : sectionId(title),
      count: groups.get(title)?.length ?? 0,
    }));
    const view = (): ListPageView => ({
      page: 'list' as const,
      head: {
        title: collection.plural,
        description: LISTS.description(noun.many),
        href: links.href(path),
        jsonHref: links.href(`${listPath}index.json`),
        breadcrumbs: [],
      },
      title: collection.plural,
      ...(isFirst ? onFirst : onOthers),
      collection: collection.path,
      noun,
      listHref: links.href(listPath),
      csvHref: links.href(`/${csvFile}`),
      rowsHref: links.href(`${listPath}rows.json`),
      sectionLabel: sectionLabel(collection),
      columns: columns.map(({ column: { id, label, title, isNumeric }, rank }) => ({
        id,
        label,
        title,
        isNumeric,
        rank,
      })),
      rows: rows.map((item) => ({
        uniqueId: item.uniqueId,
        name: item.name,
        href: item.href,
        summary: cut(item.summary, SUMMARY),
        group: item.section,
        cells: columns.map(({ column }) => column.cell(item)),
      })),
      groups: sections,
      pagination,
      empty:
        items.length === 0
          ? { title: LISTS.emptyTitle(noun.many), text: LISTS.emptyText, command: null }
          : null,
    });
    const around = isFirst ? printOfFirst : printOfOthers;
    const frame = digest(JSON.stringify([around, sections, pagination, items.length === 0]));
    return { path, items: rows, frame, view };
  });
  return {
    pages,
    csv: {
      file: csvFile,
      ...csvLines(columnsOf(collection.path).map(({ column }) => column)),
    },
    items,
  };
}

/** What further pages of a list say of a facet: with its numbers, each would be made anew whenever any row changes. */
function withoutCounts(facet: ListFacet): ListFacet {
  return { ...facet, values: facet.values.map((value) => ({ ...value, count: null })) };
}

/** Kinds of statuses that somebody who opens a list may have come for. */
const TROUBLE: ReadonlySet<StatusKind> = new Set(['error', 'partial', 'warn']);

function troubleOf(items: readonly ListItem[], listHref: string): ListPageView['trouble'] {
  const statuses = items.flatMap(({ status }) =>
    status !== null && TROUBLE.has(status.kind) ? [status] : [],
  );
  return [...Map.groupBy(statuses, ({ word }) => word)]
    .flatMap(([word, [status, ...others]]) =>
      status === undefined
        ? []
        : [
            {
              status,
              count: 1 + others.length,
              href: `${listHref}?q=${encodeURIComponent(termText('status', [word]))}`,
            },
          ],
    )
    .sort(
      (a, b) =>
        statusRank(a.status.kind) - statusRank(b.status.kind) ||
        b.count - a.count ||
        compareText(a.status.word, b.status.word),
    );
}

/** The anchor of a section's heading. */
function sectionId(title: string): string {
  return `in-${title.split(' / ').map(anchorPart).join('/')}`;
}

/** Lone surrogates have no bytes of their own, and would give different titles one anchor. */
function anchorPart(part: string): string {
  if (part.isWellFormed()) return slug(part);
  return Array.from({ length: part.length }, (_, at) => part.charCodeAt(at).toString(16)).join('-');
}

/** What the sections of a list are. */
function sectionLabel({ path }: Collection): string {
  if (path === 'sources') return LISTS.groups.sourceSection;
  return path === 'tests' ? LISTS.groups.testSection : LISTS.groups.section;
}

/** Where the rows of each section begin; a folder without rows of its own leads to the first of those below it. */
function sectionPlaces(
  { path: collectionPath }: Collection,
  items: readonly ListItem[],
  listHref: string,
): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  // What tests are listed under is no folder.
  if (collectionPath === 'tests') return places;
  for (const [at, { section }] of items.entries()) {
    for (let title = section; title !== '' && !places.has(title);) {
      const page = Math.floor(at / ROWS_A_PAGE) + 1;
      const path = page === 1 ? listHref : `${listHref}page/${page}/`;
      places.set(title, `${path}#${sectionId(section)}`);
      title = title.slice(0, Math.max(0, title.lastIndexOf(' / ')));
    }
  }
  return places;
}

function summaryOf(
  noun: { readonly one: string; readonly many: string },
  items: readonly ListItem[],
  hidden: number,
): string {
  const packages = new Set(items.map((item) => item.packageName)).size;
  const inPackages = packages > 1 ? ` ${LISTS.inPackages(packages)}` : '';
  const kept = hidden > 0 ? `; ${LISTS.keptOut(hidden)}` : '';
  return `${formatNumber(items.length)} ${items.length === 1 ? noun.one : noun.many}${inPackages}${kept}`;
}
