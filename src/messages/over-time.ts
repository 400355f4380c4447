import { formatNumber } from './format-number.ts';
import { plural } from './plural.ts';

/** Words about what happened over several runs. */
export const OVER_TIME = {
  failed: 'Failed',
  failedOf: (failures: number, runs: number, percent: string): string =>
    failures === 0
      ? `never in ${plural(runs, 'run', 'runs')}`
      : `${formatNumber(failures)} of ${plural(runs, 'run', 'runs')} (${percent} %)`,
  lastSuccess: 'Last success',
  noSuccess: 'No run that succeeded is known.',
  failingSince: 'Failing since',
  warningSince: 'Warning since',
  staleSince: 'Stale since',
  lateSince: 'Late since',
  /** Behind the time of the first failure of a row. */
  streak: (count: number, hasBegun: boolean): string =>
    hasBegun ? plural(count, 'run', 'runs') : `${plural(count, 'run', 'runs')}, all that are known`,
  checks: (count: number, hasBegun: boolean): string =>
    hasBegun ? plural(count, 'check') : `${plural(count, 'check')}, all that are known`,
  lastChange: {
    changed: { label: 'Last change', note: (parts: string): string => parts },
    'not run': {
      label: 'Changed after',
      note: (parts: string): string => `${parts}; it hasn’t run as it is now`,
    },
    unchanged: { label: 'Unchanged since', note: (): string => 'at least' },
  },
  parts: { code: 'code', columns: 'columns', config: 'config' },
  usual: 'Usual duration',
  flaky: 'Flips',
  flips: (flips: number, runs: number): string =>
    `${formatNumber(flips)} in ${plural(runs, 'run', 'runs')}`,
  turns: { failed: 'new failure', recovered: 'recovered' },
  slower: 'Slower than it was',
  jump: (now: string, usual: string, compared: number): string =>
    `It took ${now} when it last ran; the median of ${plural(compared, 'earlier run', 'earlier runs')} of the same kind is ${usual}.`,
  drift: (now: string, usual: string, compared: number): string =>
    `It takes ${now} by now, the median of its newest five runs; ${plural(compared, 'run', 'runs')} ago it took ${usual}.`,
  slowSince: 'Slow since',
  chart: {
    durations: (shown: number): string =>
      `Durations of the last ${plural(shown, 'run', 'runs')}, oldest first; the table below has the same runs`,
    ages: (shown: number): string =>
      `Age of the newest record at the last ${plural(shown, 'check', 'checks')}, oldest first; the table below has the same checks`,
    strip: (shown: number): string =>
      `The last ${plural(shown, 'run', 'runs')}, oldest first, as high as they took long; the table below has the same runs`,
    bar: (status: string, when: string, took: string): string => `${status}: ${when}, ${took}`,
    unknownTime: 'time unknown',
    unknownDuration: 'duration unknown',
    unknownAge: 'age unknown',
    longest: (time: string): string => `longest ${time}`,
    oldest: (age: string): string => `oldest ${age}`,
    median: 'median',
    warnAfter: 'warn after',
    errorAfter: 'error after',
  },
  how: {
    title: 'How this is told',
    target: (target: string | null): string =>
      target === null
        ? 'Of runs on the default target; what ran elsewhere stands in the table only.'
        : `Of runs on the target ${target}, and of those that name none; what ran elsewhere stands in the table only.`,
    rate: (runs: number): string =>
      `The newest ${plural(runs, 'result', 'results')} count, those that were skipped apart.`,
    slower: (times: number, seconds: number): string =>
      `It counts as slower when its newest duration is at least ${formatNumber(times)} times the median of up to 20 earlier successful runs of the same kind, at least ${formatNumber(seconds)} s above it, and more than five median absolute deviations above it; or when the medians of its oldest and its newest five of the last 30 runs lie as far apart. Runs are of the same kind when target, full refresh, --empty, --sample and event times are the same.`,
    flips:
      'A flip is a pass that follows a failure or a warning, or the other way round, among the newest 20 results.',
  },
  freshness: 'Freshness',
  table: {
    caption: 'Freshness checks, newest first',
    status: 'Status',
    run: 'Run',
    checked: 'Checked',
    age: 'Age when checked',
    newest: 'Newest record',
    criteria: 'Criteria',
    noCriteria: 'The artifact tells none.',
    source: 'Source',
    ofSources: 'Freshness of sources',
    leftOut: (count: number): string =>
      count === 1
        ? 'One older check is left out.'
        : `${formatNumber(count)} older checks are left out.`,
  },
} as const;
