import { formatNumber } from './format-number.ts';
import { plural } from './plural.ts';

interface Tally {
  readonly passing: number;
  readonly failing: number;
  readonly warning: number;
  readonly other: number;
}

type StripKind = keyof typeof STRIP_WORDS;

const STRIP_WORDS = {
  success: 'passed',
  warn: 'warned',
  error: 'failed',
  partial: 'partly succeeded',
  skipped: 'skipped',
  none: 'unknown',
} as const;

/** Words of the lists: columns, the filter box, facets, trees. */
export const LISTS = {
  columns: {
    name: 'Name',
    status: 'Status',
    health: 'Health',
    materialized: 'Materialized',
    lastRun: 'Last run',
    checked: 'Checked',
    duration: 'Duration',
    tests: 'Tests',
    described: 'Columns',
    rows: 'Rows',
    owner: 'Owner',
    access: 'Access',
    tags: 'Tags',
    group: 'Group',
    package: 'Package',
    database: 'Database',
    schema: 'Schema',
    file: 'File',
    relation: 'Relation',
    loader: 'Loader',
    age: 'Age',
    newest: 'Newest record',
    since: 'Since',
    flips: 'Flips',
    strip: 'Last runs',
    type: 'Type',
    maturity: 'Maturity',
    upstream: 'In trouble',
    upstreamTests: 'Tests upstream',
    debt: 'Debt',
    formula: 'Formula',
    column: 'Column',
    rule: 'Rule',
    severity: 'Severity',
    tested: 'Tests',
    parents: 'Depends on',
    members: 'Members',
    callers: 'Callers',
    description: 'Description',
  },
  /** What a heading of one word leaves open. */
  columnTitles: {
    duration: 'How long its newest result took',
    described: 'Columns with a description, of all',
    rows: 'Rows, as the catalog says',
    age: 'How old its data was when it was checked',
    callers: 'How many resources call it',
    since: 'When the failures, or warnings, that it is in now began',
    flips: 'How often its newest 20 results went from passing to not, or back',
    strip: 'Its newest ten results, the newest on the right',
    newest: 'When its newest record came, as its last check found',
    upstream: 'What fails or warns, of everything upstream',
    upstreamTests: 'Tests of everything upstream, by their newest results',
    debt: 'What rules of health find upstream',
    tests: 'Tests that watch it, by their newest results',
  },
  why: {
    artifact: 'The artifact doesn’t say.',
    project: 'The project doesn’t say.',
    access: 'dbt doesn’t say before 1.5.',
    owner: 'No group, exposure or meta.owner names one.',
    tests: 'Nothing tests it.',
    upstreamTests: 'Nothing upstream is tested.',
    columns: 'No columns are known.',
    rows: 'No catalog tells.',
    run: 'No result is known.',
    duration: 'No result says.',
    age: 'No check of its freshness tells.',
    parents: 'It depends on nothing.',
    wholeRelation: 'It tests a whole relation.',
    rule: 'Its name says all.',
    trouble: 'It neither fails nor warns.',
    results: 'No result is known.',
    newest: 'No check of its freshness tells.',
    tested: 'The artifacts don’t contain the model.',
    tags: 'It has no tags.',
    group: 'It is in no group.',
    status: 'dbt never runs it.',
    health: 'It can’t have one.',
  },
  /** `14 passing, 1 failing`. */
  testsInWords: ({ passing, failing, warning, other }: Tally) =>
    (
      [
        [passing, 'passing'],
        [failing, 'failing'],
        [warning, 'warning'],
        [other, 'not run'],
      ] as const
    )
      .filter(([count]) => count > 0)
      .map(([count, word]) => `${formatNumber(count)} ${word}`)
      .join(', '),
  /** `pass, pass, fail`, as far as the kinds tell. */
  stripInWords: (last: readonly StripKind[]) => last.map((kind) => STRIP_WORDS[kind]).join(', '),
  /** A row of failures that may have begun earlier. */
  atLeast: 'since at least',
  /** `8 of 20`. */
  ratioInWords: (part: number, whole: number) => `${formatNumber(part)} of ${formatNumber(whole)}`,
  emptyTitle: (nouns: string) => `No ${nouns} to list`,
  emptyText: 'The project keeps all of them out of the docs (docs.show).',
  description: (nouns: string) => `All ${nouns} of the project`,
  inPackages: (count: number) => `in ${formatNumber(count)} packages`,
  keptOut: (count: number) => `${formatNumber(count)} kept out of the docs`,

  filters: 'Filters',
  /** In the empty box. */
  filterHint: 'Filter: words, tag:nightly, status:error, -path:staging',
  /** Of tables that are no lists. */
  filterRows: 'Filter rows',
  filterPage: 'Filter this page',
  filterRowsHint: 'Filter: words, -without, "in a row"',
  row: { one: 'row', many: 'rows' },
  filterLabel: (nouns: string) => `Filter ${nouns}`,
  clear: 'Clear',
  clearTitle: 'Clear the filter (Esc)',
  removeTerm: (term: string) => `Remove ${term}`,
  terms: 'Filters in use',
  facets: 'Filter by',
  columnsMenu: 'Columns',
  resetColumns: 'Default columns',
  display: 'Display',
  sortedBy: 'Sort by',
  turnOrder: 'Turn the order round',
  findValue: 'Find a value',
  noValues: 'No such value',
  groupBy: 'Group by',
  groups: {
    section: 'Folder',
    sourceSection: 'Source',
    testSection: 'What is tested',
    owner: 'Owner',
    tag: 'Tag',
    group: 'Group',
    materialized: 'Materialization',
    access: 'Access',
    package: 'Package',
    schema: 'Schema',
    status: 'Status',
    health: 'Health',
    type: 'Type',
    severity: 'Severity',
    none: 'Nothing',
  },
  groupOfNone: {
    section: 'No folder',
    owner: 'No owner',
    tag: 'No tag',
    group: 'No group',
    materialized: 'No materialization',
    access: 'No access',
    package: 'No package',
    schema: 'No schema',
    severity: 'No severity',
    status: 'No status',
    health: 'No health',
    type: 'No type',
  },
  facetNames: {
    status: 'Status',
    health: 'Health',
    tests: 'Tests',
    materialized: 'Materialized',
    access: 'Access',
    type: 'Type',
    severity: 'Severity',
    maturity: 'Maturity',
    owner: 'Owner',
    group: 'Group',
    tag: 'Tag',
    package: 'Package',
    loader: 'Loader',
    schema: 'Schema',
    path: 'Folder',
    missing: 'Missing',
  },
  andMore: (count: number) => `and ${formatNumber(count)} more`,
  moreValues: (count: number) => `${formatNumber(count)} more: find them by the box above`,
  csv: 'CSV',
  csvTitle: 'Download the rows that are shown',
  csvOfAll: 'All as CSV',
  /** The live region, and the count beside the filter. */
  shown: (shown: number, total: number, noun: { readonly one: string; readonly many: string }) =>
    shown === total
      ? plural(total, noun.one, noun.many)
      : `${formatNumber(shown)} of ${plural(total, noun.one, noun.many)}`,
  moreLinks: (count: number) => `and ${formatNumber(count)} more`,
  /** Where only the rows near the window are drawn. */
  findInPage:
    'Find in page (Ctrl F) sees the rows around the window only. The filter searches all of them.',
  nothingMatches: (nouns: string) => `No ${nouns} match this filter.`,
  loading: 'Loading the list …',
  failed: 'The list could not be loaded. Check the connection and try again.',
  treeTabs: { resources: 'Resources', files: 'Files', database: 'Database' },
  foldersIn: (folder: string) => `Folders in ${folder}`,
};
