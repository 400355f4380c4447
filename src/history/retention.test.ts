import { expect, it } from 'vitest';
import { outdatedRuns } from './retention.ts';

const RUNS = [
  { id: 'a', startedAt: '2026-11-01T00:00:00.000Z' },
  { id: 'b', startedAt: '2026-11-09T00:00:00.000Z' },
  { id: 'c', startedAt: '2026-11-10T00:00:00.000Z' },
  { id: 'd', startedAt: null },
];

it.each<[keepRuns: number | null, keepDays: number | null, gone: string[]]>([
  [null, null, []],
  [2, null, ['a', 'd']],
  [null, 5, ['a']],
  [null, 9, []],
  [1, 5, ['b', 'a', 'd']],
])('keeping %s runs and %s days lets go of %s', (keepRuns, keepDays, gone) => {
  expect(outdatedRuns(RUNS, { keepRuns, keepDays }).map(({ id }) => id)).toEqual(gone);
});
