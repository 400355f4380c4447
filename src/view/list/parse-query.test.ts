import { describe, expect, it } from 'vitest';
import { parseQuery, termText, withoutTerm } from './parse-query.ts';

describe('parseQuery', () => {
  it('keeps each condition as it was typed, for the chips', () => {
    expect(parseQuery('a -tag:"b c",d  "e f"').map(({ source }) => source)).toEqual([
      'a',
      '-tag:"b c",d',
      '"e f"',
    ]);
  });

  it('tells quoted alternatives from others', () => {
    expect(parseQuery('owner:"Ann, Lee",bo')[0]?.values).toEqual([
      { text: 'Ann, Lee', isQuoted: true },
      { text: 'bo', isQuoted: false },
    ]);
  });

  it('drops a field without a value, which is being typed', () => {
    expect(parseQuery('tag: tag:"" tag:,')).toEqual([]);
  });
});

describe('withoutTerm', () => {
  it('takes one condition out and leaves the others as they were typed', () => {
    expect(withoutTerm('a  -tag:"b c" d', 1)).toBe('a d');
  });
});

describe('termText', () => {
  it.each([
    ['nightly', 'tag:nightly'],
    ['not run', 'tag:"not run"'],
    ['a,b', 'tag:"a,b"'],
    ['5" disk \\', 'tag:"5\\" disk \\\\"'],
    ['a*', 'tag:"a*"'],
  ])('writes %s so that it is read as the same', (value, text) => {
    expect(termText('tag', [value])).toBe(text);
    expect(parseQuery(text)[0]?.values.map((read) => read.text)).toEqual([value]);
  });
});
