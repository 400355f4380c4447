import { describe, expect, it } from 'vitest';
import {
  ALL_RUNS,
  filterRuns,
  readRunFilter,
  type RunFilter,
  runsHaving,
  writeRunFilter,
} from './filter-runs.ts';

const RUNS = [
  { id: 'c', kind: 'error', which: 'build', target: 'prod', startedAt: '2026-11-16T04:15:00.000Z' },
  { id: 'b', kind: 'success', which: 'test', target: null, startedAt: '2026-11-15T04:15:00.000Z' },
  { id: 'a', kind: 'none', which: null, target: null, startedAt: null },
] as const;

describe('a filter of runs', () => {
  const shown = (filter: Partial<RunFilter>, having: ReadonlySet<string> | null = null): string =>
    filterRuns(RUNS, { ...ALL_RUNS, ...filter }, having)
      .map(({ id }) => id)
      .join('');

  it.each([
    [{}, 'cba'],
    [{ status: 'error' }, 'c'],
    [{ command: 'test' }, 'b'],
    [{ target: 'prod' }, 'c'],
    [{ from: '2026-11-16' }, 'c'],
    [{ to: '2026-11-15' }, 'b'],
    [{ from: '2026-11-15', to: '2026-11-16', command: 'build' }, 'c'],
  ])('%j keeps %s', (filter, ids) => {
    expect(shown(filter)).toBe(ids);
  });

  it('by node keeps the runs that have it', () => {
    expect(shown({ node: 'x' }, new Set(['a']))).toBe('a');
  });

  it('stands in the URL and is read from there', () => {
    const filter = { ...ALL_RUNS, command: 'source freshness', from: '2026-11-16' };
    expect(writeRunFilter(filter)).toBe('?command=source+freshness&from=2026-11-16');
    expect(readRunFilter(writeRunFilter(filter))).toEqual(filter);
    expect(writeRunFilter(ALL_RUNS)).toBe('');
  });
});

it('finds the runs that have a node by a part of its id', () => {
  const nodes = {
    ids: ['model.shop.a', 'model.shop.b', 'test.shop.t'],
    sets: [[[0, 1]], [[2, 2]], []],
    runs: { r1: 0, r2: 1, r3: 2, r4: 0 },
  } as const;
  expect([...runsHaving(nodes, 'Shop.B')]).toEqual(['r1', 'r4']);
  expect([...runsHaving(nodes, 'test')]).toEqual(['r2']);
  expect([...runsHaving(nodes, 'nothing')]).toEqual([]);
});
