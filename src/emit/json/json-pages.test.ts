import { expect, it } from 'vitest';
import { jsonPages } from './json-pages.ts';

it('chains the files of a long list by name', () => {
  expect(jsonPages('models/index', [1, 2, 3], 2, (page, next) => ({ page, next }))).toEqual([
    { file: 'models/index.json', data: { page: [1, 2], next: 'index.2.json' } },
    { file: 'models/index.2.json', data: { page: [3], next: null } },
  ]);
});

it('writes one file for an empty list', () => {
  expect(jsonPages('runs/index', [], 2, (page, next) => ({ page, next }))).toEqual([
    { file: 'runs/index.json', data: { page: [], next: null } },
  ]);
});
