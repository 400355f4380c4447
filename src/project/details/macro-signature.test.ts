import { expect, it } from 'vitest';
import { macroSignature } from './macro-signature.ts';

it('reads names and defaults, brackets and quotes in them included', () => {
  expect(
    macroSignature(
      "{% macro to_nok(amount, columns=['a', 'b'], sep=', )', precision=2) -%} select 1",
    ),
  ).toEqual([
    { name: 'amount', defaultValue: null },
    { name: 'columns', defaultValue: "['a', 'b']" },
    { name: 'sep', defaultValue: "', )'" },
    { name: 'precision', defaultValue: '2' },
  ]);
});

it('reads tests, and a macro that takes nothing', () => {
  expect(macroSignature('{%- test not_in_future(model, column_name) %}')).toEqual([
    { name: 'model', defaultValue: null },
    { name: 'column_name', defaultValue: null },
  ]);
  expect(macroSignature('{% macro now() %}')).toEqual([]);
});

it('says that there is no signature where none is, or one never closes', () => {
  expect(macroSignature('select 1')).toBeNull();
  expect(macroSignature('{% macro broken(a, "b')).toBeNull();
});
