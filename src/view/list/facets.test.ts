import { describe, expect, it } from 'vitest';
import { facetFields, facetOf, pickedCount, togglePick } from './facets.ts';
import type { Field } from './list-fields.ts';
import { indexItems } from './match-query.ts';
import { anItem } from './testing/an-item.ts';

const INDEX = indexItems([
  anItem('a', { tags: ['x'], access: 'public', materialized: 'view', owner: 'Ann' }),
  anItem('b', { tags: ['x', 'y'], access: 'public', materialized: 'table' }),
  anItem('c', { tags: [], access: 'private', materialized: 'view' }),
]);

const counts = (query: string, field: Field): Record<string, number> => {
  const { values } = facetOf(INDEX, query, field);
  return Object.fromEntries(values.map(({ value, count }) => [value, count]));
};

describe('the facets of a list', () => {
  it('offers what tells items apart, and nothing that all of them share', () => {
    expect(facetFields(INDEX.items)).toEqual(['materialized', 'access', 'owner', 'tag', 'missing']);
  });

  it('counts what is left by the rest of the filter, but not by its own field', () => {
    expect(counts('', 'access')).toEqual({ public: 2, private: 1 });
    expect(counts('materialized:view', 'access')).toEqual({ public: 1, private: 1 });
    expect(counts('access:public', 'access')).toEqual({ public: 2, private: 1 });
    expect(counts('access:public', 'materialized')).toEqual({ table: 1, view: 1 });
  });

  it('marks what is picked, and keeps it in sight where the rest of the filter leaves none', () => {
    const picked = facetOf(INDEX, 'access:PUBLIC,secret tag:x', 'access').values;
    expect(picked).toEqual([
      { value: 'public', count: 2, isPicked: true },
      { value: 'secret', count: 0, isPicked: true },
    ]);
    expect(pickedCount('access:PUBLIC,secret', 'access')).toBe(2);
    expect(pickedCount('-access:public', 'access')).toBe(0);
  });

  it('counts a folder with all that lies below it, as the filter finds it', () => {
    const index = indexItems([
      anItem('a', { folder: 'marts/finance' }),
      anItem('b', { folder: 'marts' }),
      anItem('c', { folder: '' }),
    ]);
    expect(facetOf(index, '', 'path').values.map(({ value, count }) => [value, count])).toEqual([
      ['marts', 2],
      ['marts/finance', 1],
    ]);
  });

  it('counts what is missing only where it could be there', () => {
    const index = indexItems([
      anItem('a', { summary: 'A', owner: 'Ann', columnCount: 2, describedCount: 1 }),
      anItem('b', { resourceType: 'macro', owner: 'Ann' }),
      anItem('c', { resourceType: 'metric', summary: 'C', owner: 'Bo', own: { label: 'C' } }),
      anItem('d', { resourceType: 'metric', summary: 'D · d', owner: 'Bo', own: { label: 'D' } }),
    ]);
    const values = facetOf(index, '', 'missing').values.map(({ value }) => value);
    expect(values).toEqual(['description', 'column-descriptions', 'tests']);
    expect(facetOf(index, 'missing:description', 'owner').values).toEqual([
      { value: 'Ann', count: 1, isPicked: false },
      { value: 'Bo', count: 1, isPicked: false },
    ]);
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
    ['', 'owner', 'Ann', 'owner:"Ann"'],
  ] as const)('%s with %s %s becomes %s', (query, field, value, expected) => {
    expect(togglePick(query, field, value)).toBe(expected);
  });
});
