import { expect, it } from 'vitest';
import { layoutNeighbourhood } from './neighbourhood.ts';

it('puts parents left and children right of the node, centred on it', () => {
  const { width, height, boxes, edges } = layoutNeighbourhood('b', ['a1', 'a2'], ['c']);
  expect({ width, height }).toEqual({ width: 736, height: 72 });
  expect(boxes).toEqual([
    { id: 'a1', role: 'parent', x: 0, y: 0 },
    { id: 'a2', role: 'parent', x: 0, y: 40 },
    { id: 'b', role: 'self', x: 264, y: 20 },
    { id: 'c', role: 'child', x: 528, y: 20 },
  ]);
  expect(edges[0]).toBe('M208 16C236 16 236 36 264 36');
  expect(edges).toHaveLength(3);
});

it('draws a node without relatives as one box', () => {
  expect(layoutNeighbourhood('a', [], [])).toMatchObject({ width: 208, height: 32, edges: [] });
});

it('lets the last box stand for the rest when there are more than eight', () => {
  const many = Array.from({ length: 5000 }, (_, i) => `p${i}`);
  const { boxes, height } = layoutNeighbourhood('a', many, []);
  expect(boxes.filter((box) => box.role === 'parent')).toHaveLength(8);
  expect(boxes[7]).toMatchObject({ id: null, role: 'parent' });
  expect(height).toBe(312);
});
