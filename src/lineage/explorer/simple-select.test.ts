import { describe, expect, it } from 'vitest';
import { graphOf } from '../test-graph.ts';
import { foldAway } from './fold.ts';
import { simpleSelect } from './simple-select.ts';

const plain = graphOf('a>b', 'b>c', 'c>d', 'x>c', 'c>e');
const graph = { ...plain, names: plain.ids };

function selected(expression: string): string | null {
  const result = simpleSelect(graph, expression);
  return result.ok ? result.nodes.map((node) => graph.ids[node]).join('') : null;
}

describe('simpleSelect', () => {
  it.each([
    ['c', 'c'],
    ['+c', 'abcx'],
    ['1+c', 'bcx'],
    ['c+', 'cde'],
    ['1+c+1', 'bcdex'],
    ['2+c e', 'abcex'],
    ['model:b+1', 'bc'],
  ])('takes %s for %s', (expression, nodes) => {
    expect(selected(expression)).toBe(nodes);
  });

  it('tells which word it does not know, and where that stands', () => {
    expect(simpleSelect(graph, 'c 1+nobody')).toEqual({ ok: false, word: '1+nobody', at: 2 });
  });

  it('walks a cycle once', () => {
    const cycle = graphOf('a>b', 'b>a');
    expect(simpleSelect({ ...cycle, names: cycle.ids }, '+a+')).toMatchObject({ nodes: [0, 1] });
  });
});

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
