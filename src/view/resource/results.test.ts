import { describe, expect, it } from 'vitest';
import { nodeFingerprint } from '../../runs/node-fingerprint.ts';
import { aContext, aResource, aRun, aTest } from '../test-context.ts';
import { resultsView } from './results.ts';

const MODEL = aResource('model.shop.orders');

/** A run a night, newest first, each with a status and a duration in seconds. */
function nights(id: string, ...outcomes: readonly (readonly [status: string, seconds: number])[]) {
  return outcomes
    .map(([status, seconds], night) => {
      const run = aRun(`r${night}`, `2026-10-${10 + night}T05:00:00.000Z`, { [id]: status });
      return {
        ...run,
        results: run.results.map((result) => ({ ...result, executionTime: seconds })),
      };
    })
    .reverse();
}

describe('the runs of a resource', () => {
  it('are none where no outcome is known', () => {
    expect(resultsView(MODEL, aContext([MODEL]))).toBeNull();
  });

  it('say since when it fails, what succeeded last, how often it failed and what it usually takes', () => {
    const runs = nights(MODEL.uniqueId, ['success', 2], ['success', 4], ['error', 1], ['error', 1]);
    const view = resultsView(MODEL, aContext([MODEL], runs));
    expect(view?.facts).toEqual([
      {
        label: 'Failing since',
        value: {
          kind: 'run',
          iso: '2026-10-12T05:00:00.000Z',
          label: 'dbt build',
          href: '/docs/runs/r2/#node-model.shop.orders',
          note: '2 runs',
        },
      },
      {
        label: 'Last success',
        value: {
          kind: 'run',
          iso: '2026-10-11T05:00:00.000Z',
          label: 'dbt build',
          href: '/docs/runs/r1/#node-model.shop.orders',
          note: null,
        },
      },
      { label: 'Failed', value: { kind: 'text', text: '2 of 4 runs (50 %)' } },
      { label: 'Usual duration', value: { kind: 'duration', seconds: 3 } },
    ]);
  });

  it('are told with what each changed', () => {
    const runs = nights(MODEL.uniqueId, ['success', 2], ['error', 1], ['success', 2]);
    const rows = resultsView(MODEL, aContext([MODEL], runs))?.rows ?? [];
    expect(rows.map(({ status, turn }) => [status.word, turn])).toEqual([
      ['success', 'recovered'],
      ['error', 'failed'],
      ['success', null],
    ]);
  });

  it('on another target are listed, and count for nothing', () => {
    const [newest, ...others] = nights(
      MODEL.uniqueId,
      ['success', 2],
      ['success', 2],
      ['error', 9],
    );
    const dev = newest === undefined ? [] : [{ ...newest, target: 'dev' }];
    const view = resultsView(MODEL, aContext([MODEL], [...dev, ...others]));
    expect(view?.rows.map(({ target, turn }) => [target, turn])).toEqual([
      ['dev', null],
      [null, null],
      [null, null],
    ]);
    expect(view?.facts.find(({ label }) => label === 'Failed')?.value).toEqual({
      kind: 'text',
      text: 'never in 2 runs',
    });
    expect(view?.chart?.bars).toHaveLength(2);
    expect(view?.how[0]).toBe(
      'Of runs on the default target; what ran elsewhere stands in the table only.',
    );
  });

  it('are drawn oldest first, with their median across', () => {
    const runs = nights(MODEL.uniqueId, ['success', 10], ['success', 20], ['error', 40]);
    expect(resultsView(MODEL, aContext([MODEL], runs))?.chart).toEqual({
      title: 'Durations of the last 3 runs, oldest first; the table below has the same runs',
      top: 'longest 40.0 s',
      bars: [
        [0.25, 'success', 'r0', '2026-10-10 05:00 UTC, 10.0 s'],
        [0.5, 'success', 'r1', '2026-10-11 05:00 UTC, 20.0 s'],
        [1, 'error', 'r2', '2026-10-12 05:00 UTC, 40.0 s'],
      ].map(([share, word, run, text]) => ({
        share,
        status: { word, kind: word },
        href: `/docs/runs/${String(run)}/#node-model.shop.orders`,
        title: `${String(word)}: ${String(text)}`,
      })),
      lines: [{ label: 'median 15.0 s', share: 0.375, kind: 'usual' }],
    });
  });

  it('mark what takes longer than it did, since its first slow run', () => {
    const fast = Array.from({ length: 6 }, () => ['success', 20] as const);
    const runs = nights(MODEL.uniqueId, ...fast, ['success', 90], ['success', 95]);
    const view = resultsView(MODEL, aContext([MODEL], runs));
    expect(view?.slowdown).toMatchObject({
      title: 'Slower than it was',
      text: 'It took 1 min 35 s when it last ran; the median of 7 earlier runs of the same kind is 20.0 s.',
      since: [{ label: 'Slow since', value: { href: '/docs/runs/r6/#node-model.shop.orders' } }],
    });
  });

  it('say when what it is made of last changed, where runs were kept with fingerprints', () => {
    const model = { ...MODEL, rawCode: 'select 1' };
    const withPrint = (code: string, night: number) => {
      const run = aRun(`r${night}`, `2026-10-${10 + night}T05:00:00.000Z`, {
        [model.uniqueId]: 'success',
      });
      const fingerprint = { ...nodeFingerprint(model), ...(code === '' ? {} : { code }) };
      return { ...run, results: run.results.map((result) => ({ ...result, fingerprint })) };
    };
    const change = (...codes: readonly string[]) => {
      const runs = codes.map(withPrint).reverse();
      const facts = resultsView(model, aContext([model], runs))?.facts ?? [];
      const { label, value } = facts.at(-1) ?? {};
      return [label, value?.kind === 'run' ? [value.iso?.slice(0, 10), value.note] : value];
    };
    expect(change('old', '', '')).toEqual(['Last change', ['2026-10-11', 'code']]);
    expect(change('', '')).toEqual(['Unchanged since', ['2026-10-10', 'at least']]);
    expect(change('old', 'old')).toEqual([
      'Changed after',
      ['2026-10-11', 'code; it hasn’t run as it is now'],
    ]);
  });

  it('count the flips of a test', () => {
    const test = aResource('test.shop.singular', { details: aTest({ isGeneric: false }) });
    const runs = nights(test.uniqueId, ['pass', 1], ['fail', 1], ['pass', 1]);
    const facts = resultsView(test, aContext([test], runs))?.facts ?? [];
    expect(facts.find(({ label }) => label === 'Flips')?.value).toEqual({
      kind: 'text',
      text: '2 in 3 runs',
    });
  });
});
