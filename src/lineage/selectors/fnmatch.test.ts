import { expect, it } from 'vitest';
import { fnmatcher } from './fnmatch.ts';

it.each([
  ['orders', 'orders', true],
  ['orders', 'Orders', false],
  ['*', '', true],
  ['*', 'a.b/c', true],
  ['stg_*', 'stg_orders', true],
  ['stg_*', 'int_orders', false],
  ['*_orders', 'stg_orders', true],
  ['st?_orders', 'stg_orders', true],
  ['st?', 'st', false],
  ['[sf]tg', 'ftg', true],
  ['[!sf]tg', 'ftg', false],
  ['[a-c]x', 'bx', true],
  ['[a-c]x', 'dx', false],
  ['[c-a]x', 'bx', false],
  ['[]]', ']', true],
  ['[!]]', 'a', true],
  ['[abc', '[abc', true],
  ['a.c', 'abc', false],
  ['a+b', 'a+b', true],
  ['[a^]', '^', true],
  ['[\\]]', '\\]', true],
  ['?', '🎉', true],
  ['a\n*', 'a\nb', true],
])('%j on %j: %s', (pattern, text, expected) => {
  expect(fnmatcher(pattern)(text)).toBe(expected);
});
