import { describe, expect, it } from 'vitest';
import { slowdown } from './slowdown.ts';
import { statusKind } from './status.ts';

const LIMITS = { times: 2, seconds: 30, runs: 3 };

/** Results in the order of time, named by their place in it. */
function results(
  durations: readonly (number | null)[],
  of: (at: number) => {
    status?: string;
    target?: string;
    args?: Record<string, unknown>;
  } = () => ({}),
) {
  return durations
    .map((executionTime, at) => {
      const { status = 'success', target = null, args = {} } = of(at);
      return {
        name: at,
        run: { args, target },
        result: { kind: statusKind(status), executionTime },
      };
    })
    .reverse();
}

/** Durations around a middle that differ by up to a tenth, without chance. */
function around(middle: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => middle * (1 + (((at * 7) % 11) - 5) / 50));
}

describe('a slowdown', () => {
  it('is none of durations that differ as they always do', () => {
    expect(slowdown(results(around(100, 40)), LIMITS)).toBeNull();
  });

  it('is none of a noisy model, of which one run in four takes three times as long', () => {
    const noisy = Array.from({ length: 21 }, (_, at) => (at % 4 === 0 ? 300 : 60 + (at % 7) * 20));
    expect(slowdown(results(noisy), LIMITS)).toBeNull();
  });

  it('is a jump from one run to the next, told since the first slow one', () => {
    const found = slowdown(results([...around(60, 20), 180, 175, 190]), LIMITS);
    expect(found).toMatchObject({ kind: 'jump', now: 190, compared: 20, since: { name: 20 } });
    expect(found?.usual).toBeCloseTo(60, -1);
  });

  it('is over where half of what is compared is slow', () => {
    expect(slowdown(results([...around(60, 20), ...around(180, 9)]), LIMITS)).not.toBeNull();
    expect(slowdown(results([...around(60, 20), ...around(180, 40)]), LIMITS)).toBeNull();
  });

  it('isn’t undone by one slow night before it', () => {
    const spiked = [...around(60, 10), 900, ...around(60, 5), 180];
    expect(slowdown(results(spiked), LIMITS)).toMatchObject({ kind: 'jump', since: { name: 16 } });
  });

  it('is a drift where no run differs much from those before it', () => {
    const drift = Array.from({ length: 30 }, (_, at) => 60 * 1.035 ** at);
    expect(slowdown(results(drift), LIMITS)).toMatchObject({
      kind: 'drift',
      compared: 30,
      since: { name: 25 },
    });
  });

  it('is none where it is many times as long, but few seconds', () => {
    expect(slowdown(results([...around(1, 20), 9]), LIMITS)).toBeNull();
  });

  it('is none where it is many seconds longer, but not twice as long', () => {
    expect(slowdown(results([...around(1000, 20), 1500]), LIMITS)).toBeNull();
  });

  it.each([[[]], [[100]], [[10, 100]], [[10, 10, 100]]])('is unknown after runs of %j s', (few) => {
    expect(slowdown(results(few), LIMITS)).toBeNull();
  });

  it('is told after as many earlier runs as the rule asks for', () => {
    expect(slowdown(results([10, 11, 10, 100]), LIMITS)).toMatchObject({
      kind: 'jump',
      compared: 3,
    });
    expect(slowdown(results([10, 11, 10, 100]), { ...LIMITS, runs: 4 })).toBeNull();
  });

  it('compares no full refresh with runs that weren’t one, and no target with another', () => {
    const isLast = (at: number): boolean => at === 20;
    const durations = [...around(60, 20), 900];
    const refreshed = results(durations, (at) =>
      isLast(at) ? { args: { full_refresh: true } } : {},
    );
    const elsewhere = results(durations, (at) => (isLast(at) ? { target: 'dev' } : {}));
    expect([slowdown(refreshed, LIMITS), slowdown(elsewhere, LIMITS)]).toEqual([null, null]);
  });

  it('looks at what succeeded, and at durations that are known', () => {
    const mixed = results([...around(60, 20), 900, null, 61], (at) =>
      at === 20 ? { status: 'error' } : {},
    );
    expect(slowdown(mixed, LIMITS)).toBeNull();
  });
});
