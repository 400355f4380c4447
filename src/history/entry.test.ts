import { describe, expect, it } from 'vitest';
import { finishRun } from '../runs/finish-run.ts';
import type { Run, RunResult } from '../runs/run.ts';
import { aFreshness, aRun as aPlainRun } from '../runs/test-run.ts';
import { DamagedEntry } from './damaged-entry.ts';
import { decodeRun, encodeRun } from './entry.ts';

const AT = '2026-11-01T05:00:00.000Z';

const aRun: typeof aPlainRun = (...given) => finishRun(aPlainRun(...given));

function aResult(given: Partial<RunResult>): RunResult {
  const [result] = aRun('r', AT, { 'model.shop.a': 'success' }).results;
  if (result === undefined) throw new Error('The run has no result.');
  return { ...result, ...given };
}

/** A run with everything that a run can have, and with everything that can be wrong with one. */
const FULL: Run = finishRun({
  ...aRun('3f0c', AT, {}),
  which: 'build',
  command: 'dbt build --select a',
  args: { select: ['a'], nested: { deep: [1, null, 'x'] } },
  trigger: {
    system: 'GitHub Actions',
    job: 'nightly',
    reason: 'schedule',
    branch: 'main',
    commit: null,
    actor: null,
    url: null,
  },
  errors: [],
  results: [
    aResult({
      startedAt: '2026-11-01T05:00:01.123Z',
      completedAt: '2026-11-01T05:00:02.500Z',
      compileTime: 0.012345,
      executeTime: 1.364655,
      executionTime: 1.3771235942840576,
      message: 'INSERT 42',
      threadId: 'Thread-1',
      rowsAffected: 42,
      adapterResponse: { _message: 'INSERT 42', code: 'INSERT', rows_affected: 42, query_id: 'a1' },
      fingerprint: { code: 'abcde', columns: '', config: 'fghij' },
    }),
    // The clock ran backwards: it ended before it began.
    aResult({
      uniqueId: 'model.shop.b',
      status: 'partial success',
      kind: 'partial',
      startedAt: '2026-11-01T05:00:03.000Z',
      completedAt: '2026-11-01T05:00:01.000Z',
      compiledCode: 'select 1',
      batches: { successful: [[AT, AT]], failed: [[null, AT]] },
      adapterResponse: {
        _message: null,
        rows_affected: -1,
        nested: { a: [1] },
        ['__proto__']: 'x',
      },
    }),
    // Neither times nor a thread.
    aResult({
      uniqueId: 'test.shop.c',
      status: 'fail',
      kind: 'error',
      failures: 3,
      message: '\u0000 odd \ud83d\ude00',
      startedAt: null,
      completedAt: null,
      executionTime: null,
    }),
  ],
  freshness: [aFreshness('source.shop.raw'), aFreshness('source.shop.odd', { age: null })],
  log: {
    file: 'logs/dbt.log',
    isTruncated: true,
    entries: [
      { at: '08:12:33.1', level: 'info', uniqueId: null, message: 'Running' },
      { at: null, level: 'error', uniqueId: 'test.shop.c', message: 'Failure\nin test' },
    ],
  },
});

describe('an entry of the archive', () => {
  it.each<[what: string, run: Run]>([
    ['everything', FULL],
    ['nothing', aRun('empty', AT, {}, { startedAt: null, completedAt: null })],
    ['one result', aRun('one', AT, { 'model.shop.a': 'success' })],
    ['times that are not ours', aRun('odd', '2026-11-01 05:00', { 'model.shop.a': 'error' })],
  ])('gives back a run with %s', (_, run) => {
    const text = encodeRun(run);
    expect(decodeRun(text)).toStrictEqual(run);
    expect(encodeRun(decodeRun(text))).toBe(text);
  });

  it('takes few bytes for numbers that repeat or follow from others', () => {
    const many = Array.from({ length: 1000 }, (_, at) =>
      aResult({
        uniqueId: `model.shop.m${at}`,
        startedAt: new Date(Date.parse(AT) + at * 1000).toISOString(),
        completedAt: new Date(Date.parse(AT) + at * 1000 + 500).toISOString(),
        executeTime: 0.5,
        executionTime: 0.5,
      }),
    );
    const text = encodeRun(finishRun({ ...FULL, results: many }));
    // Ids, and a few characters for everything else.
    expect(text.length / many.length).toBeLessThan(45);
  });

  it.each<[what: string, text: string, reason: string]>([
    ['cut off', encodeRun(FULL).slice(0, -1), 'its JSON is cut off or damaged'],
    [
      'something else',
      '{"metadata":{}}',
      'it is no run: format Invalid input: expected number, received undefined',
    ],
    [
      'without some of its results',
      encodeRun(FULL).replace('"test.shop.c"]', ']').replace(',]', ']'),
      'a list is cut off',
    ],
    [
      'of a newer release',
      encodeRun(FULL).replace('"format":1', '"format":99'),
      'a newer release of dbt-Workbench wrote it (format 99)',
    ],
  ])('says what is wrong with one that is %s', (_, text, reason) => {
    expect(() => decodeRun(text)).toThrow(DamagedEntry);
    expect(() => decodeRun(text)).toThrow(reason);
  });
});
