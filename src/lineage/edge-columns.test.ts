import { expect, it } from 'vitest';
import { decodeEdges, encodeEdges } from './edge-columns.ts';

it('writes the first parent as a distance, the others as steps', () => {
  expect(encodeEdges([[], [0], [0, 1], [3], [0, 5], []])).toEqual({
    count: [0, 1, 2, 1, 2, 0],
    delta: [1, 2, 1, 0, 4, 5],
  });
});

it('reads what it wrote, references to itself and to what comes later included', () => {
  const parents = [[2], [], [0, 1, 2], [3], [0, 5], []];
  expect(decodeEdges(encodeEdges(parents))).toEqual(parents);
});
