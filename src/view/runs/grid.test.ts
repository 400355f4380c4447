import { describe, expect, it } from 'vitest';
import type { Run } from '../../runs/run.ts';
import { aContext, aResource, aRun } from '../test-context.ts';
import { GRID_RUNS, runGrid } from './grid.ts';

/** Runs, newest first, with the outcomes of three nodes in each. */
function runsOf(outcomes: readonly (readonly [a: string, b: string, c: string])[]): Run[] {
  return outcomes.map(([a, b, c], at) =>
    aRun(`r${at}`, `2026-11-${String(30 - at).padStart(2, '0')}T05:00:00.000Z`, {
      'model.shop.a': a,
      'model.shop.b': b,
      'model.shop.c': c,
    }),
  );
}

const RESOURCES = ['a', 'b', 'c'].map((name) => aResource(`model.shop.${name}`));

describe('the grid of nodes and runs', () => {
  const grid = runGrid(
    aContext(
      RESOURCES,
      runsOf([
        ['error', 'success', 'success'],
        ['error', 'error', 'success'],
        ['error', 'success', 'success'],
        ['success', 'error', 'success'],
      ]),
    ),
  );

  it('has what was not always green, what turned most often first', () => {
    expect(grid?.rows.map(({ link }) => link.name)).toEqual(['b', 'a']);
  });

  it('has the runs from the oldest to the newest, with a link from each cell to the result', () => {
    expect(grid?.columns.map(({ href }) => href)).toEqual([
      '/docs/runs/r3/',
      '/docs/runs/r2/',
      '/docs/runs/r1/',
      '/docs/runs/r0/',
    ]);
    expect(grid?.rows[1]?.cells.map((cell) => cell?.status.word)).toEqual([
      'success',
      'error',
      'error',
      'error',
    ]);
    expect(grid?.rows[1]?.cells[3]?.href).toBe('/docs/runs/r0/#node-model.shop.a');
  });

  it('is none of a single run, and keeps to the newest', () => {
    expect(runGrid(aContext(RESOURCES, runsOf([['error', 'error', 'error']])))).toBeNull();
    const many = runsOf(
      Array.from({ length: GRID_RUNS + 9 }, (): readonly [string, string, string] => [
        'success',
        'success',
        'success',
      ]),
    ).map((run, at) => ({ ...run, id: `r${at}`, startedAt: '2026-11-01T05:00:00.000Z' }));
    const green = runGrid(aContext(RESOURCES, many));
    expect([green?.columns.length, green?.rows.length, green?.olderRuns]).toEqual([
      GRID_RUNS,
      0,
      9,
    ]);
  });

  it('leaves out runs that ran nothing', () => {
    const runs = runsOf([
      ['success', 'success', 'success'],
      ['error', 'success', 'success'],
      ['success', 'success', 'success'],
    ]);
    const [newest, ...others] = runs;
    if (newest === undefined) throw new Error('There are no runs.');
    const compiled = { ...newest, which: 'compile', hasRun: false };
    expect(runGrid(aContext(RESOURCES, [compiled, ...others]))?.columns).toHaveLength(2);
  });
});
