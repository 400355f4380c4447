import { expect, it } from 'vitest';
import { chosenLines, lineHash } from './line-range.ts';

it('reads one line, and a range in either direction', () => {
  expect(chosenLines('#L12')).toEqual({ anchor: 'L', from: 12, to: 12 });
  expect(chosenLines('#compiled-L20-L12')).toEqual({ anchor: 'compiled-L', from: 12, to: 20 });
  expect(chosenLines('#L3-5')).toEqual({ anchor: 'L', from: 3, to: 5 });
});

it.each(['', '#code', '#L', '#L0', '#L1-', '#Lx'])('takes %j for no lines', (hash) => {
  expect(chosenLines(hash)).toBeNull();
});

it('writes what it reads', () => {
  expect(lineHash('L', 4, 4)).toBe('#L4');
  expect(lineHash('compiled-L', 9, 4)).toBe('#compiled-L4-L9');
  expect(chosenLines(lineHash('L', 2, 7))).toEqual({ anchor: 'L', from: 2, to: 7 });
});
