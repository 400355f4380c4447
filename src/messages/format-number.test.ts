import { describe, expect, it } from 'vitest';
import { formatNumber } from './format-number.ts';

describe('formatNumber', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [999, '999'],
    [1204, '1,204'],
    [-1_234_567, '−1,234,567'],
    [0.256, '0.26'],
    [-0.001, '0'],
    [1234.5, '1,234.5'],
    [1.234e21, '1.23e+21'],
    [-4e20, '−4.00e+20'],
    [Number.NaN, '—'],
  ])('writes %d as %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });
});
