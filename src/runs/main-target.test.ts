import { describe, expect, it } from 'vitest';
import { mainTarget } from './main-target.ts';
import { memoryHistory } from './memory-history.ts';
import type { Run } from './run.ts';
import { aRun } from './test-run.ts';

const MODEL = 'model.shop.a';
let day = 0;

function on(target: string | null, outcomes: Record<string, string>, given: Partial<Run> = {}) {
  const at = new Date(Date.UTC(2026, 9, 1) + 86_400_000 * day++).toISOString();
  return aRun(`r${day}`, at, outcomes, { target, ...given });
}

const many = { a: 'success', b: 'success', c: 'success' };

describe('the main target', () => {
  it('is the configured one, even where nothing ran on it', () => {
    expect(mainTarget([on('prod', many)], 'live')).toEqual({
      name: 'live',
      why: 'configured',
      others: ['prod'],
    });
  });

  it('is called prod or production, however little ran on it', () => {
    const runs = [on('ci', many), on('Production', { a: 'success' }), on('dev', many)];
    expect(mainTarget(runs, null)).toEqual({
      name: 'Production',
      why: 'name',
      others: ['ci', 'dev'],
    });
  });

  it('is else the one that most results are from, not most runs', () => {
    const runs = [on('ci', { a: 'success' }), on('ci', { a: 'success' }), on('live', many)];
    expect(mainTarget(runs, null)).toMatchObject({ name: 'live', why: 'most results' });
  });

  it('is the default one where most runs name none', () => {
    expect(mainTarget([on(null, many), on('dev', { a: 'success' })], null)).toMatchObject({
      name: null,
      others: ['dev'],
    });
  });

  it('isn’t told by commands that run nothing', () => {
    const compiled = on('dev', { ...many, d: 'success' }, { which: 'compile', hasRun: false });
    expect(mainTarget([compiled, on('live', many)], null)).toMatchObject({
      name: 'live',
      others: [],
    });
  });

  it('of no runs is the default one', () => {
    expect(mainTarget([], null)).toEqual({ name: null, why: 'most results', others: [] });
  });
});

describe('the status of a resource', () => {
  it('comes from the main target, whatever is newer elsewhere', () => {
    const main = on(null, { [MODEL]: 'success', ...many });
    const dev = on('dev', { [MODEL]: 'error' });
    const history = memoryHistory([dev, main]);
    expect(history.latest(MODEL)?.result.status).toBe('success');
    expect(history.everyResultOf(MODEL).map(({ run }) => run.target)).toEqual(['dev', null]);
    expect(history.resultsOf(MODEL)).toHaveLength(1);
  });

  it('is unknown where only other targets ran it', () => {
    const runs = [on('dev', { [MODEL]: 'error' }), on('prod', many)];
    expect(memoryHistory(runs).latest(MODEL)).toBeNull();
    expect(memoryHistory(runs, 'dev').latest(MODEL)?.result.status).toBe('error');
  });
});
