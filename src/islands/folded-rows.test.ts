import { expect, it } from 'vitest';
import { isShown, type FoldedRow } from './folded-rows.ts';

function row(text: string, isFolded = false): FoldedRow {
  return { depth: text.split('.').length - 1, text, isFolded };
}

const TREE = ['id', 'a', 'a.b', 'a.b.c', 'a.d', 'z'];

it('shows all rows when nothing is folded and nothing is looked for', () => {
  expect(
    isShown(
      TREE.map((name) => row(name)),
      [],
    ),
  ).toEqual(TREE.map(() => true));
});

it('hides all that lies below a folded row, at any depth, and nothing after it', () => {
  const rows = TREE.map((name) => row(name, name === 'a'));
  expect(TREE.filter((_, at) => isShown(rows, [])[at])).toEqual(['id', 'a', 'z']);
  const inner = TREE.map((name) => row(name, name === 'a.b'));
  expect(TREE.filter((_, at) => isShown(inner, [])[at])).toEqual(['id', 'a', 'a.b', 'a.d', 'z']);
});

it('finds folded rows too, and shows what they are parts of', () => {
  const rows = TREE.map((name) => row(name, name === 'a'));
  expect(TREE.filter((_, at) => isShown(rows, ['c'])[at])).toEqual(['a', 'a.b', 'a.b.c']);
  expect(TREE.filter((_, at) => isShown(rows, ['a', 'd'])[at])).toEqual(['a', 'a.d']);
  expect(isShown(rows, ['nothing'])).toEqual(TREE.map(() => false));
});
