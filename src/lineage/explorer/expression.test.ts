import { expect, it } from 'vitest';
import { readExpression, writeExpression } from './expression.ts';

it.each([
  ['+orders tag:x', '+orders tag:x', ''],
  ['+orders --exclude tag:x path:a', '+orders', 'tag:x path:a'],
  ['--exclude tag:x', '', 'tag:x'],
  ['--exclude tag:x --select orders', 'orders', 'tag:x'],
  ["dbt ls --select '1+orders tag:x' --exclude 'tag:y'", '1+orders tag:x', 'tag:y'],
  ['dbt-workbench ls -s "orders"', 'orders', ''],
  ['dbt_orders', 'dbt_orders', ''],
])('reads %s', (text, include, exclude) => {
  const read = readExpression(text);
  expect([read.include.trim().replace(/\s+/g, ' '), read.exclude.trim()]).toEqual([
    include,
    exclude,
  ]);
  expect([read.include.length, read.exclude.length]).toEqual([text.length, text.length]);
});

it('keeps everything in its place', () => {
  expect(readExpression('a --exclude bb c')).toEqual({
    include: 'a               ',
    exclude: '            bb c',
  });
});

it('writes what it reads', () => {
  expect(writeExpression(' a  b ', '')).toBe('a b');
  expect(writeExpression('a', ' b ')).toBe('a --exclude b');
  expect(writeExpression('', 'b')).toBe('--exclude b');
});
