import { describe, expect, it } from 'vitest';
import { spanningTree } from './spanning-tree.ts';

const byNumber = (a: number, b: number): number => a - b;
const told = (parents: readonly (readonly number[])[]) =>
  spanningTree(parents, byNumber).map(
    ({ node, level, below }) => `${'.'.repeat(level)}${node} ${below}`,
  );

describe('spanningTree', () => {
  it('hangs each node below the parent with the longest way', () => {
    // 0 → 1 → 2, 0 → 2, 3 → 2
    expect(told([[], [0], [0, 1, 3], []])).toEqual(['0 2', '.1 1', '..2 0', '3 0']);
  });

  it('puts what stands alone behind what leads somewhere', () => {
    expect(told([[], [], [1]])).toEqual(['1 1', '.2 0', '0 0']);
  });

  it('tells every node of a cycle once, and one that depends on itself', () => {
    const parents = [[2], [0], [1], [3], [3]];
    const nodes = spanningTree(parents, byNumber).map(({ node }) => node);
    expect(nodes.toSorted(byNumber)).toEqual([0, 1, 2, 3, 4]);
  });

  it('is not deeper than its stack allows for a chain of 20,000', () => {
    const rows = spanningTree(
      Array.from({ length: 20_000 }, (_, node) => (node === 0 ? [] : [node - 1])),
      byNumber,
    );
    expect(rows.at(-1)).toEqual({ node: 19_999, level: 19_999, below: 0 });
    expect(rows[0]).toEqual({ node: 0, level: 0, below: 19_999 });
  });
});
