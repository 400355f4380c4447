import { describe, expect, it } from 'vitest';
import { BOX_HEIGHT, BOX_WIDTH } from '../layout/box.ts';
import { hitGrid } from './hit-grid.ts';
import { graphScene, mapScene, type Scene } from './scene.ts';

/** A scene with a box for each place, whose nodes are numbered by tens. */
function sceneOf(places: readonly (readonly [number, number])[]): Scene {
  const nodes = places.map((_, index) => index * 10);
  return {
    kind: 'map',
    width: Math.max(0, ...places.map(([x]) => x)) + BOX_WIDTH,
    height: Math.max(0, ...places.map(([, y]) => y)) + BOX_HEIGHT,
    nodes,
    at: new Map(nodes.map((node, index) => [node, index])),
    x: places.map(([x]) => x),
    y: places.map(([, y]) => y),
    regions: [],
    pieces: [],
  };
}

/** Numbers that look random, the same each time: from 0 to 1. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('hitGrid', () => {
  it('takes a box up to its edges, and no further', () => {
    const grid = hitGrid(
      sceneOf([
        [0, 0],
        [300, 40],
      ]),
    );
    expect(grid.nodeAt(300, 40, 0)).toBe(10);
    expect(grid.nodeAt(300 + BOX_WIDTH, 40 + BOX_HEIGHT, 0)).toBe(10);
    expect(grid.nodeAt(299.9, 50, 0)).toBeNull();
    expect(grid.nodeAt(310, 40 + BOX_HEIGHT + 0.1, 0)).toBeNull();
    expect(grid.nodeAt(-5, -5, 0)).toBeNull();
  });

  it('takes the nearest of those in reach, not the first', () => {
    const grid = hitGrid(
      sceneOf([
        [0, 0],
        [0, 40],
      ]),
    );
    expect(grid.nodeAt(100, 37, 20)).toBe(10);
    expect(grid.nodeAt(100, 35, 20)).toBe(0);
    expect(grid.nodeAt(100, 95, 20)).toBeNull();
    expect(grid.nodeAt(-12, 10, 20)).toBe(0);
  });

  it('takes the one on top where boxes overlap', () => {
    const grid = hitGrid(
      sceneOf([
        [0, 0],
        [100, 16],
      ]),
    );
    expect(grid.nodeAt(150, 20, 0)).toBe(10);
    expect(grid.nodeAt(50, 20, 0)).toBe(0);
  });

  it('finds nothing in a scene without nodes', () => {
    expect(hitGrid(sceneOf([])).nodeAt(0, 0, 1000)).toBeNull();
  });

  it.each([0, 30, 2000])('finds what a look at every box finds, within %d', (slack) => {
    const random = numbers(7);
    const places = Array.from({ length: 800 }, () => [random() * 9000, random() * 3000] as const);
    const grid = hitGrid(sceneOf(places));
    for (let time = 0; time < 300; time++) {
      const x = random() * 10_000 - 500;
      const y = random() * 4000 - 500;
      let least = slack;
      let nearest: number | null = null;
      places.forEach(([left, top], index) => {
        const away = Math.hypot(
          Math.max(0, left - x, x - left - BOX_WIDTH),
          Math.max(0, top - y, y - top - BOX_HEIGHT),
        );
        if (away <= least) [least, nearest] = [away, index * 10];
      });
      expect(grid.nodeAt(x, y, slack)).toBe(nearest);
    }
  });

  it('finds each node of a graph, and of a map without the types that are hidden', () => {
    const graph = graphScene([3, 5, 8, 9], [[], [], [], [], [], [3], [], [], [3, 5], [8]]);
    const map = mapScene([1, 2], {
      width: 700,
      height: 300,
      regions: [
        { x: 20, y: 20, width: 240, height: 200 },
        { x: 300, y: 20, width: 240, height: 200 },
      ],
      names: ['a', 'b'],
      regionOf: [0, 0, 1],
      x: [12, 12, 12],
      y: [40, 80, 40],
    });
    for (const scene of [graph, map]) {
      const grid = hitGrid(scene);
      const found = scene.nodes.map((_, index) =>
        grid.nodeAt((scene.x[index] ?? 0) + 100, (scene.y[index] ?? 0) + 10, 0),
      );
      expect(found).toEqual(scene.nodes);
    }
    expect(hitGrid(map).nodeAt(20 + 12 + 100, 20 + 40 + 10, 0)).toBeNull();
  });
});
