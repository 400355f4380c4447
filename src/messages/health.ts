import { plural } from './plural.ts';

/** The words of health signals: states, and the reasons that they are given. */
export const healthWords = {
  title: 'Health',
  states: {
    healthy: 'Healthy',
    caution: 'Caution',
    degraded: 'Degraded',
    unknown: 'Unknown',
  },
  /** What each state means, for a reader who sees the word for the first time. */
  meaning: {
    healthy: 'built, tested, described, and fed by fresh sources',
    caution: 'something is missing, old or warning',
    degraded: 'a build, a test or a source has failed',
    unknown: 'the artifacts don’t tell enough',
  },
  built: 'Its last run succeeded',
  failed: (word: string) => `Its last run says ${word}`,
  skipped: 'Its last run was skipped',
  odd: (word: string) => `Its last run says ${word}, which this version doesn’t know`,
  notBuiltFor: (days: number) => `Not built within ${plural(days, 'day')} of the newest artifact`,
  neverBuilt: 'No run of it is known',
  inlined: 'dbt writes it into the SQL of those that use it, so it never runs',
  noTests: 'Nothing tests it',
  testsPass: (count: number) => (count === 1 ? 'Its test passes' : `All ${count} tests pass`),
  testsFail: (failing: number, count: number) =>
    `${failing} of ${plural(count, 'test')} ${failing === 1 ? 'fails' : 'fail'}`,
  testsWarn: (warning: number, count: number) =>
    `${warning} of ${plural(count, 'test')} ${warning === 1 ? 'warns' : 'warn'}`,
  testsNeverRun: (count: number) =>
    count === 1 ? 'No result of its test is known' : `No result of its ${count} tests is known`,
  testsPartlyRun: (unrun: number, count: number) =>
    `${unrun} of ${plural(count, 'test')} ${unrun === 1 ? 'has' : 'have'} no result`,
  described: 'It has a description',
  notDescribed: 'Nobody has described it',
  fresh: 'Its data was fresh when it was last checked',
  stale: 'Its data was too old when it was last checked',
  nearlyStale: 'Its data was beyond the age to warn at when it was last checked',
  notCheckable: 'Its freshness could not be checked',
  noFreshnessRule: 'No rule says how fresh it has to be',
  neverChecked: 'Its freshness has a rule, but no check of it is known',
  notCheckedFor: (days: number) =>
    `Its freshness was not checked within ${plural(days, 'day')} of the newest artifact`,
  nothingRan: 'No run and no check of anything is known',
  /** `count` is null when there are more than are named. */
  sourcesStale: (count: number | null) => `${some(count, 'source')} upstream ${are(count)} stale`,
  sourcesWarn: (count: number | null) =>
    `${some(count, 'source')} upstream ${are(count)} stale enough to warn, or not checked lately`,
  sourcesFresh: 'Every source upstream that has a rule is fresh',
  noSources: 'No source upstream has a rule for freshness',
  upstreamDegraded: (count: number | null) =>
    `${some(count, 'resource')} upstream ${count === 1 ? 'failed, fails a test or is' : 'failed, fail a test or are'} stale`,
  upstreamCaution: (count: number | null) =>
    `${some(count, 'resource')} upstream ${count === 1 ? 'warns, was skipped or was' : 'warn, were skipped or were'} not checked lately`,
  upstreamUnknown: (count: number | null) => `No run is known of ${some(count, 'model')} upstream`,
  upstreamHealthy: 'Everything upstream built, passes its tests, and is fresh',
  nothingUpstream: 'The artifacts don’t tell what it is made from',
} as const;

function some(count: number | null, one: string): string {
  return count === null ? `More than 5 ${one}s` : plural(count, one);
}

function are(count: number | null): string {
  return count === 1 ? 'is' : 'are';
}
