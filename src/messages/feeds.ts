import { formatNumber } from './format-number.ts';

/** Words of the feeds of failures and recoveries. */
export const FEEDS = {
  title: (site: string): string => `${site}: failures and recoveries`,
  titleOf: (site: string, label: string, name: string): string =>
    `${site}: failures and recoveries of ${label} ${name}`,
  owner: 'owner',
  tag: 'tag',
  exposure: 'exposure',
  summary: 'What began to fail, and what recovered, as runs of dbt found it.',
  link: 'Feed',
  atom: 'Atom feed of failures and recoveries',
  json: 'JSON feed of failures and recoveries',
  failed: (name: string, word: string): string => `${name}: ${word}`,
  recovered: (name: string): string => `${name}: recovered`,
  stale: (name: string): string => `${name}: stale`,
  fresh: (name: string): string => `${name}: fresh again`,
  crashed: (command: string): string => `${command}: failed before it had results`,
  test: (name: string, on: string | null): string =>
    on === null ? `test ${name}` : `test ${name} on ${on}`,
  rows: (count: number): string => (count === 1 ? '1 row' : `${formatNumber(count)} rows`),
  inRun: (command: string, target: string | null): string =>
    target === null ? `In ${command}` : `In ${command}, on the target ${target}`,
  age: (age: string): string => `Its newest record was ${age} old when it was checked.`,
} as const;
