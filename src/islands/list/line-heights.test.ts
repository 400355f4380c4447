import { describe, expect, it } from 'vitest';
import { lineHeights } from './line-heights.ts';

describe('the heights of lines', () => {
  it('are guessed until they are measured', () => {
    const heights = lineHeights(4, (line) => (line === 0 ? 40 : 30));
    expect([0, 1, 2, 4].map((line) => heights.startOf(line))).toEqual([0, 40, 70, 130]);
    heights.measure(1, 50);
    heights.measure(3, 10);
    expect([0, 1, 2, 3, 4].map((line) => heights.startOf(line))).toEqual([0, 40, 90, 120, 130]);
  });

  it('tell which line lies at a place', () => {
    const heights = lineHeights(3, () => 30);
    heights.measure(1, 60);
    expect([-5, 0, 29, 30, 89, 90, 500].map((place) => heights.lineAt(place))).toEqual([
      0, 0, 0, 1, 1, 2, 2,
    ]);
  });

  it('are nothing where there are no lines', () => {
    const heights = lineHeights(0, () => 30);
    expect(heights.startOf(0)).toBe(0);
    expect(heights.lineAt(10)).toBe(0);
    heights.measure(0, 10);
    expect(heights.startOf(1)).toBe(0);
  });
});
