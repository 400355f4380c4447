import { describe, expect, it } from 'vitest';
import { facetsOf, togglePick } from './facets.ts';
import { indexItems } from './match-query.ts';
import { anItem } from './testing/an-item.ts';

const INDEX = indexItems([
  anItem('a', { tags: ['x'], access: 'public', materialized: 'view', owner: 'Ann' }),
  anItem('b', { tags: ['x', 'y'], access: 'public', materialized: 'table' }),
  anItem('c', { tags: [], access: 'private', materialized: 'view' }),
]);

const counts = (query: string, field: string): Record<string, number> | undefined => {
  const facet = facetsOf(INDEX, query).find((found) => found.field === field);
  return facet && Object.fromEntries(facet.values.map(({ value, count }) => [value, count]));
};

describe('facetsOf', () => {
  it('offers what tells items apart, and nothing that all of them share', () => {
    expect(facetsOf(INDEX, '').map(({ field }) => field)).toEqual([
      'materialized',
      'access',
      'owner',
      'tag',
      'has',
    ]);
  });

  it('counts what is left by the rest of the filter, but not by its own field', () => {
    expect(counts('', 'access')).toEqual({ public: 2, private: 1 });
    expect(counts('materialized:view', 'access')).toEqual({ public: 1, private: 1 });
    expect(counts('access:public', 'access')).toEqual({ public: 2, private: 1 });
    expect(counts('access:public', 'materialized')).toEqual({ table: 1, view: 1 });
  });

  it('marks what is picked', () => {
    const picked = facetsOf(INDEX, 'access:PUBLIC,private')
      .find(({ field }) => field === 'access')
      ?.values.map(({ isPicked }) => isPicked);
    expect(picked).toEqual([true, true]);
  });
});

describe('togglePick', () => {
  it.each([
    ['', 'status', 'error', 'status:error'],
    ['orders', 'status', 'not run', 'orders status:"not run"'],
    ['status:error', 'status', 'warn', 'status:error,warn'],
    ['a status:error,warn b', 'status', 'error', 'a b status:warn'],
    ['status:error', 'status', 'error', ''],
    ['-tag:x', 'tag', 'x', '-tag:x tag:x'],
  ] as const)('%s with %s %s becomes %s', (query, field, value, expected) => {
    expect(togglePick(query, field, value)).toBe(expected);
  });
});
