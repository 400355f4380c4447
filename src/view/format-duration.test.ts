import { describe, expect, it } from 'vitest';
import { formatDuration } from './format-duration.ts';

describe('formatDuration', () => {
  it.each([
    [0, '0 ms'],
    [0.0002, '< 1 ms'],
    [0.0006, '1 ms'],
    [0.34, '340 ms'],
    [0.9994, '999 ms'],
    [0.9996, '1.00 s'],
    [1.2391, '1.24 s'],
    [9.994, '9.99 s'],
    [9.996, '10.0 s'],
    [12.34, '12.3 s'],
    [59.94, '59.9 s'],
    [59.96, '1 min'],
    [192, '3 min 12 s'],
    [3599.6, '1 h'],
    [7500, '2 h 5 min'],
    [86_399, '1 d'],
    [273_600, '3 d 4 h'],
    [-1.5, '−1.50 s'],
    [Number.NaN, '—'],
    [Number.POSITIVE_INFINITY, '—'],
  ])('says %d seconds as %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});
