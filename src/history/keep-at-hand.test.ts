import { expect, it } from 'vitest';
import { keepAtHand } from './keep-at-hand.ts';

it('makes once what is asked for again, as long as what is kept is not too heavy', () => {
  const made: string[] = [];
  const get = keepAtHand(
    5,
    ({ length }: string) => length,
    (key) => {
      made.push(key);
      return key;
    },
  );
  for (const key of ['aa', 'bbb', 'aa', 'bbb', 'c', 'bbb', 'aa']) expect(get(key)).toBe(key);
  expect(made).toEqual(['aa', 'bbb', 'c', 'aa']);
});

it('keeps what alone is heavier than all that may be kept', () => {
  let count = 0;
  const get = keepAtHand(
    1,
    () => 10,
    () => ++count,
  );
  expect([get('a'), get('a'), get('b'), get('b'), get('a')]).toEqual([1, 1, 2, 2, 3]);
});
