import { describe, expect, it } from 'vitest';
import { JsonStructureError, splitArray, splitObject } from './json-spans.ts';

function entries(text: string): [string, string][] {
  const bytes = Buffer.from(text);
  return splitObject(bytes).map(({ key, start, end }) => [key, bytes.toString('utf8', start, end)]);
}

function failure(text: string): [number, string] | null {
  try {
    splitObject(Buffer.from(text));
    return null;
  } catch (error) {
    if (!(error instanceof JsonStructureError)) throw error;
    return [error.offset, error.problem];
  }
}

describe('splitObject', () => {
  it('finds each value without parsing it', () => {
    expect(entries(' {"a": {"b": [1, {}]}, "c":[ ] ,"d" : -1.5e3,"e":"x","f":null}\n')).toEqual([
      ['a', '{"b": [1, {}]}'],
      ['c', '[ ]'],
      ['d', '-1.5e3'],
      ['e', '"x"'],
      ['f', 'null'],
    ]);
  });

  it('is not misled by brackets, quotes and backslashes in strings, short or long', () => {
    for (const text of [
      '}{]["',
      '\\',
      'a\\"',
      `${'x'.repeat(23)}"`,
      `${'x'.repeat(24)}\\"\\\\`,
      '\\'.repeat(60),
    ]) {
      const value = JSON.stringify({ inner: text });
      expect(entries(`{"k":${value},"last":1}`)).toEqual([
        ['k', value],
        ['last', '1'],
      ]);
    }
  });

  it('agrees with JSON.parse on strings with escapes at every position', () => {
    for (let length = 0; length < 60; length += 1) {
      const text = `${'é'.repeat(length)}"\\}`;
      const value = JSON.stringify(text);
      expect(entries(`{${value}:${value}}`)).toEqual([[text, value]]);
    }
  });

  it('keeps a key that is written with escapes, and duplicate keys', () => {
    expect(entries(String.raw`{"\u0061\"":1,"a":2,"a":3}`)).toEqual([
      ['a"', '1'],
      ['a', '2'],
      ['a', '3'],
    ]);
  });

  it('says where a file is cut off', () => {
    expect(failure('{"a": {"b": 1')).toEqual([13, 'the file ends in the middle of a value']);
    expect(failure('{"a": "b')).toEqual([8, 'the file ends in the middle of a string']);
    expect(failure('{"a": 1,')).toEqual([8, 'the file ends here, expected a key']);
    expect(failure('{"a"')).toEqual([4, 'the file ends here, expected a colon']);
  });

  it('says what breaks the structure', () => {
    expect(failure('{"a": 1 "b": 2}')).toEqual([8, 'found "\\"", expected a comma or }']);
    expect(failure('{a: 1}')).toEqual([1, 'found "a", expected a key']);
    expect(failure('{"é": é}')).toEqual([7, 'found "é", expected a value']);
    expect(failure(`{"a":${'['.repeat(1001)}`)).toEqual([1005, 'nested more than 1000 deep']);
  });
});

describe('splitArray', () => {
  it('finds each item', () => {
    const bytes = Buffer.from('[{"a":1}, [2],"x" ]');
    const items = splitArray(bytes).map(({ start, end }) => bytes.toString('utf8', start, end));
    expect(items).toEqual(['{"a":1}', '[2]', '"x"']);
    expect(splitArray(Buffer.from(' [ ] '))).toEqual([]);
  });
});
