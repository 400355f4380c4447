import { formatNumber } from './format-number.ts';
import { plural } from './plural.ts';

/** Words of the first page. */
export const HOME = {
  description: (project: string): string =>
    `What the dbt project ${project} contains, how it runs and what feeds what`,
  project: 'Project',
  dbt: 'dbt',
  adapter: 'Adapter',
  generated: 'Artifacts generated',
  lastRun: 'Last run',
  /** Shown by browsers, once it is so. */
  age: {
    label: 'Age',
    stale: (hours: number): string => `older than ${formatNumber(hours)} h`,
  },
  allClear: {
    title: (isKnown: boolean): string =>
      isKnown ? 'All clear' : 'Nothing in trouble that is known',
    ran: 'Nothing failed or warned when it last ran',
    fresh: ', and no source was stale when it was last checked',
    neverChecked: 'How fresh sources are is not known: dbt source freshness tells.',
    neverRan: (count: number): string =>
      `Of ${plural(count, 'resource')} too little is known to tell how they are.`,
  },
  nothingKnown: {
    title: 'Nothing is known of any run',
    text: 'No run_results.json with outcomes was found, so this site can’t tell what fails.',
  },
  runs: {
    title: 'Last runs',
    caption: 'Last runs, newest first',
    status: 'Status',
    command: 'Command',
    started: 'Started',
    duration: 'Duration',
    nodes: 'Nodes',
    results: 'Results',
    dbt: 'dbt',
    target: (target: string | null, others: readonly string[]): string =>
      `On ${target === null ? 'the default target' : `the target ${target}`}, whose results are the statuses on this site. Runs on ${others.join(', ')} are in the list of runs.`,
  },
  changes: {
    title: 'What changed',
    by: 'By the newest runs:',
    calm: 'Nothing: what failed before still fails, and everything else is as it was.',
    groups: {
      failing: 'Newly failing',
      stale: 'Newly stale',
      slower: 'Slower',
      recovered: 'Recovered',
      fresh: 'Fresh again',
      first: 'Ran for the first time',
      changed: 'Changed',
      removed: 'No longer in the project',
    },
    failed: (status: string, rows: number | null): string =>
      rows === null || rows === 0 ? status : `${status}: ${plural(rows, 'row')}`,
    recovered: (command: string, since: string | null): string =>
      since === null ? `by ${command}` : `by ${command}; it had failed since ${since}`,
    slower: (now: string, usual: string): string => `${now}, usually ${usual}`,
    first: (status: string): string => status,
    changed: (parts: string): string => parts,
    removed: 'ran last time',
    age: (age: string): string => `was ${age} old when checked`,
    status: (status: string): string => status,
    more: (count: number): string => `and ${plural(count, 'more', 'more')}`,
  },
  noLists: {
    title: 'Nothing is in this project yet',
    text: 'The manifest holds no model, no source and nothing else that has a page.',
  },
  start: {
    title: 'Where to start',
    publicModels: 'Public models',
    exposures: 'Exposures',
    mostUsed: 'Most used models',
  },
  lists: 'Everything in this project',
  overview: 'About the project',
  /** Why something needs attention. */
  reasons: {
    test: (name: string, tested: string | null, word: string, rows: number): string =>
      `Test ${name}${tested === null ? '' : ` on ${tested}`} says ${word}${rows === 0 ? '' : `: ${plural(rows, 'row')}`}`,
    notChecked: 'Its freshness could not be checked',
    stale: 'Its data was stale when it was last checked',
    age: (age: string, bound: string | null): string =>
      `Its newest row was ${age} old when checked${bound === null ? '' : `; ${bound}`}`,
    lastRun: (word: string): string => `Its last run says ${word}`,
  },
  tiles: {
    failing: 'Failing',
    failingNote: 'models, tests and others whose last run failed',
    warning: 'Warning',
    warningNote: 'tests and others whose last run warned',
    noRuns: 'unknown: no run results were found',
    stale: 'Stale sources',
    staleNote: 'when they were last checked',
    noChecks: 'unknown: dbt source freshness tells',
    undescribed: 'Without description',
    undescribedNote: 'models, sources and others that nobody described',
  },
  attention: {
    title: 'Needs attention',
    failedRun: 'failed before it had results',
    caption: 'Needs attention, worst first',
    status: 'Status',
    name: 'Name',
    reason: 'Reason',
    checked: 'Checked',
  },
  aboutPackage: (name: string): string => `About the package ${name}`,
} as const;
