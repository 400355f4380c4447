import { describe, expect, it } from 'vitest';
import { excerptOf } from './excerpt.ts';
import { joinPassages, splitPassages } from './text-fields.ts';

const passages = splitPassages(
  joinPassages([
    { field: 'name', text: 'cust_360' },
    { field: 'description', text: 'What a customer has, and all about customers' },
  ]),
);

/** The marked words of an excerpt in which the index has met some words. */
function marked(query: string, ...met: string[]): string[] {
  const found = passages.flatMap(({ from, words }) =>
    words.flatMap((word, at) => (met.includes(word) ? [{ location: from + at, weight: 1 }] : [])),
  );
  const words = excerptOf(passages, found, query)?.words ?? [];
  return words.filter(({ isMarked }) => isMarked).map(({ text }) => text);
}

describe('an excerpt', () => {
  it('marks other forms of a word', () => {
    expect(marked('customer', 'customer', 'customers')).toEqual(['customer', 'customers']);
  });

  it('marks a word of one letter, and not what begins with it', () => {
    const met = ['a', 'and', 'all', 'about', 'customer'];
    expect(marked('a customer', ...met)).toEqual(['a', 'customer']);
  });

  it('marks what was met where nothing else was meant', () => {
    expect(marked('al', 'all')).toEqual(['all']);
  });
});
