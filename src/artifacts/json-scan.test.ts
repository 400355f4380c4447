import { expect, it } from 'vitest';
import { scanJson } from './json-scan.ts';

it('finds no problem in what JSON.parse accepts', () => {
  for (const value of [
    {},
    [],
    [[], {}],
    { a: [1, -2.5e-7, true, null], 'b "c"': { d: '\u0001\\"/é😀' } },
    'x',
    0,
  ]) {
    expect(scanJson(JSON.stringify(value, null, 2))).toEqual({ problem: null, nonFinite: [] });
  }
});

it('finds NaN and infinities with the path to each', () => {
  const { problem, nonFinite } = scanJson(
    '{"a": [1, NaN, {"b": -Infinity}], "c": "NaN", "d": Infinity}',
  );
  expect(problem).toBeNull();
  expect(nonFinite.map(({ token, path }) => [token, path])).toEqual([
    ['NaN', ['a', 1]],
    ['-Infinity', ['a', 2, 'b']],
    ['Infinity', ['d']],
  ]);
});

it('says where a text stops being JSON', () => {
  expect(scanJson('{"a": 1,}').problem).toEqual({
    offset: 8,
    problem: 'found "}", expected a key',
  });
  expect(scanJson('[1 2]').problem).toEqual({
    offset: 3,
    problem: 'found "2", expected a comma or ]',
  });
  expect(scanJson('{"a" 1}').problem).toEqual({
    offset: 5,
    problem: 'found "1", expected a colon',
  });
  expect(scanJson('{"a": tru}').problem).toEqual({
    offset: 6,
    problem: 'found "t", expected a value',
  });
  expect(scanJson('[1').problem).toEqual({
    offset: 2,
    problem: 'the file ends here, expected a comma or ]',
  });
  expect(scanJson('{} x').problem).toEqual({
    offset: 3,
    problem: 'found "x", expected the end of the file',
  });
  expect(scanJson('["a').problem).toEqual({
    offset: 1,
    problem: 'an unfinished or misplaced string, expected a value',
  });
});
