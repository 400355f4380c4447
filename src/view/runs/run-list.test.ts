import { describe, expect, it } from 'vitest';
import { aRun } from '../test-context.ts';
import { commandMedians } from './medians.ts';
import { runDays } from './run-days.ts';
import { runPlaces } from './run-places.ts';
import { shareText, timeChangeText } from './time-change.ts';

describe('the median', () => {
  const runs = [2, 9, 4].map((elapsed, at) => aRun(`b${at}`, '', {}, { elapsed }));
  const other = aRun('t', '', {}, { which: 'test', elapsed: 50 });

  it('is of all runs of the same command', () => {
    const medians = commandMedians([...runs, other]);
    expect(medians.get('b0')).toEqual({ seconds: 4, count: 3 });
  });

  it('is not told of fewer than three', () => {
    expect(commandMedians([...runs, other]).has('t')).toBe(false);
    expect(commandMedians(runs.slice(1)).size).toBe(0);
  });

  it('is not told of retries, each of which did something else', () => {
    const retries = runs.map((run) => ({ ...run, command: 'dbt retry' }));
    expect(commandMedians(retries).size).toBe(0);
  });
});

it('leads from a run to the one before of the same command, and from a retry to none', () => {
  const runs = ['dbt retry', 'dbt build', 'dbt retry', 'dbt build'].map((command, at) =>
    aRun(`r${at}`, '', { 'model.shop.a': 'success' }, { command }),
  );
  const places = runPlaces(runs);
  expect(runs.map(({ id }) => places.get(id)?.previousOfCommand?.id ?? null)).toEqual([
    null,
    'r3',
    null,
    null,
  ]);
});

it('parts runs by day in UTC, and those without a time from all others', () => {
  const at = (startedAt: string | null) => ({ startedAt });
  expect(
    runDays([
      at('2026-11-16T23:59:59.000Z'),
      at('2026-11-16T00:00:00.000Z'),
      at('2026-11-15T12:00:00.000Z'),
      at(null),
    ]).map(({ title, runs }) => [title, runs.length]),
  ).toEqual([
    ['2026-11-16, Monday', 2],
    ['2026-11-15, Sunday', 1],
    ['Time unknown', 1],
  ]);
});

it('says how a duration changed', () => {
  expect([
    timeChangeText(3, 4.2),
    timeChangeText(4, 3),
    timeChangeText(0.1, 2),
    timeChangeText(0, 1),
    timeChangeText(null, 1),
    shareText(2, 2),
  ]).toEqual(['+1.20 s (+40%)', '−1.00 s (−25%)', '+1.90 s (×20)', '+1.00 s', null, '0%']);
});
