import { describe, expect, it } from 'vitest';
import { writeCbor, type CborValue } from '../../islands/full-text/write-cbor.ts';
import { mergeWords } from './merge-words.ts';

function wordsOf(value: CborValue): string[] {
  const pageOf = Int32Array.from([0, 1, 2]);
  return mergeWords([{ files: [writeCbor(value)], pageOf }]).map(({ word }) =>
    Buffer.from(word).toString(),
  );
}

describe('a file of words', () => {
  it('is read as Pagefind writes it', () => {
    const pages = [[1, [3, 300, 70_000], [1]]];
    expect(
      wordsOf([
        [
          ['cafe', [], [['café', pages]]],
          ['tea', pages, []],
        ],
      ]),
    ).toEqual(['cafe', 'tea']);
  });

  it.each<[string, CborValue]>([
    ['has more than words', [[], []]],
    ['has words without forms', [[['tea', [[1, [3], []]]]]]],
    ['has pages without places', [[['tea', [1], []]]]],
    ['has texts for places', [[['tea', [[1, ['3'], []]], []]]]],
    ['tells of a page that was not handed over', [[['tea', [[3, [3], []]], []]]]],
  ])('is refused where it %s', (_, value) => {
    expect(() => wordsOf(value)).toThrow(
      'Pagefind has written its words in another form than is known here.',
    );
  });
});
