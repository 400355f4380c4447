import { describe, expect, it } from 'vitest';
import { BOX_HEIGHT, BOX_WIDTH } from './box.ts';
import type { Drawing } from './drawing.ts';
import { layoutGraph } from './layout-graph.ts';
import type { Parents } from './levels.ts';

/** True when no two boxes touch and all of them lie within the drawing. */
function isTidy({ x, y, width, height }: Drawing): boolean {
  const boxes = [...x].map((left, node) => ({ left, top: y[node] ?? 0 }));
  boxes.sort((a, b) => a.left - b.left || a.top - b.top);
  return boxes.every(({ left, top }, at) => {
    const next = boxes[at + 1];
    return (
      left >= 0 &&
      top >= 0 &&
      left + BOX_WIDTH <= width &&
      top + BOX_HEIGHT <= height &&
      (next === undefined ||
        (next.left === left ? next.top >= top + BOX_HEIGHT : next.left >= left + 1))
    );
  });
}

/** `count` nodes, each but the first with up to two parents among those before it. */
function layeredGraph(count: number): Parents {
  return Array.from({ length: count }, (_, node) =>
    node === 0 ? [] : [...new Set([(node * 7) % node, node >> 1])],
  );
}

describe('layoutGraph', () => {
  it('puts parents left of their children, and a diamond in three ranks', () => {
    const { x, y } = layoutGraph([[], [0], [0], [1, 2]]);
    expect([...x]).toEqual([0, x[1], x[1], x[3]]);
    expect(x[1]).toBeGreaterThan(BOX_WIDTH);
    expect(x[3]).toBeGreaterThan(BOX_WIDTH + (x[1] ?? 0));
    expect(y[0]).toBe(((y[1] ?? 0) + (y[2] ?? 0)) / 2);
    expect(y[3]).toBe(y[0]);
  });

  it('leads an edge over a rank past the box that stands in it', () => {
    const { x, y, bends } = layoutGraph([[], [0], [0, 1]]);
    const [at = 0, height = 0] = bends[0] ?? [];
    expect(at).toBe(x[1]);
    expect(height < (y[1] ?? 0) || height > (y[1] ?? 0) + BOX_HEIGHT).toBe(true);
  });

  it('takes crossings out that nothing asks for', () => {
    const { y } = layoutGraph([[], [], [], [2], [1], [0]]);
    expect(y[3]).toBe(y[2]);
    expect(y[4]).toBe(y[1]);
    expect(y[5]).toBe(y[0]);
  });

  it('places every node of a graph with cycles and references to itself', () => {
    const drawing = layoutGraph([[2, 0], [0], [1, 2], [2], [4]]);
    expect(isTidy(drawing)).toBe(true);
    expect(drawing.x[3]).toBeGreaterThan(drawing.x[2] ?? 0);
  });

  it('stands nodes without edges in a block of their own', () => {
    const { width, height } = layoutGraph(Array.from({ length: 100 }, () => []));
    expect(width / height).toBeGreaterThan(1);
    expect(width / height).toBeLessThan(2);
  });

  it('folds the 5,000 parents of one node, so that the drawing is no thin line', () => {
    const many = Array.from({ length: 5000 }, (): number[] => []);
    const drawing = layoutGraph([...many, many.map((_, node) => node)]);
    expect(isTidy(drawing)).toBe(true);
    expect(drawing.width / drawing.height).toBeGreaterThan(0.7);
    expect(drawing.x[5000]).toBe(Math.max(...drawing.x));
  });

  it('walks a chain of 20,000 nodes', () => {
    const drawing = layoutGraph(
      Array.from({ length: 20_000 }, (_, node) => (node === 0 ? [] : [node - 1])),
    );
    expect(drawing.height).toBe(BOX_HEIGHT);
  });

  it('gives the same drawing every time, without boxes that overlap', () => {
    const first = layoutGraph(layeredGraph(400));
    expect(layoutGraph(layeredGraph(400))).toEqual(first);
    expect(isTidy(first)).toBe(true);
  });

  it('lays out nothing', () => {
    expect(layoutGraph([])).toMatchObject({ width: 0, height: 0 });
  });
});
