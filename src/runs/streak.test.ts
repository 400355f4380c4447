import { describe, expect, it } from 'vitest';
import { statusKind } from './status.ts';
import { currentStreak, failureRate, flakiness, turns } from './streak.ts';

/** Statuses in the order of time, as results newest first. */
function past(statuses: string) {
  return statuses
    .split(' ')
    .map((status, at) => ({ at, result: { kind: statusKind(status) } }))
    .reverse();
}

describe('the present streak', () => {
  it.each([
    ['pass fail fail', 'failing', 1, 2, true],
    ['fail pass fail', 'failing', 2, 1, true],
    ['pass error skipped error', 'failing', 1, 2, true],
    ['fail fail', 'failing', 0, 2, false],
    ['pass warn fail', 'failing', 2, 1, true],
    ['pass fail warn', 'warning', 1, 2, true],
    ['success error skipped', 'failing', 1, 1, true],
  ])('of %j is %s', (statuses, kind, since, count, hasBegun) => {
    const streak = currentStreak(past(statuses));
    expect(streak).toEqual({
      kind,
      since: { at: since, result: expect.anything() as unknown },
      count,
      hasBegun,
    });
  });

  it('is none of what passes, and of nothing', () => {
    expect([currentStreak(past('fail pass')), currentStreak([])]).toEqual([null, null]);
  });
});

describe('turns', () => {
  it('are told of the result that brought them', () => {
    expect(turns(past('pass fail fail skipped success warn')).reverse()).toEqual([
      null,
      'failed',
      null,
      null,
      'recovered',
      null,
    ]);
  });

  it('begin with the first failure that is known', () => {
    expect(turns(past('error success'))).toEqual(['recovered', 'failed']);
  });
});

it('counts failures among what ran', () => {
  expect(failureRate(past('pass fail skipped warn error no-op'))).toEqual({ failures: 2, runs: 4 });
});

it('counts changes between passing and not among the newest 20 results', () => {
  expect(flakiness(past('pass fail pass pass warn'))).toEqual({ flips: 3, runs: 5 });
  expect(flakiness(past(`fail pass${' pass'.repeat(19)}`))).toEqual({ flips: 0, runs: 20 });
});
