import { expect, it } from 'vitest';
import { printable } from './printable.ts';

it('writes out what a terminal would act on', () => {
  expect(printable('a\u001b[31mred\nerror   forged\u009b\u2028')).toBe(
    'a\\x1b[31mred\\x0aerror   forged\\x9b\\u2028',
  );
});

it('leaves all other text alone', () => {
  expect(printable('Größe 東京 ☕ "x"')).toBe('Größe 東京 ☕ "x"');
});

it('cuts what nobody would read', () => {
  expect(printable('x'.repeat(5000))).toHaveLength(4001);
});
