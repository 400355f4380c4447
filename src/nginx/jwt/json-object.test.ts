import { expect, it } from 'vitest';
import { parseObject } from './json-object.ts';

it.each([
  ['{"a":1}', { a: 1 }],
  [
    '{ "a" : {"b":1}, "c":[{"b":1},{"b":2}], "b":"{\\"a\\":1}" }',
    { a: { b: 1 }, c: [{ b: 1 }, { b: 2 }], b: '{"a":1}' },
  ],
  ['{"a":1,"a":2}', null],
  ['{"a":1,"\\u0061":2}', null],
  ['{"toString":1,"toString":2}', null],
  ['{"a":"b\\\\","b":1}', { a: 'b\\', b: 1 }],
  ['[1]', null],
  ['null', null],
  ['"a"', null],
  ['{"a":1', null],
  ['', null],
])('parses %s as an object whose keys are all different', (text, value) => {
  expect(parseObject(text)).toEqual(value);
});
