import { describe, expect, it } from 'vitest';
import type { Graph } from './graph.ts';
import { layers } from './order.ts';
import { reach } from './reach.ts';
import { graphOf } from './test-graph.ts';

function counts(graph: Graph): Record<string, [up: number, down: number]> {
  const { upstream, downstream } = reach(graph, layers(graph));
  return Object.fromEntries(
    graph.ids.map((id, i) => [id, [upstream[i] ?? -1, downstream[i] ?? -1]]),
  );
}

describe('layers', () => {
  it('lays out a diamond in three layers', () => {
    const graph = graphOf('a>b', 'a>c', 'b>d', 'c>d');
    expect(layers(graph)).toMatchObject({ depth: [0, 1, 1, 2], isCyclic: false });
  });

  it('takes the longest way', () => {
    expect(layers(graphOf('a>b', 'b>c', 'a>c')).depth).toEqual([0, 1, 2]);
  });

  it('orders a graph with a cycle and says so', () => {
    const result = layers(graphOf('a>b', 'b>c', 'c>a', 'c>d'));
    expect(result.isCyclic).toBe(true);
    expect(result.order.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3]);
  });

  it('walks a chain of 100,000 nodes without a stack of that depth', () => {
    const count = 100_000;
    const ids = Array.from({ length: count }, (_, i) => String(i));
    const graph: Graph = {
      ids,
      indexOf: new Map(),
      parents: ids.map((_, i) => (i === 0 ? [] : [i - 1])),
      children: ids.map((_, i) => (i === count - 1 ? [] : [i + 1])),
    };
    expect(layers(graph).depth.at(-1)).toBe(count - 1);
  });
});

describe('reach', () => {
  it('counts a diamond once', () => {
    expect(counts(graphOf('a>b', 'a>c', 'b>d', 'c>d'))).toEqual({
      a: [0, 3],
      b: [1, 1],
      c: [1, 1],
      d: [3, 0],
    });
  });

  it('counts no node as its own ancestor, in a cycle or by reference to itself', () => {
    expect(counts(graphOf('a>b', 'b>a', 'b>c', 'c>c'))).toEqual({
      a: [1, 2],
      b: [1, 2],
      c: [2, 0],
    });
  });

  it('agrees with a plain search on a graph of several blocks', () => {
    const count = 2500;
    const ids = Array.from({ length: count }, (_, i) => String(i));
    const parents = ids.map((_, i) =>
      i === 0
        ? []
        : [...new Set([i >> 1, (i * 7) % i, i - 1 - (i % 3 === 0 ? 1 : 0)])].filter(
            (p) => p >= 0 && p < i && i % 5 !== 0,
          ),
    );
    const children: number[][] = ids.map(() => []);
    parents.forEach((list, i) => list.forEach((p) => children[p]?.push(i)));
    const graph: Graph = { ids, indexOf: new Map(), parents, children };
    const search = (edges: readonly (readonly number[])[], from: number): number => {
      const seen = new Set<number>();
      const queue = [from];
      for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
        for (const next of edges[node] ?? []) {
          if (seen.has(next)) continue;
          seen.add(next);
          queue.push(next);
        }
      }
      return seen.size;
    };
    const { upstream, downstream } = reach(graph, layers(graph));
    for (const node of [0, 1, 17, 1023, 1024, 1025, 2047, 2048, 2499]) {
      expect([upstream[node], downstream[node]]).toEqual([
        search(parents, node),
        search(children, node),
      ]);
    }
  });
});
