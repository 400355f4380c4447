import { describe, expect, it } from 'vitest';
import { graphOf } from '../test-graph.ts';
import { foldAway } from './fold.ts';

describe('foldAway', () => {
  it('hides what leads only to the node, and keeps what leads elsewhere', () => {
    const forked = graphOf('a>b', 'b>d', 'a>c', 'c>d', 'c>e', 'z>b');
    const shown = new Uint8Array(forked.ids.length).fill(1);
    foldAway(forked, forked.indexOf.get('d') ?? -1, 'up', shown, new Set());
    expect(forked.ids.filter((_, node) => shown[node] === 1)).toEqual(['a', 'c', 'd', 'e']);
  });

  it('never hides what the selection names', () => {
    const chain = graphOf('a>b', 'b>c');
    const shown = new Uint8Array(3).fill(1);
    foldAway(chain, 0, 'down', shown, new Set([2]));
    expect([...shown]).toEqual([1, 0, 1]);
  });
});
