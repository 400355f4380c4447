import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RowKeeper } from './kept-rows.ts';
import type { RowsOutput } from './output.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rows-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const made = vi.fn((text: string) => text);

/** A list of so many rows, one of which may have been edited. */
function list(count: number, edited: readonly number[] = []): RowsOutput {
  const rows = Array.from({ length: count }, (_, at) => {
    const text = edited.includes(at) ? `"edited ${at} 😀"` : `"row ${at}"`;
    return { key: `key of ${text}`, text: () => made(text) };
  });
  return { kind: 'rows', file: 'a/index.json', head: '[', between: ',', tail: ']\n', rows };
}

/** As it is without anything kept. */
function whole({ head, between, tail, rows }: RowsOutput): string {
  return head + rows.map(({ text }) => text()).join(between) + tail;
}

it('makes the rows that changed, and takes the others from the text of the last build', () => {
  const keeper = new RowKeeper(folder, 'maker');
  const before = keeper.textOf(list(600), 'k1', null);
  expect(before).toBe(whole(list(600)));
  made.mockClear();
  const edited = list(601, [3, 599]);
  const after = keeper.textOf(edited, 'k2', { key: 'k1', read: () => before });
  expect(made.mock.calls).toEqual([['"edited 3 😀"'], ['"edited 599 😀"'], ['"row 600"']]);
  expect(after).toBe(whole(edited));
  made.mockClear();
  const fewer = list(550, [3]);
  expect(keeper.textOf(fewer, 'k3', { key: 'k2', read: () => after })).toBe(whole(fewer));
});

it.each([
  ['another release', 'other', 'k1', (text: string) => text],
  ['a build that this is not of', 'maker', 'k0', (text: string) => text],
  ['a file of another length', 'maker', 'k1', (text: string) => `${text} `],
])('makes all rows of a text of %s', (_, maker, key, read) => {
  const before = new RowKeeper(folder, 'maker').textOf(list(600), 'k1', null);
  made.mockClear();
  const edited = list(600, [7]);
  const keeper = new RowKeeper(folder, maker);
  const text = keeper.textOf(edited, 'k2', { key, read: () => read(before) });
  expect(made).toHaveBeenCalledTimes(600);
  expect(text).toBe(whole(edited));
});

it('makes all rows when what it kept was cut off', () => {
  const keeper = new RowKeeper(folder, 'maker');
  const before = keeper.textOf(list(600), 'k1', null);
  const [kept = ''] = readdirSync(folder);
  writeFileSync(join(folder, kept), '{"maker":"maker","key":"k1"');
  expect(keeper.textOf(list(600, [1]), 'k2', { key: 'k1', read: () => before })).toBe(
    whole(list(600, [1])),
  );
});

it('keeps nothing of a short list', () => {
  new RowKeeper(join(folder, 'none'), 'maker').textOf(list(20), 'k1', null);
  expect(readdirSync(folder)).toEqual([]);
});
