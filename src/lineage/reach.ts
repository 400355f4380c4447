import type { Graph } from './graph.ts';
import type { Layers } from './order.ts';

/** How many nodes each node depends on, and how many depend on it, directly or not. Itself never counts. */
export interface Reach {
  readonly upstream: Uint32Array;
  readonly downstream: Uint32Array;
}

/** Bits of a block: nodes are counted this many at a time, so that memory grows with nodes, not with their square. */
const BLOCK_BITS = 1024;
const BLOCK_WORDS = BLOCK_BITS / 32;

/**
 * Counts ancestors and descendants of every node by propagating sets of bits along the edges, parents first.
 * A graph with cycles needs more than one pass; the passes stop when nothing changes.
 */
export function reach(graph: Graph, { order, isCyclic }: Layers): Reach {
  const backwards = order.toReversed();
  return {
    upstream: countReached(graph.parents, order, isCyclic),
    downstream: countReached(graph.children, backwards, isCyclic),
  };
}

function countReached(
  edges: readonly (readonly number[])[],
  order: readonly number[],
  isCyclic: boolean,
): Uint32Array {
  const count = edges.length;
  const reached = new Uint32Array(count);
  const bits = new Uint32Array(count * BLOCK_WORDS);
  // Most nodes reach none of a block: nothing is copied from these, and nothing counted.
  const hasBits = new Uint8Array(count);
  for (let start = 0; start < count; start += BLOCK_BITS) {
    bits.fill(0);
    hasBits.fill(0);
    while (propagate(edges, order, bits, hasBits, start) && isCyclic);
    for (let node = 0; node < count; node++) {
      if (hasBits[node] === 0) continue;
      let total = 0;
      for (let word = 0; word < BLOCK_WORDS; word++)
        total += popCount(bits[node * BLOCK_WORDS + word] ?? 0);
      const own = node - start;
      const reachesItself =
        own >= 0 &&
        own < BLOCK_BITS &&
        ((bits[node * BLOCK_WORDS + (own >> 5)] ?? 0) & (1 << (own & 31))) !== 0;
      reached[node] = (reached[node] ?? 0) + total - (reachesItself ? 1 : 0);
    }
  }
  return reached;
}

/** One pass over all edges; true when a bit was set that wasn't set before. */
function propagate(
  edges: readonly (readonly number[])[],
  order: readonly number[],
  bits: Uint32Array,
  hasBits: Uint8Array,
  start: number,
): boolean {
  let hasChanged = false;
  for (const node of order) {
    const to = node * BLOCK_WORDS;
    for (const neighbour of edges[node] ?? []) {
      const from = neighbour * BLOCK_WORDS;
      const own = neighbour - start;
      const isInBlock = own >= 0 && own < BLOCK_BITS;
      if (hasBits[neighbour] === 0 && !isInBlock) continue;
      hasBits[node] = 1;
      for (let word = 0; word < BLOCK_WORDS; word++) {
        const before = bits[to + word] ?? 0;
        let after = before | (bits[from + word] ?? 0);
        if (isInBlock && own >> 5 === word) after |= 1 << (own & 31);
        after >>>= 0;
        if (after !== before) {
          bits[to + word] = after;
          hasChanged = true;
        }
      }
    }
  }
  return hasChanged;
}

/** How many bits of a 32-bit word are set (the parallel sum of Warren, Hacker's Delight, 5-1). */
function popCount(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  x = (x + (x >>> 4)) & 0x0f0f0f0f;
  return Math.imul(x, 0x01010101) >>> 24;
}
