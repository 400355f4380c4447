import { describe, expect, it } from 'vitest';
import { cut } from './cut.ts';

describe('cut', () => {
  it('ends at a space where there is one', () => {
    expect(cut('one two three', 9)).toBe('one two…');
    expect(cut('onetwothree', 6)).toBe('onetw…');
    expect(cut('one', 3)).toBe('one');
  });
});
