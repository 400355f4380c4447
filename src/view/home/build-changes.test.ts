import { describe, expect, it } from 'vitest';
import type { Run } from '../../runs/run.ts';
import { aContext, aFreshness, aResource, aRun, aSource } from '../test-context.ts';
import { buildChanges } from './build-changes.ts';

const A = 'model.shop.a';
const B = 'model.shop.b';
const SOURCE = 'source.shop.raw';
const RESOURCES = [aResource(A), aResource(B), aResource(SOURCE, { details: aSource() })];

function changes(...runs: readonly Run[]) {
  const view = buildChanges(aContext(RESOURCES, runs.toReversed()));
  return (
    view && {
      runs: view.runs.map(({ href }) => href),
      groups: Object.fromEntries(
        view.groups.map(({ key, rows }) => [
          key,
          rows.map(({ link, text }) => `${link.name}: ${text}`),
        ]),
      ),
    }
  );
}

const night = (at: number, outcomes: Record<string, string>, given: Partial<Run> = {}): Run =>
  aRun(`r${at}`, `2026-10-1${at}T05:00:00.000Z`, outcomes, given);

const checked = (at: number, age: number): Run =>
  night(
    at,
    {},
    {
      which: 'source freshness',
      command: 'dbt source freshness',
      freshness: [
        aFreshness(
          SOURCE,
          age > 48 ? { age: age * 3600 } : { age, status: 'pass', kind: 'success' },
        ),
      ],
    },
  );

describe('what changed', () => {
  it('is unknown where nothing ran', () => {
    expect(changes(night(0, {}))).toBeNull();
  });

  it('is unknown after the first run of all', () => {
    expect(changes(night(0, { [A]: 'error' }))).toBeNull();
  });

  it('is nothing where what failed before still fails', () => {
    const outcomes = { [A]: 'error', [B]: 'success' };
    expect(changes(night(0, outcomes), night(1, outcomes))).toEqual({
      runs: ['/docs/runs/r1/'],
      groups: {},
    });
  });

  it('tells what began to fail, and what a retry recovered', () => {
    const first = night(0, { [A]: 'success', [B]: 'success' });
    const second = night(1, { [A]: 'error', [B]: 'skipped' });
    expect(changes(first, second)?.groups).toEqual({ failing: ['a: error'] });
    const retry = night(2, { [A]: 'success', [B]: 'success' }, { command: 'dbt retry' });
    expect(changes(first, second, retry)?.groups).toEqual({
      recovered: ['a: by dbt retry; it had failed since 2026-10-11'],
    });
  });

  it('leaves runs on other targets and commands that run nothing out of account', () => {
    const main = [night(0, { [A]: 'success', [B]: 'success' }), night(1, { [A]: 'error' })];
    const dev = night(2, { [A]: 'success' }, { target: 'dev' });
    const compiled = night(3, { [A]: 'success' }, { which: 'compile', hasRun: false });
    expect(changes(...main, dev, compiled)).toEqual({
      runs: ['/docs/runs/r1/'],
      groups: { failing: ['a: error'] },
    });
  });

  it('tells which sources became stale, or fresh again, beside what was built', () => {
    const built = night(0, { [A]: 'success' });
    expect(changes(built, checked(1, 1), checked(2, 76))).toEqual({
      runs: ['/docs/runs/r0/', '/docs/runs/r2/'],
      groups: { stale: ['raw.raw: was 3 d 4 h old when checked'] },
    });
    expect(changes(checked(1, 76), checked(2, 1))?.groups).toEqual({
      fresh: ['raw.raw: was 1.00 s old when checked'],
    });
  });

  it('tells what became slower with the newest run', () => {
    const timed = (at: number, seconds: number): Run => {
      const run = night(at, { [A]: 'success' });
      return {
        ...run,
        results: run.results.map((result) => ({ ...result, executionTime: seconds })),
      };
    };
    const usual = [0, 1, 2, 3, 4].map((at) => timed(at, 20));
    expect(changes(...usual, timed(5, 90))?.groups).toEqual({
      slower: ['a: 1 min 30 s, usually 20.0 s'],
    });
    expect(changes(...usual, timed(5, 90), timed(6, 90))?.groups).toEqual({});
  });

  it('tells what ran for the first time, and what left the project', () => {
    const before = night(0, { [A]: 'success', 'model.shop.gone': 'success' });
    expect(changes(before, night(1, { [A]: 'success', [B]: 'success' }))?.groups).toEqual({
      first: ['b: success'],
      removed: ['gone: ran last time'],
    });
  });
});
