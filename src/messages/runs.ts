import { formatNumber } from './format-number.ts';
import { plural } from './plural.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Words of the list of runs. */
export const RUNS = {
  title: 'Runs',
  description: 'What dbt ran, and how it went',
  count: (count: number) => plural(count, 'run'),
  caption: 'Runs, newest first',
  empty: {
    title: 'No run results',
    text: 'Without run_results.json this site can’t tell what ran, what failed and how long it took. Keep the files of past runs in runs/<name>/.',
  },
  columns: {
    status: 'Status',
    command: 'Command',
    started: 'Started',
    duration: 'Duration',
    median: 'To median',
    results: 'Results',
    target: 'Target',
    startedBy: 'Started by',
    dbt: 'dbt',
  },
  medianIs: (duration: string, count: number) => `median ${duration} of ${plural(count, 'run')}`,
  fewRuns: 'fewer than three runs of this command',
  unknownDay: 'Time unknown',
  /** `2026-11-16, Monday`. */
  day: (date: string, weekday: number) => `${date}, ${WEEKDAYS[weekday] ?? ''}`,
  status: {
    success: 'success',
    finished: 'finished',
    warn: 'warnings',
    error: 'failed',
    skipped: 'skipped',
    partial: 'partial success',
    none: 'no results',
  },
  counts: {
    success: 'passed',
    warn: 'warned',
    error: 'failed',
    skipped: 'skipped',
    partial: 'partly succeeded',
    none: 'unknown',
    no_op: 'no-op',
    reused: 'reused',
  },
  filter: {
    label: 'Filter the runs',
    status: 'Status',
    anyStatus: 'Any status',
    command: 'Command',
    anyCommand: 'Any command',
    target: 'Target',
    anyTarget: 'Any target',
    from: 'From',
    to: 'To',
    node: 'Contains',
    nodeHint: 'model, test …',
    clear: 'Clear',
    shown: (count: number, all: number) => `${formatNumber(count)} of ${plural(all, 'run')}`,
    first: (count: number) => `the first ${formatNumber(count)} are shown`,
    none: 'No run fits.',
    failed: 'The list could not be loaded.',
  },
  grid: {
    title: 'What was not green',
    caption: 'Outcomes of nodes, a row each, in runs from the oldest on the left to the newest',
    note: (runs: number) =>
      `Everything that failed or warned in the last ${plural(runs, 'run')}; what changes most often comes first.`,
    leftOut: (count: number) => `and ${formatNumber(count)} more that were not always green`,
    allGreen: (runs: number) => `Nothing failed or warned in the last ${plural(runs, 'run')}.`,
    titleOf: (period: string) => `What was not green: ${period}`,
    noteOf: (runs: number) =>
      `Everything that failed or warned in ${plural(runs, 'run')}; what changes most often comes first.`,
    allGreenOf: (runs: number) => `Nothing failed or warned in ${plural(runs, 'run')}.`,
    days: (first: string, last: string) => `${first} to ${last}`,
    hours: (day: string, from: string, to: string) => `${day}, ${from} to ${to} UTC`,
    periods: 'All runs, month by month',
    runs: (count: number) => plural(count, 'run'),
    older: (period: string) => `Older: ${period}`,
    newer: (period: string) => `Newer: ${period}`,
    node: 'Node',
  },
} as const;
