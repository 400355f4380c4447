import { expect, it } from 'vitest';
import { shardsOf } from './text-shards.ts';

const SIZES = { least: 10, step: 10, most: 40 };
const IDS = Array.from({ length: 500 }, (_, at) => `model.shop.m${String(at).padStart(4, '0')}`);

function shards(ids: readonly string[]) {
  return shardsOf(ids, (id) => id, SIZES);
}

it('holds everything once, in order, in shards of neither too few nor too many', () => {
  const all = shards(IDS);
  expect(all.flatMap(({ items }) => items)).toEqual(IDS);
  expect(all.map(({ from, items }) => [IDS[from], items.length])).toEqual(
    all.map(({ items }) => [items[0], items.length]),
  );
  for (const { items } of all.slice(0, -1)) {
    expect(items.length).toBeGreaterThanOrEqual(10);
    expect(items.length).toBeLessThanOrEqual(40 + 5);
  }
});

it('changes one shard, or two, with what is added or removed', () => {
  const texts = (ids: readonly string[]): string[] =>
    shards(ids).map(({ name, items }) => [name, ...items].join());
  const before = new Set(texts(IDS));
  expect(before.size).toBeGreaterThan(15);
  for (const ids of [IDS.toSpliced(250, 1), IDS.toSpliced(120, 0, 'model.shop.m0119x')]) {
    expect(texts(ids).filter((text) => !before.has(text)).length).toBeLessThanOrEqual(2);
  }
});

it('makes nothing of nothing', () => {
  expect(shards([])).toEqual([]);
});

it('is one shard in all but large projects', () => {
  const sizes = (count: number) => {
    const ids = Array.from({ length: count }, (_, at) => `model.shop.m${at}`);
    return shardsOf(ids, (id) => id).map(({ items }) => items.length);
  };
  expect(sizes(200)).toEqual([200]);
  expect(sizes(2500)).toEqual([2500]);
  expect(Math.min(...sizes(20_000))).toBeGreaterThanOrEqual(1500);
  expect(Math.max(...sizes(20_000))).toBeLessThanOrEqual(5200 + 1500);
});
