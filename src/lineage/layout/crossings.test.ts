import { expect, it } from 'vitest';
import { countLevelCrossings } from './crossings.ts';

it('counts what a comparison of all pairs counts', () => {
  const down = Array.from({ length: 12 }, (_, node) => [
    100 + ((node * 5) % 9),
    100 + ((node * 7) % 11),
  ]);
  const position: number[] = [];
  for (let at = 0; at < 12; at++) position[100 + at] = at;
  const upper = down.map((_, node) => node);
  const edges = down.flatMap((list, from) => list.map((to) => [from, to] as const));
  let pairs = 0;
  for (const [a, b] of edges) for (const [c, d] of edges) if (a < c && b > d) pairs++;
  expect(countLevelCrossings(upper, 12, down, position)).toBe(pairs);
});
