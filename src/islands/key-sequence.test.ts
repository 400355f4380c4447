import { describe, expect, it } from 'vitest';
import { keySequence } from './key-sequence.ts';

const HOME = { keys: ['g', 'h'] };
const DOWN = { keys: ['j'] };
const PALETTE = { keys: ['Mod+k'] };
const ALL = [HOME, DOWN, PALETTE];

describe('a sequence of keys', () => {
  it('knows keys that stand alone, and those that are held with another', () => {
    const keys = keySequence();
    expect(keys.press('j', 0, ALL)).toBe(DOWN);
    expect(keys.press('Mod+k', 0, ALL)).toBe(PALETTE);
    expect(keys.press('k', 0, ALL)).toBeNull();
  });

  it('waits a second for the next key', () => {
    const keys = keySequence();
    expect(keys.press('g', 0, ALL)).toBe('begun');
    expect(keys.press('h', 1000, ALL)).toBe(HOME);
    expect(keys.press('g', 2000, ALL)).toBe('begun');
    expect(keys.press('h', 3001, ALL)).toBeNull();
  });

  it('drops what it waited for when another key comes', () => {
    const keys = keySequence();
    keys.press('g', 0, ALL);
    expect(keys.press('j', 10, ALL)).toBeNull();
    expect(keys.press('h', 20, ALL)).toBeNull();
    keys.press('g', 30, ALL);
    expect(keys.press('g', 40, ALL)).toBe('begun');
    expect(keys.press('h', 50, ALL)).toBe(HOME);
  });

  it('takes what a page says of a key for more than what all pages say', () => {
    const own = { keys: ['j'] };
    expect(keySequence().press('j', 0, [...ALL, own])).toBe(own);
  });
});
