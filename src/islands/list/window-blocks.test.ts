import { describe, expect, it } from 'vitest';
import { blocksOf } from './window-blocks.ts';

/** `2: 5-7 8` for the lines 5 to 7 that are left out and line 8, in a body of group 2. */
function drawn(groups: readonly number[], from: number, to: number, held: number | null = null) {
  const lines = groups.map((group) => ({ group }));
  return blocksOf(lines, from, to, held).map(({ key, parts }) => {
    const inside = parts.map((part) =>
      part.kind === 'line' ? String(part.line) : `${part.from}-${part.to - 1}`,
    );
    return `${key}: ${inside.join(' ')}`;
  });
}

describe('what is drawn of a long list', () => {
  it('is everything where all of it is in sight', () => {
    expect(drawn([0, 0, 1], 0, 3)).toEqual(['group-0: 0 1', 'group-1: 2']);
    expect(drawn([], 0, 0)).toEqual([]);
  });

  it('has a gap before and one behind the window', () => {
    expect(drawn([0, 0, 0, 1, 1, 1], 2, 4)).toEqual([
      'gap-start: 0-1',
      'group-0: 2',
      'group-1: 3',
      'gap-end: 4-5',
    ]);
  });

  it('holds one line outside of the window, in the body of its group', () => {
    expect(drawn([0, 0, 0, 0, 0, 0], 3, 5, 1)).toEqual([
      'gap-start: 0-0',
      'group-0: 1 2-2 3 4',
      'gap-end: 5-5',
    ]);
    expect(drawn([0, 1, 2, 3], 0, 1, 3)).toEqual(['group-0: 0', 'gap-middle: 1-2', 'group-3: 3']);
  });
});
