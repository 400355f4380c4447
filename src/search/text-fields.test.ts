import { expect, it } from 'vitest';
import { excerptOf } from './excerpt.ts';
import { joinPassages, splitPassages } from './text-fields.ts';

const TEXT = joinPassages([
  { field: 'name', text: 'fct_orders' },
  { field: 'label', text: ' ' },
  { field: 'description', text: 'One row\n an order,  with its net\ue003revenue.' },
  { field: 'column', text: 'customer_id' },
  { field: 'columnDescription', text: 'Who ordered.' },
  { field: 'column', text: 'net' },
]);

it('gives passages back with the place of their words, and the column of a description', () => {
  expect(
    splitPassages(TEXT).map(({ field, words, from, of }) => [field, words.join(' '), from, of]),
  ).toEqual([
    ['name', 'fct_orders', 1, null],
    ['description', 'One row an order, with its netrevenue.', 3, null],
    ['column', 'customer_id', 11, null],
    ['columnDescription', 'Who ordered.', 13, 'customer_id'],
    ['column', 'net', 16, null],
  ]);
});

it('shows the passage that met the most, with the words that were met marked', () => {
  const words = TEXT.split(' ');
  const met = ['row', 'order,', 'customer_id'].map((word) => ({
    location: words.indexOf(word),
    weight: 1,
  }));
  const excerpt = excerptOf(splitPassages(TEXT), met, '');
  expect(excerpt?.passage.field).toBe('description');
  expect(excerpt?.words.filter(({ isMarked }) => isMarked).map(({ text }) => text)).toEqual([
    'row',
    'order,',
  ]);
  expect(excerptOf(splitPassages(TEXT), [], '')).toBe(null);
});

it('cuts a long passage around the first word that was met', () => {
  const long = joinPassages([
    { field: 'description', text: `${'a '.repeat(50)}hit${' b'.repeat(50)}` },
  ]);
  const excerpt = excerptOf(splitPassages(long), [{ location: 51, weight: 1 }], '');
  expect(excerpt?.words.map(({ text }) => text).join(' ')).toBe(
    `a a a a a a hit${' b'.repeat(23)}`,
  );
  expect([excerpt?.isCutBefore, excerpt?.isCutAfter]).toEqual([true, true]);
});
