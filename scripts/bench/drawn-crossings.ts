import { BOX_HEIGHT, BOX_WIDTH } from '../../src/lineage/layout/box.ts';

/**
 * How many pairs of edges cross when each is a straight line from the right side of the parent to the left side of the
 * child. Edges that share an end don't count. Compares all pairs whose spans overlap.
 */
export function drawnCrossings(
  parents: readonly (readonly number[])[],
  x: ArrayLike<number>,
  y: ArrayLike<number>,
): number {
  const lines = parents
    .flatMap((list, to) => list.map((from) => ({ from, to })))
    .map(({ from, to }) => ({
      from,
      to,
      x1: (x[from] ?? 0) + BOX_WIDTH,
      y1: (y[from] ?? 0) + BOX_HEIGHT / 2,
      x2: x[to] ?? 0,
      y2: (y[to] ?? 0) + BOX_HEIGHT / 2,
    }))
    .map((line) => ({
      ...line,
      left: Math.min(line.x1, line.x2),
      right: Math.max(line.x1, line.x2),
    }))
    .sort((a, b) => a.left - b.left);
  let crossings = 0;
  lines.forEach((a, at) => {
    for (let next = at + 1; next < lines.length; next++) {
      const b = lines[next];
      if (b === undefined || b.left > a.right) break;
      if (a.from === b.from || a.to === b.to || a.from === b.to || a.to === b.from) continue;
      if (isLeft(a, b.x1, b.y1) * isLeft(a, b.x2, b.y2) >= 0) continue;
      if (isLeft(b, a.x1, a.y1) * isLeft(b, a.x2, a.y2) < 0) crossings++;
    }
  });
  return crossings;
}

interface Line {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

function isLeft({ x1, y1, x2, y2 }: Line, x: number, y: number): number {
  return Math.sign((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1));
}
