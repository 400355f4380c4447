import { LISTS } from '../../messages/lists.ts';
import type { ListCell } from './list-cell.ts';
import type { ListItem } from './list-item.ts';

/** A column that a list can show beside the name. */
export interface ListColumn {
  /** In URLs: `last-run`. */
  readonly id: string;
  readonly label: string;
  /** Says more than the label; null where that says all. */
  readonly title: string | null;
  readonly isNumeric: boolean;
  /** Width in pixels; a table shares out what is left to the name. */
  readonly width: number;
  cell(item: ListItem): ListCell;
}

/**
 * From which width of the list on a column is shown unless the reader chooses columns: 1 wherever there is a table, 2
 * from 760 px, 3 from 1000 px; null for columns that wait to be chosen.
 */
export type ColumnRank = 1 | 2 | 3 | null;

export interface RankedColumn {
  readonly column: ListColumn;
  readonly rank: ColumnRank;
}

const { columns: LABELS, columnTitles: TITLES, why: WHY } = LISTS;

function column(
  id: string,
  label: string,
  width: number,
  cell: ListColumn['cell'],
  { isNumeric = false, title = null }: { isNumeric?: boolean; title?: string | null } = {},
): ListColumn {
  return { id, label, title, isNumeric, width, cell };
}

function none(why: string): ListCell {
  return { kind: 'none', why };
}

function text(value: string | null | undefined, why: string): ListCell {
  return value === null || value === undefined || value === ''
    ? none(why)
    : { kind: 'text', text: value };
}

function code(value: string | null | undefined, why: string): ListCell {
  return value === null || value === undefined || value === ''
    ? none(why)
    : { kind: 'code', text: value };
}

const NUMERIC = { isNumeric: true };

const STATUS = column('status', LABELS.status, 116, ({ status }) =>
  status === null ? none(WHY.status) : { kind: 'status', status },
);
const HEALTH = column('health', LABELS.health, 100, ({ health }) =>
  health === null ? none(WHY.health) : { kind: 'health', state: health },
);
const MATERIALIZED = column('materialized', LABELS.materialized, 108, ({ materialized }) =>
  text(materialized, WHY.artifact),
);
const LAST_RUN = column('last-run', LABELS.lastRun, 100, ({ lastRunAt }) =>
  lastRunAt === null ? none(WHY.run) : { kind: 'time', iso: lastRunAt },
);
const CHECKED: ListColumn = { ...LAST_RUN, label: LABELS.checked };
const DURATION = column(
  'duration',
  LABELS.duration,
  84,
  ({ duration }) =>
    duration === null ? none(WHY.duration) : { kind: 'duration', seconds: duration },
  { isNumeric: true, title: TITLES.duration },
);
const TESTS = column(
  'tests',
  LABELS.tests,
  96,
  ({ tests }) =>
    tests.passing + tests.failing + tests.warning + tests.other === 0
      ? none(WHY.tests)
      : { kind: 'tests', ...tests },
  { title: TITLES.tests },
);
const DESCRIBED = column(
  'described',
  LABELS.described,
  76,
  ({ columnCount, describedCount }) =>
    columnCount === 0
      ? none(WHY.columns)
      : { kind: 'ratio', part: describedCount, whole: columnCount },
  { isNumeric: true, title: TITLES.described },
);
const ROWS = column(
  'rows',
  LABELS.rows,
  88,
  ({ rowCount }) => (rowCount === null ? none(WHY.rows) : { kind: 'number', value: rowCount }),
  { isNumeric: true, title: TITLES.rows },
);
const OWNER = column('owner', LABELS.owner, 120, ({ owner }) => text(owner, WHY.owner));
const ACCESS = column('access', LABELS.access, 88, ({ access }) => text(access, WHY.access));
const TAGS = column('tags', LABELS.tags, 140, ({ tags }) => text(tags.join(', '), WHY.tags));
const GROUP = column('group', LABELS.group, 100, ({ group }) => text(group, WHY.group));
const PACKAGE = column('package', LABELS.package, 120, ({ packageName }) =>
  text(packageName, WHY.artifact),
);
const DATABASE = column('database', LABELS.database, 120, ({ database }) =>
  text(database, WHY.artifact),
);
const SCHEMA = column('schema', LABELS.schema, 120, ({ schema }) => text(schema, WHY.artifact));
const FILE = column('file', LABELS.file, 280, ({ filePath }) => code(filePath, WHY.artifact));

const RELATION = column('relation', LABELS.relation, 260, ({ own }) =>
  code(own.relation, WHY.artifact),
);
const LOADER = column('loader', LABELS.loader, 88, ({ own }) => text(own.loader, WHY.project));
const AGE = column(
  'age',
  LABELS.age,
  88,
  ({ own }) =>
    own.age === null || own.age === undefined
      ? none(WHY.age)
      : { kind: 'duration', seconds: own.age },
  { isNumeric: true, title: TITLES.age },
);
const NEWEST = column(
  'newest',
  LABELS.newest,
  112,
  ({ own: { newestAt } }) =>
    newestAt === null || newestAt === undefined
      ? none(WHY.newest)
      : { kind: 'time', iso: newestAt },
  { title: TITLES.newest },
);
const SINCE = column(
  'since',
  LABELS.since,
  100,
  ({ own: { past } }) =>
    past === undefined || past.since === null || past.sinceHref === null
      ? none(past === undefined || past.runs === 0 ? WHY.results : WHY.trouble)
      : { kind: 'run', iso: past.since, href: past.sinceHref, isAtLeast: !past.hasBegun },
  { title: TITLES.since },
);
const STRIP = column(
  'last-runs',
  LABELS.strip,
  92,
  ({ own: { past } }) =>
    past === undefined || past.last.length === 0
      ? none(WHY.results)
      : { kind: 'strip', last: past.last },
  { title: TITLES.strip },
);
const FLIPS = column(
  'flips',
  LABELS.flips,
  72,
  ({ own: { past } }) =>
    past === undefined || past.runs === 0
      ? none(WHY.results)
      : { kind: 'ratio', part: past.flips, whole: past.runs },
  { isNumeric: true, title: TITLES.flips },
);
const TYPE = column('type', LABELS.type, 108, ({ own }) => text(own.type, WHY.artifact));
const MATURITY = column('maturity', LABELS.maturity, 88, ({ own }) =>
  text(own.maturity, WHY.project),
);
const UPSTREAM = column(
  'upstream',
  LABELS.upstream,
  104,
  ({ own: { upstream } }) =>
    upstream === undefined || upstream.total === 0
      ? none(WHY.parents)
      : { kind: 'ratio', part: upstream.inTrouble, whole: upstream.total },
  { isNumeric: true, title: TITLES.upstream },
);
const UPSTREAM_TESTS = column(
  'upstream-tests',
  LABELS.upstreamTests,
  124,
  ({ own: { upstream } }) =>
    upstream === undefined || Object.values(upstream.tests).every((count) => count === 0)
      ? none(WHY.upstreamTests)
      : { kind: 'tests', ...upstream.tests },
  { title: TITLES.upstreamTests },
);
const DEBT = column(
  'debt',
  LABELS.debt,
  68,
  ({ own: { upstream } }) =>
    upstream === undefined ? none(WHY.parents) : { kind: 'number', value: upstream.findings },
  { isNumeric: true, title: TITLES.debt },
);
const FORMULA = column('formula', LABELS.formula, 240, ({ own }) =>
  code(own.formula, WHY.artifact),
);
const COLUMN = column('column', LABELS.column, 140, ({ own }) =>
  code(own.columnName, WHY.wholeRelation),
);
const RULE = column('rule', LABELS.rule, 200, ({ own }) => text(own.rule, WHY.rule));
const SEVERITY = column('severity', LABELS.severity, 80, ({ own }) =>
  text(own.severity, WHY.artifact),
);
const TESTED = column('tested', LABELS.tested, 200, ({ own }) =>
  own.tested === null || own.tested === undefined
    ? none(WHY.tested)
    : { kind: 'links', links: [own.tested], more: 0 },
);
const PARENTS = column('parents', LABELS.parents, 260, ({ own }) => {
  const { parents = [], parentCount = 0 } = own;
  return parents.length === 0
    ? none(WHY.parents)
    : { kind: 'links', links: parents, more: parentCount - parents.length };
});
const MEMBERS = column(
  'members',
  LABELS.members,
  84,
  ({ own }) => ({ kind: 'number', value: own.memberCount ?? 0 }),
  NUMERIC,
);
const CALLERS = column(
  'callers',
  LABELS.callers,
  84,
  ({ own }) => ({ kind: 'number', value: own.callerCount ?? 0 }),
  { isNumeric: true, title: TITLES.callers },
);

/** The columns of a list, in their order. */
export function columnsOf(collectionPath: string): readonly RankedColumn[] {
  return (COLUMNS[collectionPath] ?? OTHERS).map(([ranked, rank]) => ({ column: ranked, rank }));
}

type Choice = readonly [column: ListColumn, rank: ColumnRank];

const OTHERS: readonly Choice[] = [
  [FILE, 1],
  [OWNER, 3],
  [TAGS, null],
  [PACKAGE, null],
];

const BUILT: readonly Choice[] = [
  [OWNER, 3],
  [TAGS, null],
  [GROUP, null],
  [PACKAGE, null],
  [DATABASE, null],
  [SCHEMA, null],
  [FILE, null],
];

const SEMANTIC: readonly Choice[] = [
  [PARENTS, 1],
  [HEALTH, 2],
  [OWNER, 3],
  [TAGS, null],
  [GROUP, null],
  [PACKAGE, null],
  [FILE, null],
];

const COLUMNS: Readonly<Record<string, readonly Choice[]>> = {
  models: [
    [STATUS, 1],
    [HEALTH, 2],
    [MATERIALIZED, 1],
    [LAST_RUN, 1],
    [DURATION, 2],
    [TESTS, 1],
    [DESCRIBED, 2],
    [ROWS, 3],
    [ACCESS, null],
    ...BUILT,
  ],
  sources: [
    [STATUS, 1],
    [HEALTH, 2],
    [NEWEST, 1],
    [AGE, 3],
    [CHECKED, 1],
    [TESTS, 1],
    [DESCRIBED, 2],
    [LOADER, null],
    [RELATION, null],
    [ROWS, null],
    ...BUILT,
  ],
  seeds: [
    [STATUS, 1],
    [HEALTH, 2],
    [LAST_RUN, 1],
    [DURATION, 2],
    [TESTS, 1],
    [DESCRIBED, 1],
    [ROWS, 3],
    ...BUILT,
  ],
  snapshots: [
    [STATUS, 1],
    [HEALTH, 2],
    [LAST_RUN, 1],
    [DURATION, 2],
    [TESTS, 1],
    [DESCRIBED, 1],
    [ROWS, 3],
    ...BUILT,
  ],
  exposures: [
    [TYPE, 3],
    [HEALTH, 1],
    [UPSTREAM, 1],
    [UPSTREAM_TESTS, 1],
    [DEBT, 3],
    [MATURITY, 2],
    [OWNER, 1],
    [PARENTS, null],
    [TAGS, null],
    [PACKAGE, null],
    [FILE, null],
  ],
  metrics: [
    [TYPE, 1],
    [FORMULA, 1],
    [PARENTS, 2],
    [HEALTH, 3],
    [OWNER, null],
    [TAGS, null],
    [GROUP, null],
    [PACKAGE, null],
    [FILE, null],
  ],
  tests: [
    [STATUS, 1],
    [SINCE, 1],
    [STRIP, 1],
    [COLUMN, 1],
    [FLIPS, 2],
    [SEVERITY, 2],
    [LAST_RUN, 2],
    [OWNER, 3],
    [TESTED, null],
    [RULE, null],
    [TYPE, null],
    [DURATION, null],
    [TAGS, null],
    [PACKAGE, null],
    [FILE, null],
  ],
  'unit-tests': [
    [STATUS, 1],
    [SINCE, 1],
    [STRIP, 1],
    [FLIPS, 2],
    [TESTED, 1],
    [LAST_RUN, 2],
    [DURATION, 3],
    [TAGS, null],
    [PACKAGE, null],
    [FILE, null],
  ],
  groups: [
    [OWNER, 1],
    [MEMBERS, 1],
    [PACKAGE, null],
    [FILE, null],
  ],
  macros: [
    [CALLERS, 1],
    [FILE, 2],
    [PACKAGE, null],
  ],
  'semantic-models': SEMANTIC,
  'saved-queries': SEMANTIC,
  analyses: [
    [PARENTS, 1],
    [OWNER, 3],
    [TAGS, null],
    [PACKAGE, null],
    [FILE, null],
  ],
};
