import { describe, expect, it } from 'vitest';
import type { Run } from '../runs/run.ts';
import { finishRun } from '../runs/finish-run.ts';
import { aFreshness, aRun } from '../runs/test-run.ts';
import { decodeRun, encodeRun } from './entry.ts';
import { isSameRun, mergeRuns } from './merge-runs.ts';

const AT = '2026-11-01T05:00:00.000Z';
const LATER = '2026-11-01T06:00:00.000Z';
const ONE = { 'model.shop.a': 'success' };
const TWO = { ...ONE, 'model.shop.b': 'error' };

function words({ results }: Run): string[] {
  return results.map(({ uniqueId, status }) => `${uniqueId} ${status}`);
}

describe('two tellings of one invocation', () => {
  it('give the one with more results, in either order', () => {
    const [less, more] = [aRun('r', AT, ONE), aRun('r', AT, TWO)];
    for (const { run, isConflict } of [mergeRuns(less, more), mergeRuns(more, less)]) {
      expect(words(run)).toEqual(['model.shop.a success', 'model.shop.b error']);
      expect(run.tally.results).toBe(2);
      expect(isConflict).toBe(true);
    }
  });

  it('of as many results give the newer', () => {
    const old = aRun('r', AT, ONE);
    const newer = aRun('r', AT, { 'model.shop.a': 'error' }, { completedAt: LATER });
    expect(words(mergeRuns(old, newer).run)).toEqual(['model.shop.a error']);
    expect(words(mergeRuns(newer, old).run)).toEqual(['model.shop.a error']);
  });

  it('are put together where each tells another part', () => {
    const logOnly = finishRun({
      ...aRun('r', AT, {}),
      isLogOnly: true,
      errors: ['Compilation Error'],
      log: { file: 'dbt.log', isTruncated: false, entries: [] },
    });
    const checks = aRun('r', AT, {}, { freshness: [aFreshness('source.shop.raw')] });
    const { run, isConflict } = mergeRuns(mergeRuns(logOnly, checks).run, aRun('r', AT, ONE));
    expect([words(run), run.freshness.length, run.log?.file]).toEqual([
      ['model.shop.a success'],
      1,
      'dbt.log',
    ]);
    expect([run.isLogOnly, run.errors, isConflict]).toEqual([false, [], false]);
  });

  it('are alike whether they were read from the archive or not', () => {
    const checks = { freshness: [aFreshness('source.shop.raw')] };
    const fresh = finishRun(aRun('r', AT, TWO, checks));
    const kept = decodeRun(encodeRun(fresh));
    expect(isSameRun(kept, fresh)).toBe(true);
    const print = { code: 'a', columns: 'b', config: 'c' };
    const told = {
      ...fresh,
      results: fresh.results.map((result) => ({ ...result, fingerprint: print })),
    };
    expect(mergeRuns(kept, told).isConflict).toBe(false);
  });

  it('keep the fingerprints that one of them knows', () => {
    const plain = aRun('r', AT, ONE);
    const print = { code: 'a', columns: 'b', config: 'c' };
    const known = {
      ...plain,
      results: plain.results.map((result) => ({ ...result, fingerprint: print })),
    };
    for (const { run, isConflict } of [mergeRuns(plain, known), mergeRuns(known, plain)]) {
      expect(run.results[0]?.fingerprint).toEqual(print);
      expect(isConflict).toBe(false);
    }
  });

  it('are the same wherever they lay', () => {
    const run = aRun('r', AT, ONE);
    expect(isSameRun(run, { ...run, folder: 'runs/copy' })).toBe(true);
    expect(isSameRun(run, aRun('r', AT, TWO))).toBe(false);
  });
});
