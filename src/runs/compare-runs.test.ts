import { expect, it } from 'vitest';
import { CHANGES, compareRuns, type ComparedResult } from './compare-runs.ts';
import type { StatusKind } from './status.ts';

function result(
  uniqueId: string,
  executionTime: number | null = 1,
  kind: StatusKind = 'success',
): ComparedResult {
  return { uniqueId, kind, executionTime };
}

function changes(
  before: readonly ComparedResult[],
  after: readonly ComparedResult[],
): Record<string, string[]> {
  const comparison = compareRuns(before, after);
  return Object.fromEntries(
    CHANGES.filter((change) => comparison[change].length > 0).map((change) => [
      change,
      comparison[change].map(({ uniqueId }) => uniqueId),
    ]),
  );
}

it('tells what failed, recovered, came and went', () => {
  expect(
    changes(
      [
        result('a'),
        result('b', 1, 'error'),
        result('c', 1, 'error'),
        result('d', 1, 'partial'),
        result('gone'),
        result('same'),
      ],
      [
        result('a', 1, 'error'),
        result('b', 1, 'warn'),
        result('c', 0, 'skipped'),
        result('d', 1, 'error'),
        result('new', 1, 'error'),
        result('same'),
      ],
    ),
  ).toEqual({
    newlyFailing: ['a'],
    stillFailing: ['d'],
    recovered: ['b'],
    new: ['new'],
    gone: ['gone'],
  });
});

it('tells what took longer or less, the largest change first', () => {
  expect(
    changes(
      [result('a', 1), result('b', 10), result('c', 5), result('d', 3), result('e', null)],
      [result('a', 2), result('b', 15), result('c', 2), result('d', 3.3), result('e', 9)],
    ),
  ).toEqual({ slower: ['b', 'a'], faster: ['c'] });
});

it('takes small changes for noise', () => {
  expect(
    changes([result('a', 0.02), result('b', 100)], [result('a', 0.08), result('b', 119)]),
  ).toEqual({});
});

it('makes nothing slower that was skipped before', () => {
  expect(changes([result('a', 0, 'skipped')], [result('a', 60)])).toEqual({});
});
