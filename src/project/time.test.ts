import { describe, expect, it } from 'vitest';
import { duration, isoTime, secondsBetween } from './time.ts';

describe('isoTime', () => {
  it.each([
    ['2026-11-02T05:00:01.123456Z', '2026-11-02T05:00:01.123Z'],
    ['2026-11-02T05:00:01.123456', '2026-11-02T05:00:01.123Z'],
    ['2026-11-02 05:00:01+02:00', '2026-11-02T03:00:01.000Z'],
    ['yesterday', null],
    ['', null],
    [null, null],
  ])('reads %j as %j', (text, expected) => {
    expect(isoTime(text)).toBe(expected);
  });
});

describe('secondsBetween', () => {
  it('keeps microseconds', () => {
    expect(secondsBetween('2026-11-02T05:00:01.000250Z', '2026-11-02T05:00:01.001750Z')).toBe(
      0.0015,
    );
  });

  it('is unknown when the clock ran backwards', () => {
    expect(secondsBetween('2026-11-02T05:00:02Z', '2026-11-02T05:00:01Z')).toBeNull();
  });
});

describe('duration', () => {
  it('takes negative, infinite and absurd durations for unknown', () => {
    expect([-1, Infinity, 1e308, null, 0].map(duration)).toEqual([null, null, null, null, 0]);
  });
});
