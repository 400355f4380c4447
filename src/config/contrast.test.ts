import { describe, expect, it } from 'vitest';
import { contrast, linearRgb } from './contrast.ts';

describe('contrast', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.48],
    ['#2456c9', '#ffffff', 6.46],
    ['#7fb0ff', '#0e1116', 8.61],
  ])('of %s and %s is %d, whichever comes first', (one, other, ratio) => {
    expect(contrast(linearRgb(one), linearRgb(other))).toBeCloseTo(ratio, 2);
    expect(contrast(linearRgb(other), linearRgb(one))).toBeCloseTo(ratio, 2);
  });
});
