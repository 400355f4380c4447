import { describe, expect, it } from 'vitest';
import type { Run } from '../../runs/run.ts';
import { aContext, aResource, aRun } from '../test-context.ts';
import { gridRuns, runGrid } from './grid.ts';

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
  const context = aContext(
    RESOURCES,
    runsOf([
      ['error', 'success', 'success'],
      ['error', 'error', 'success'],
      ['error', 'success', 'success'],
      ['success', 'error', 'success'],
    ]),
  );
  const grid = runGrid(context.history.runs, context);

  it('has what was not always green, what turned most often first', () => {
    expect(grid.rows.map(({ link }) => link.name)).toEqual(['b', 'a']);
  });

  it('has the runs from the oldest to the newest, with a link from each cell to the result', () => {
    expect(grid.columns.map(({ href }) => href)).toEqual([
      '/docs/runs/r3/',
      '/docs/runs/r2/',
      '/docs/runs/r1/',
      '/docs/runs/r0/',
    ]);
    expect(grid.rows[1]?.cells.map((cell) => cell?.status.word)).toEqual([
      'success',
      'error',
      'error',
      'error',
    ]);
    expect(grid.rows[1]?.cells[3]?.href).toBe('/docs/runs/r0/#node-model.shop.a');
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
    expect(gridRuns([compiled, ...others])).toEqual(others);
  });
});
