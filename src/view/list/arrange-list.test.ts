import { describe, expect, it } from 'vitest';
import { arrange, compareItems, sortItems } from './arrange-list.ts';
import { readState } from './list-state.ts';
import type { ListItem } from './list-item.ts';
import { indexItems } from './match-query.ts';
import { anItem } from './testing/an-item.ts';

const NONE = { passing: 0, failing: 0, warning: 0, other: 0 };
const ITEMS = [
  anItem('b', {
    section: 'marts',
    duration: 2,
    tags: ['x', 'y'],
    status: { word: 'success', kind: 'success' },
    tests: { ...NONE, passing: 9 },
    owner: 'Zoë',
  }),
  anItem('c', { section: 'marts', duration: null, status: { word: 'error', kind: 'error' } }),
  anItem('A', {
    section: 'staging',
    duration: 10,
    tags: ['y'],
    status: { word: 'warn', kind: 'warn' },
    tests: { ...NONE, failing: 1 },
    owner: 'Ann',
  }),
  anItem('d', { section: '', duration: 1, tests: { ...NONE, warning: 3 } }),
].sort(compareItems);
const names = (items: readonly ListItem[]): string => items.map(({ name }) => name).join(' ');
const sorted = (column: string, isDescending = false): string =>
  names(sortItems(ITEMS, { column, isDescending }, 'models'));
const groups = (search: string): string[] =>
  arrange(indexItems(ITEMS), readState(search, 'models'), 'models').groups.map(
    ({ title, items }) => `${title}: ${names(items)}`,
  );

describe('sortItems', () => {
  it('keeps what is unknown at the end, in both directions', () => {
    expect(sorted('duration')).toBe('d b A c');
    expect(sorted('duration', true)).toBe('A b d c');
  });

  it('takes names without regard to case', () => {
    expect(sorted('name')).toBe('A b c d');
  });

  it('puts the worst status first, and failing tests before any number of passing ones', () => {
    expect(sorted('status')).toBe('c A b d');
    expect(sorted('tests', true)).toBe('A d b c');
  });
});

describe('arrange', () => {
  it('lists by section, what has none first', () => {
    expect(groups('')).toEqual([': d', 'marts: b c', 'staging: A']);
  });

  it('lists what has two tags under both, and counts it once', () => {
    expect(groups('?group=tag')).toEqual(['x: b', 'y: b A', 'No tag: d c']);
    expect(arrange(indexItems(ITEMS), readState('?group=tag', 'models'), 'models').count).toBe(4);
  });

  it('sorts within the groups that were asked for', () => {
    expect(groups('?group=section&sort=-name')).toEqual([': d', 'marts: c b', 'staging: A']);
    expect(groups('?sort=-name')).toEqual([': d c b A']);
  });

  it('puts groups of statuses worst first', () => {
    expect(groups('?group=status')).toEqual(['error: c', 'warn: A', 'success: b', 'No status: d']);
  });

  it('has no groups where nothing matches', () => {
    expect(groups('?q=nothing')).toEqual([]);
    expect(groups('?q=nothing&group=none')).toEqual([]);
  });
});
