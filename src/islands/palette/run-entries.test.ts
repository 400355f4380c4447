import { describe, expect, it } from 'vitest';
import type { RunItem } from '../runs/fetch-runs.ts';
import { runFinder } from './run-entries.ts';

function aRun(id: string, command: string, more: Partial<RunItem> = {}): RunItem {
  return {
    id,
    href: `/runs/${id}/`,
    command,
    which: null,
    has_run: true,
    kind: 'success',
    startedAt: '2026-11-22T04:15:00Z',
    elapsed_time: 12,
    median_elapsed_time: null,
    dbt_version: '1.12.6',
    target: 'prod',
    trigger: null,
    counts: {},
    result_count: 3,
    ...more,
  };
}

const find = runFinder([
  aRun('97fca2c1-7bd3', 'dbt build', { kind: 'error' }),
  aRun('0628cfce-741e', 'dbt test', { startedAt: '2026-11-03T04:15:00Z', target: 'dev' }),
  aRun('083fe311-7e05', 'dbt build'),
]);
const ids = (query: string, most?: number): string[] =>
  find(query, most).entries.map(({ key }) => key.slice(6, 14));

describe('runs', () => {
  it.each([
    ['the beginning of their id', '0628', ['0628cfce']],
    ['command, the newest first', 'dbt build', ['97fca2c1', '083fe311']],
    ['what came of them', 'build failed', ['97fca2c1']],
    ['day', '2026-11-03', ['0628cfce']],
    ['target', 'test dev', ['0628cfce']],
  ])('are found by %s', (_what, query, expected) => {
    expect(ids(query)).toEqual(expected);
  });

  it('are not found by letters in the middle of an id', () => {
    expect(ids('fca2')).toEqual([]);
  });

  it('say how they went, when they were, and where', () => {
    expect(find('97fc').entries[0]).toMatchObject({
      label: 'dbt build',
      detail: 'failed · 2026-11-22 04:15 UTC · prod · 97fca2c1',
      glyph: 'st-error',
    });
  });
});
