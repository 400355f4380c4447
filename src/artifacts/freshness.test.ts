import { expect, it } from 'vitest';
import { readFreshness } from './freshness.ts';
import { findingsOf, jsonFileOf } from './testing/json-file-of.ts';

const criteria = {
  warn_after: { count: 12, period: 'hour' },
  error_after: { count: null, period: null },
  filter: null,
};

function rows(content: unknown) {
  const file = jsonFileOf(content, 'sources.json');
  const freshness = readFreshness(file);
  expect(findingsOf(file)).toEqual([]);
  return freshness?.results.map((row) => [
    row.unique_id,
    row.status,
    row.max_loaded_at_time_ago_in_s,
    row.criteria?.warn_after?.count ?? null,
    row.error,
  ]);
}

it('reads results of today, also with a status in capitals', () => {
  expect(
    rows({
      results: [
        { unique_id: 'source.a.b.c', status: 'Pass', max_loaded_at_time_ago_in_s: 5, criteria },
        { unique_id: 'source.a.b.d', status: 'runtime error', error: 'no such column' },
        { unique_id: 'source.a.b.e', error: 'no such table' },
      ],
    }),
  ).toEqual([
    ['source.a.b.c', 'pass', 5, 12, null],
    ['source.a.b.d', 'runtime error', null, null, 'no such column'],
    ['source.a.b.e', 'runtime error', null, null, 'no such table'],
  ]);
});

it('reads the map of dbt 0.17', () => {
  const content = {
    meta: { generated_at: '2020-01-01T00:00:00Z', elapsed_time: 2 },
    sources: { 'source.a.b.c': { state: 'warn', max_loaded_at_time_ago_in_s: 9, criteria } },
  };
  expect(rows(content)).toEqual([['source.a.b.c', 'warn', 9, 12, null]]);
  const freshness = readFreshness(jsonFileOf(content));
  expect([freshness?.metadata.generated_at, freshness?.elapsed_time]).toEqual([
    '2020-01-01T00:00:00Z',
    2,
  ]);
});

it('reads the nodes of dbt 0.18', () => {
  const node = { unique_id: 'source.a.b.c', freshness: criteria };
  expect(rows({ results: [{ node, status: 'error', age: 7 }] })).toEqual([
    ['source.a.b.c', 'error', 7, 12, null],
  ]);
});
