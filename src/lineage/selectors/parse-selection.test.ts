import { describe, expect, it } from 'vitest';
import { parseSelection } from './parse-selection.ts';
import type { Criterion } from './selection.ts';

function only(text: string): Partial<Criterion> {
  const { selection, error } = parseSelection(text);
  if (selection?.kind !== 'criterion') throw new Error(error?.message ?? 'not one criterion');
  const { method, arguments: place, value, childrensParents, parents, children } = selection;
  return { method, arguments: place, value, childrensParents, parents, children };
}

describe('one criterion', () => {
  const plain = { method: 'fqn', arguments: [], childrensParents: false, parents: 0, children: 0 };
  it.each([
    ['orders', { ...plain, value: 'orders' }],
    ['marts.core.orders', { ...plain, value: 'marts.core.orders' }],
    ['+orders', { ...plain, value: 'orders', parents: Infinity }],
    ['orders+', { ...plain, value: 'orders', children: Infinity }],
    ['2+orders', { ...plain, value: 'orders', parents: 2 }],
    ['orders+3', { ...plain, value: 'orders', children: 3 }],
    ['0+orders', { ...plain, value: 'orders', parents: 0 }],
    ['1+orders+1', { ...plain, value: 'orders', parents: 1, children: 1 }],
    ['@orders', { ...plain, value: 'orders', childrensParents: true }],
    ['@1+orders', { ...plain, value: 'orders', childrensParents: true, parents: 1 }],
    ['a+b', { ...plain, value: 'a+b' }],
    ['models/marts', { ...plain, method: 'path', value: 'models/marts' }],
    ['orders.sql', { ...plain, method: 'file', value: 'orders.sql' }],
    ['orders.PY', { ...plain, method: 'file', value: 'orders.PY' }],
    ['raw_orders.csv', { ...plain, method: 'file', value: 'raw_orders.csv' }],
    ['tag:nightly', { ...plain, method: 'tag', value: 'nightly' }],
    ['+tag:nightly', { ...plain, method: 'tag', value: 'nightly', parents: Infinity }],
    [
      'source:shop.orders+',
      { ...plain, method: 'source', value: 'shop.orders', children: Infinity },
    ],
    [
      'config.meta.owner:ada',
      { ...plain, method: 'config', arguments: ['meta', 'owner'], value: 'ada' },
    ],
    ['path:c:/x', { ...plain, method: 'path', value: 'c:/x' }],
    ['größe', { ...plain, value: 'größe' }],
  ])('reads %s', (text, expected) => {
    expect(only(text)).toEqual(expected);
  });
});

describe('several criteria', () => {
  it('unites what stands between spaces and intersects what stands between commas', () => {
    const { selection } = parseSelection('a  b,+c,tag:d ');
    if (selection?.kind !== 'union') throw new Error('no union');
    const [first, second] = selection.parts;
    expect(first).toMatchObject({ kind: 'criterion', value: 'a', start: 0, end: 1 });
    expect(second?.kind).toBe('intersection');
    expect(second?.kind === 'intersection' ? second.parts : []).toMatchObject([
      { text: 'b', start: 3, end: 4 },
      { text: '+c', start: 5, end: 7 },
      { text: 'tag:d', start: 8, end: 13 },
    ]);
  });

  it('selects nothing where nothing is written', () => {
    expect(parseSelection('  ').selection).toEqual({ kind: 'union', parts: [], indirect: null });
  });
});

describe('errors', () => {
  it.each([
    ['a,', 2, 2, 'Nothing stands beside the comma.'],
    ['a ,b', 2, 2, 'Nothing stands beside the comma.'],
    ['x @a+2', 4, 6, '"@a+2" has @ before it and + behind it, which exclude each other.'],
    ['a +', 2, 3, 'There is no name.'],
    ['tag:', 0, 4, 'Nothing follows tag: as its value.'],
  ])('point at the character: %s', (text, start, end, message) => {
    expect(parseSelection(text).error).toMatchObject({ start, end, message });
  });
});
