import { formatNumber } from './format-number.ts';
import { plural } from './plural.ts';

/** What rules say of a single thing that they found. */
export const findingWords = {
  says: (word: string, message: string | null) =>
    message === null ? `says ${word}` : `says ${word}: ${message}`,
  rows: (word: string, rows: number) => `says ${word}: ${plural(rows, 'row')}`,
  flips: (flips: number, results: number) =>
    `changed ${plural(flips, 'time')} in its last ${plural(results, 'result')}`,
  builtAt: (day: string) => `last built on ${day}`,
  neverRun: 'no run of it is known',
  notChecked: 'no check of it is known',
  checkedAt: (day: string) => `last checked on ${day}`,
  age: (hours: number) =>
    `its newest row was ${hours < 48 ? plural(Math.floor(hours), 'hour') : plural(Math.floor(hours / 24), 'day')} old`,
  noRule: 'no warn_after and no error_after',
  noKeyTest: 'no column is tested as unique and not null',
  noTest: 'no test',
  noDescription: 'no description',
  coverage: (part: number, all: number, percent: number, target: number) =>
    `${formatNumber(part)} of ${plural(all, 'model')} (${formatNumber(percent)} %); the target is ${formatNumber(target)} %`,
  sourceNotDescribed: (name: string, tables: number) =>
    `the source ${name} of ${plural(tables, 'table')}`,
  columnsDescribed: (part: number, all: number) =>
    `${formatNumber(part)} of ${plural(all, 'column')} described`,
  columns: (names: string) => `not there: ${names}`,
  undeclared: (names: string) => `not in the contract: ${names}`,
  contract: (parts: readonly string[]) => parts.join('; '),
  missing: (names: string) => `refers to ${names}`,
  reads: (names: string) => `reads ${names}`,
  sameTable: (relation: string, names: string) => `${relation} is also ${names}`,
  readBy: (count: number, names: string) => `read by ${formatNumber(count)}: ${names}`,
  nothingReads: 'nothing reads it',
  noParents: 'no ref() and no source()',
  leaves: (count: number, names: string) => `${plural(count, 'leaf', 'leaves')}: ${names}`,
  rejoined: (reader: string, parent: string) => `only ${reader} reads it, as well as ${parent}`,
  parents: (count: number) => plural(count, 'parent'),
  prefix: (prefixes: string, folder: string) => `lies in ${folder}, so begins with ${prefixes}`,
  folder: (folder: string, path: string) => `belongs in a folder ${folder}, but is ${path}`,
  testsIn: (files: string) => `tested in ${files}`,
  slower: (now: string, before: string) =>
    `took ${now}; before, half of the runs took up to ${before}`,
  seconds: (seconds: number) => `${formatNumber(seconds)} s`,
  views: (count: number) => `stands on ${plural(count, 'view')} on top of each other`,
  exposed: (materialized: string, exposures: string) => `${materialized}, read by ${exposures}`,
  noContract: 'public, without a contract',
  notPublic: (names: string) => `reads ${names}`,
  deprecated: (day: string, names: string) => `deprecated from ${day} on; used by ${names}`,
  oldVersion: (latest: string, names: string) => `the latest is ${latest}; used by ${names}`,
  noOwner: 'no group with an owner, and no meta.owner',
  andMore: (names: string, more: number) => `${names} and ${formatNumber(more)} more`,
} as const;

/** Why a rule can't be answered. */
export const unansweredWords = {
  noRuns: 'No run results are known: dbt build writes them.',
  noTestRuns: 'No test results are known: dbt build or dbt test write them.',
  noChecks: 'No freshness results are known: dbt source freshness writes them.',
  noRules: 'No source has a rule for its freshness.',
  fewRuns: 'Too few runs are known to tell.',
  noCatalog: 'No catalog was found: dbt docs generate writes it.',
  noCode: 'The artifacts hold no SQL.',
  noLayers: 'No two layers of the project are known by their folders or prefixes.',
  notFollowed: 'Most of the project does otherwise.',
  noModels: 'The project has no models.',
  noSources: 'The project has no sources.',
  noExposures: 'The project has no exposures.',
  noMetrics: 'The project has no metrics.',
  noColumns: 'No columns are known.',
  noPublicModels: 'The project makes no model public.',
  noContracts: 'No model has a contract.',
  noVersions: 'No model has versions.',
  noDeprecations: 'No model is deprecated.',
  noOwners: 'No model has an owner.',
} as const;
