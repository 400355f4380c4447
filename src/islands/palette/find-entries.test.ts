import { describe, expect, it } from 'vitest';
import { entryFinder } from './find-entries.ts';
import type { Entry } from './palette-entry.ts';

function aLine(label: string, more: Partial<Entry> = {}): Entry {
  return { key: label, label, detail: '', glyph: 'run', does: label, ...more };
}

const find = entryFinder([
  aLine('Use the dark theme', { words: 'colour mode' }),
  aLine('Show keyboard shortcuts', { words: 'help' }),
  aLine('Copy unique_id', { detail: 'model.shop.orders' }),
  aLine('Health', { detail: 'Project' }),
]);
const labels = (query: string, most?: number): string[] =>
  find(query, most).entries.map(({ label }) => label);

describe('lines', () => {
  it.each([
    ['by the beginning', 'heal', 'Health'],
    ['by words in any order', 'theme dark', 'Use the dark theme'],
    ['by other words', 'help', 'Show keyboard shortcuts'],
    ['by other words beside their own', 'dark mode', 'Use the dark theme'],
    ['with a slip', 'shortcust', 'Show keyboard shortcuts'],
    ['by parts of names', 'copy id', 'Copy unique_id'],
  ])('are found %s', (_how, query, first) => {
    expect(labels(query)[0]).toBe(first);
  });

  it('are all there before anything is typed, in their own order', () => {
    expect(labels(' ', 2)).toEqual(['Use the dark theme', 'Show keyboard shortcuts']);
    expect(find('')).toMatchObject({ total: 4, kind: null });
  });

  it('are not found by what nobody wrote', () => {
    expect(find('zzz')).toEqual({ entries: [], total: 0, kind: null });
    expect(find('::')).toEqual({ entries: [], total: 0, kind: null });
  });
});
