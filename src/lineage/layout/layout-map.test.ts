import { expect, it } from 'vitest';
import { BOX_HEIGHT, BOX_WIDTH, type Rectangle } from './box.ts';
import { layoutMap, REGION_HEAD, REGION_PADDING } from './layout-map.ts';

it('stands regions from left to right as data flows, each around its nodes', () => {
  // 60 marts, which come first by name, on 60 staging models, on 60 sources.
  const parents = Array.from({ length: 180 }, (_, node) => (node < 120 ? [node + 60] : []));
  const { regions, x, y } = layoutMap(
    parents,
    parents.map((_, node) => Math.floor(node / 60)),
    3,
  );
  const [marts, staging, sources] = regions;
  const { x: left = 0, y: top = 0 } = sources ?? {};
  expect([left, top]).toEqual([0, 0]);
  const isAfter = (a?: Rectangle, b?: Rectangle): boolean =>
    a !== undefined && b !== undefined && (a.x > b.x || (a.x === b.x && a.y > b.y));
  expect([isAfter(marts, staging), isAfter(staging, sources)]).toEqual([true, true]);
  expect([Math.min(...x), Math.min(...y)]).toEqual([REGION_PADDING, REGION_HEAD]);
  expect(marts?.width).toBe(Math.max(...x.slice(0, 60)) + BOX_WIDTH + REGION_PADDING);
  expect(marts?.height).toBe(Math.max(...y.slice(0, 60)) + BOX_HEIGHT + REGION_PADDING);
});

it('is about as wide as a window, whatever the regions are', () => {
  const parents = Array.from({ length: 3000 }, (_, node) => (node % 3 === 0 ? [] : [node - 1]));
  const { width, height } = layoutMap(
    parents,
    parents.map((_, node) => Math.floor(Math.sqrt(node))),
    55,
  );
  expect(width / height).toBeGreaterThan(1);
  expect(width / height).toBeLessThan(2);
});
