import { describe, expect, it } from 'vitest';
import { cutWords } from './cut-words.ts';
import type { PackedWord } from './merge-words.ts';

function aWord(text: string, bytes = 100): PackedWord {
  return { word: Buffer.from(text), bytes: new Uint8Array(bytes) };
}

const WORDS = Array.from({ length: 3000 }, (_, at) => aWord(`w${String(at).padStart(4, '0')}`));

function textsOf(words: readonly PackedWord[]): string[] {
  return cutWords(words).map((file) => file.words.map(({ word }) => String(word)).join());
}

describe('words that are cut into files', () => {
  it('are all there, in order, in files of neither too few nor too many', () => {
    const files = cutWords(WORDS);
    expect(files.flatMap(({ words }) => words)).toEqual(WORDS);
    expect(files.length).toBeGreaterThan(20);
    for (const { words } of files.slice(0, -1)) {
      expect(words.length * 100).toBeGreaterThanOrEqual(5000);
      expect(words.length * 100).toBeLessThanOrEqual(16_000);
    }
  });

  it('stay in their files when others come and go', () => {
    const before = new Set(textsOf(WORDS));
    for (const words of [WORDS.toSpliced(1500, 1), WORDS.toSpliced(800, 0, aWord('w0799x'))]) {
      expect(textsOf(words).filter((text) => !before.has(text)).length).toBeLessThanOrEqual(2);
    }
  });

  it('have a file for themselves where many pages say them', () => {
    const files = cutWords([aWord('rare'), aWord('the', 20_000), aWord('thing')]);
    expect(files.map(({ words }) => words.length)).toEqual([1, 1, 1]);
  });

  it('begin with what tells a file from the one before, by whole characters', () => {
    const words = ['a', 'cafe', 'caramel', '😀b', '😀c'].map((text) => aWord(text, 20_000));
    expect(cutWords(words).map(({ first }) => first)).toEqual(['', 'c', 'car', '😀', '😀c']);
  });
});
