import { compareText } from '../project/order.ts';
import type { Resource } from '../project/resource.ts';
import { codeOr, linksCell, noneCell, numberCell, textCell, textOr } from './cells.ts';
import type { Collection } from './collection.ts';
import { currentStatus, type ViewContext } from './context.ts';
import { formatNumber } from '../messages/format-number.ts';
import { displayName } from '../project/display-name.ts';
import type { ListPageView, ListRow } from './list-page.ts';
import { paginate } from './paginate.ts';
import { plainText } from './plain-text.ts';
import { foldersOf } from './resource/folders.ts';
import { testDetail, testName, testsOf } from './resource/tests.ts';
import type { Cell } from './section.ts';

/** A column of a list: how it is called, and what it says of a resource. */
interface ListColumn {
  readonly label: string;
  readonly isNumeric: boolean;
  readonly cell: (resource: Resource, context: ViewContext) => Cell;
}

/** The pages of the list of one collection, with their paths below the base. */
export function buildListPages(
  collection: Collection,
  resources: readonly Resource[],
  context: ViewContext,
): { readonly path: string; readonly view: ListPageView }[] {
  const { links } = context;
  const shown = resources.filter((resource) => resource.isShown);
  const columns = columnsFor(collection);
  const rows = shown
    .map((resource) => listRow(resource, columns, context))
    .sort(
      (a, b) =>
        compareText(a.group, b.group) ||
        compareText(a.link.name, b.link.name) ||
        compareText(a.link.uniqueId, b.link.uniqueId),
    );
  const groups = Map.groupBy(rows, (row) => row.group);
  const listPath = `/${collection.path}/`;
  const summary = summaryOf(collection, shown, resources.length - shown.length);
  return paginate(rows, listPath, links.href).map(({ rows: pageRows, path, pagination }) => ({
    path,
    view: {
      page: 'list',
      head: {
        title: collection.plural,
        description: `All ${collection.plural.toLowerCase()} of the project`,
        href: links.href(path),
        jsonHref: links.href(`${listPath}index.json`),
        breadcrumbs: [],
      },
      title: collection.plural,
      summary,
      columns: columns.map(({ label, isNumeric }) => ({ label, isNumeric })),
      rows: pageRows,
      groups: [...new Set(pageRows.map((row) => row.group))].map((title) => ({
        title,
        count: groups.get(title)?.length ?? 0,
      })),
      pagination,
      empty:
        rows.length === 0
          ? {
              title: `No ${collection.plural.toLowerCase()} to list`,
              text: 'The project keeps all of them out of the docs (docs.show).',
              command: null,
            }
          : null,
    },
  }));
}

function listRow(
  resource: Resource,
  columns: readonly ListColumn[],
  context: ViewContext,
): ListRow {
  return {
    link: { ...context.links.link(resource.uniqueId), name: listName(resource, context) },
    summary:
      resource.label === null
        ? plainText(resource.description)
        : `${resource.label}${resource.description === '' ? '' : ` · ${plainText(resource.description)}`}`,
    group: groupOf(resource, context),
    status: currentStatus(context, resource.uniqueId),
    cells: columns.map(({ cell }) => cell(resource, context)),
  };
}

function listName(resource: Resource, context: ViewContext): string {
  if (resource.details.kind === 'source') return resource.name;
  return resource.details.kind === 'test'
    ? testName(resource.uniqueId, context)
    : displayName(resource);
}

/** What a row is listed under: its folder below its package, a source's name, what a test tests. */
function groupOf(resource: Resource, context: ViewContext): string {
  const { details, packageName } = resource;
  if (details.kind === 'test' && details.attachedNode !== null)
    return context.links.link(details.attachedNode).name;
  const isRoot = packageName === context.project.facts.name;
  return [...(isRoot ? [] : [packageName]), ...foldersOf(resource)]
    .filter((part) => part !== '')
    .join(' / ');
}

function summaryOf(collection: Collection, shown: readonly Resource[], hidden: number): string {
  const count = shown.length;
  const name = (count === 1 ? collection.singular : collection.plural).toLowerCase();
  const packages = new Set(shown.map((resource) => resource.packageName)).size;
  const inPackages = packages > 1 ? ` in ${formatNumber(packages)} packages` : '';
  const kept = hidden > 0 ? `; ${formatNumber(hidden)} kept out of the docs` : '';
  return `${formatNumber(count)} ${name}${inPackages}${kept}`;
}

function columnsFor(collection: Collection): readonly ListColumn[] {
  switch (collection.path) {
    case 'models':
      return [MATERIALIZATION, ACCESS, OWNER, TESTS, DOCUMENTED];
    case 'sources':
      return [RELATION, LOADER, AGE, TESTS, DOCUMENTED];
    case 'seeds':
    case 'snapshots':
      return [OWNER, TESTS, DOCUMENTED];
    case 'exposures':
      return [EXPOSURE_TYPE, MATURITY, OWNER, PARENTS];
    case 'metrics':
      return [METRIC_TYPE, FORMULA, PARENTS];
    case 'tests':
      return [COLUMN, DEMAND, SEVERITY];
    case 'unit-tests':
      return [TESTED];
    case 'groups':
      return [OWNER, MEMBERS];
    case 'macros':
      return [CALLERS];
    case 'semantic-models':
    case 'saved-queries':
    case 'analyses':
      return [PARENTS];
    default:
      return [FILE];
  }
}

function column(label: string, cell: ListColumn['cell'], isNumeric = false): ListColumn {
  return { label, isNumeric, cell };
}

const MATERIALIZATION = column('Materialization', ({ details }) =>
  textOr(details.kind === 'node' ? details.materialized : null, 'The artifact doesn’t say.'),
);
const ACCESS = column('Access', ({ details }) =>
  textOr(details.kind === 'node' ? details.access : null, 'dbt doesn’t say before 1.5.'),
);
const OWNER = column('Owner', ({ owner }) =>
  textOr(owner?.name ?? null, 'No group, exposure or meta.owner names one.'),
);
const TESTS = column('Tests', (resource, context) => testCounts(resource, context));
const DOCUMENTED = column('Columns described', ({ columns }) =>
  columns.length === 0
    ? noneCell('No columns are known.')
    : textCell(
        `${formatNumber(columns.filter((c) => c.description !== '').length)} / ${formatNumber(columns.length)}`,
      ),
);
const RELATION = column('Relation', ({ relation }) =>
  codeOr(relation?.name ?? null, 'The artifact doesn’t say.'),
);
const LOADER = column('Loader', ({ details }) =>
  textOr(details.kind === 'source' ? details.loader : null, 'The project doesn’t say.'),
);
const AGE = column(
  'Age when checked',
  ({ uniqueId }, { history }) => {
    const age = history.latestFreshness(uniqueId)?.result.age ?? null;
    return age === null
      ? noneCell('No check of its freshness tells.')
      : { kind: 'duration', seconds: age };
  },
  true,
);
const EXPOSURE_TYPE = column('Type', ({ details }) =>
  textOr(details.kind === 'exposure' ? details.exposureType : null, 'The project doesn’t say.'),
);
const MATURITY = column('Maturity', ({ details }) =>
  textOr(details.kind === 'exposure' ? details.maturity : null, 'The project doesn’t say.'),
);
const PARENTS = column('Depends on', (resource, context) =>
  resource.parents.length === 0
    ? noneCell('It depends on nothing.')
    : linksCell(
        context.links.links(resource.parents.slice(0, 5)),
        Math.max(0, resource.parents.length - 5),
      ),
);
const METRIC_TYPE = column('Type', ({ details }) =>
  textOr(details.kind === 'metric' ? details.metricType : null, 'The artifact doesn’t say.'),
);
const FORMULA = column('Formula', ({ details }) =>
  codeOr(details.kind === 'metric' ? details.formula : null, 'The artifact doesn’t say.'),
);
const COLUMN = column('Column', ({ details }) =>
  codeOr(details.kind === 'test' ? details.columnName : null, 'It tests a whole relation.'),
);
const DEMAND = column('Rule', ({ details }) =>
  details.kind !== 'test' || testDetail(details) === ''
    ? noneCell('Its name says all.')
    : textCell(testDetail(details)),
);
const SEVERITY = column('Severity', ({ details }) =>
  textOr(details.kind === 'test' ? details.severity : null, 'The artifact doesn’t say.'),
);
const TESTED = column('Tests', ({ details }, context) =>
  details.kind !== 'unit_test' || details.testedNode === null
    ? noneCell('The artifacts don’t contain the model.')
    : linksCell([context.links.link(details.testedNode)]),
);
const MEMBERS = column(
  'Members',
  ({ details }) => numberCell(details.kind === 'group' ? details.memberIds.length : 0),
  true,
);
const CALLERS = column(
  'Called by',
  (resource, context) =>
    numberCell(context.project.macroCallers.get(resource.uniqueId)?.length ?? 0),
  true,
);
const FILE = column('File', ({ filePath }) => codeOr(filePath, 'The artifact doesn’t say.'));

function testCounts(resource: Resource, context: ViewContext): Cell {
  const ids = testsOf(resource, context);
  if (ids.length === 0) return noneCell('Nothing tests it.');
  const kinds = ids.map((id) => currentStatus(context, id)?.kind);
  const failing = kinds.filter((kind) => kind === 'error').length;
  const warning = kinds.filter((kind) => kind === 'warn').length;
  const parts = [
    failing > 0 ? `${formatNumber(failing)} failing` : null,
    warning > 0 ? `${formatNumber(warning)} warning` : null,
  ];
  const trouble = parts.filter((part) => part !== null).join(', ');
  const count = formatNumber(ids.length);
  return textCell(trouble === '' ? count : `${count} · ${trouble}`);
}
