import { formatNumber } from './format-number.ts';
import { plural } from './plural.ts';

/** Words of the pages of resources, whatever their type. */
export const RESOURCE = {
  bar: {
    duration: 'Duration',
    durations: (count: number, durations: string): string =>
      `The last ${formatNumber(count)} durations, oldest first: ${durations}`,
    materialization: 'Materialization',
    type: 'Type',
    maturity: 'Maturity',
    loader: 'Loader',
    owner: 'Owner',
    url: 'URL',
    tests: 'Tests',
    builtOn: 'Built on',
    severity: 'Severity',
    returns: 'Returns',
    primaryEntity: 'Primary entity',
    rows: 'Rows',
    size: 'Size',
    relation: 'Relation',
    lastCheck: (word: string): string => `Last check: ${word}`,
    lastResult: (word: string): string => `Last result: ${word}`,
    lastRun: 'Last run',
    freshness: 'Freshness',
    messageOfLastRun: 'Message of the last run',
  },
  /** What chats show of a link. */
  preview: {
    place: (type: string, folders: readonly string[], project: string): string =>
      `${type} in ${[project, ...folders].join(' / ')}`,
    health: 'Health',
    owner: 'Owner',
    materialization: 'Materialization',
    type: 'Type',
  },
  sections: {
    overview: 'Overview',
    lineage: 'Lineage',
    details: 'Details',
    tests: 'Tests',
    columns: 'Columns',
    code: 'Code',
    runs: 'Runs',
    meta: 'Meta',
    config: 'Config',
    onThisPage: 'On this page',
  },
  lineage: {
    dependsOn: 'Depends on',
    usedBy: 'Used by',
    counts: (direct: number, total: number): string =>
      `${formatNumber(direct)} direct · ${formatNumber(total)} total`,
    dependsOnNothing: 'Depends on nothing in this project.',
    usedByNothing: 'Nothing in this project uses it.',
    more: (count: number): string => `and ${formatNumber(count)} more, in the`,
    ofProject: 'Expand in the explorer',
    lineage: 'lineage',
    hidden: 'kept out of the docs',
    boxMore: (count: number): string => `${formatNumber(count)} more`,
    neighbourhood: (name: string, parents: number, children: number): string =>
      `${name} with ${plural(parents, 'parent')} and ${plural(children, 'child', 'children')}`,
  },
  empty: {
    description: {
      title: 'No description',
      text: 'Nobody has said what this is for. A description in the project’s YAML is shown here.',
    },
    hookDescription: {
      title: 'No description',
      text: 'dbt has no place for descriptions of hooks: what this one does is said by its code, below.',
    },
    tests: {
      title: 'No tests',
      text: 'Nothing checks this data. A unique and a not_null test on its key are a good start.',
    },
    columns: 'No columns known',
    columnsOfEphemeral:
      'Ephemeral models are not built, so only columns that the project describes can be shown, and it describes none.',
    columnsNotInCatalog:
      'The project describes none, and the catalog has no entry for this relation: it was not built when the catalog was made.',
    columnsNotSeen:
      'The project describes none, and the catalog knows this relation without its columns: dbt could not see them.',
    columnsWithoutCatalog:
      'The project describes none, and no catalog.json was found to tell what the warehouse has.',
  },
  badges: {
    access: 'Who may refer to it',
    contract: 'contract',
    contractTitle: 'Its columns and types are enforced',
    standing: (standing: string): string =>
      standing === 'prerelease' ? standing : `${standing} version`,
    version: (version: string, latest: string): string =>
      `Version ${version}; the latest is ${latest}`,
  },
  notices: {
    deprecated: 'Deprecated',
    deprecationDate: (date: string): string => `Its deprecation date is ${date}.`,
    missingParents: 'Depends on something that the artifacts don’t contain',
    missingParentsText: 'It may be disabled, or belong to another project.',
    keptOut: 'Kept out of the lists',
    keptOutText:
      'The project sets docs.show to false for it, so it is left out of lists; links still lead here.',
  },
  columns: {
    caption: 'Columns',
    column: 'Column',
    type: 'Type',
    description: 'Description',
    tests: 'Tests',
    noDescription: 'No description',
    unknownType: 'unknown',
    declared: (type: string): string => `declared ${type}`,
    references: 'References',
    fromType: 'known from the type',
    fromDocBlocks: (names: readonly string[]): string =>
      `from the doc ${names.length === 1 ? 'block' : 'blocks'} ${names.join(', ')}`,
    fromWarehouse: 'comment in the warehouse',
    filter: 'Filter columns',
    shown: (shown: number, all: number): string =>
      `${formatNumber(shown)} of ${formatNumber(all)} columns`,
    parts: (name: string): string => `Parts of ${name}`,
    described: (described: number, all: number): string =>
      `${formatNumber(described)} of ${plural(all, 'column')} described`,
    primaryKey: 'primary key',
    foreignKey: 'foreign key',
    inCatalog: 'in the catalog',
    notInCatalog: 'not in the catalog',
    isDeclared: 'declared',
    notDeclared: 'not declared',
    noneIs: (opposite: string): string => `None of the columns is ${opposite}.`,
    mostAre: (count: number, all: number, mismatch: string): string =>
      `${formatNumber(count)} of ${plural(all, 'column')} are ${mismatch}; the others are marked.`,
    noCatalog:
      'No catalog.json was found: types are those that the project declares. dbt docs generate writes one.',
    typesOfEphemeral: 'Ephemeral models are not built, so the warehouse knows no types of them.',
    typesNotSeen:
      'The catalog knows this relation without its columns: types are those that the project declares.',
    typesNotInCatalog:
      'The catalog has no entry for this relation: types are those that the project declares.',
  },
  tests: {
    caption: 'Tests',
    status: 'Status',
    test: 'Test',
    column: 'Column',
    failures: 'Failures',
    lastRun: 'Last run',
    more: 'More',
    sql: 'SQL',
    fullName: 'Full name',
    message: 'Message',
    compiled: (name: string): string => `Compiled SQL of ${name}`,
    noColumn: 'it tests a whole relation',
    noFailures: 'no result says',
    since: 'In trouble since',
    noTrouble: 'it neither fails nor warns',
    lastRuns: 'Last runs',
    notRun: 'no run of this test is known',
    severity: (word: string): string => `severity ${word}`,
    severityTitle: 'What a failure counts as',
    unitTest: 'unit test',
    counted: {
      success: 'passing',
      error: 'failing',
      warn: 'warning',
      skipped: 'skipped',
      none: 'not run',
    },
  },
  results: {
    caption: 'Results in runs, newest first',
    status: 'Status',
    run: 'Run',
    target: 'Target',
    when: 'When',
    duration: 'Duration',
    message: 'Message',
    noMessage: 'no message',
    leftOut: (count: number): string =>
      `${plural(count, 'older result')} ${count === 1 ? 'is' : 'are'} left out.`,
  },
  code: {
    source: 'Source',
    compiled: 'Compiled',
    views: 'Which code is shown',
    noSource: 'The artifact holds no source code.',
    noCompiled:
      'The artifact holds no compiled code: the manifest was written by a command that compiles nothing. dbt compile, build or docs generate write it.',
  },
  nearby: {
    title: 'In this folder',
    all: (collection: string): string => `All ${collection.toLowerCase()}`,
    navigation: 'Neighbours in the same folder',
    previous: 'Previous',
    next: 'Next',
  },
  swatch: (color: string): string => `Colour ${color}`,
} as const;
