import { describe, expect, it } from 'vitest';
import { aRun } from '../test-context.ts';
import { periodText } from '../build-run-grid-pages.ts';
import { gridPeriods } from './grid-periods.ts';

/** Runs, newest first, one every so many hours from a time on. */
function every(hours: number, count: number, from: string) {
  return Array.from({ length: count }, (_, at) => {
    const began = new Date(Date.parse(from) + (count - 1 - at) * hours * 3_600_000);
    return aRun(`r${count - at}`, began.toISOString(), {});
  });
}

function told(runs: Parameters<typeof gridPeriods>[0]): string[] {
  return gridPeriods(runs).map((period) => `${periodText(period)}: ${period.runs.length}`);
}

describe('periods of runs', () => {
  it('are months where a month has few runs', () => {
    expect(told(every(24, 40, '2026-01-10T05:00:00.000Z'))).toEqual(['2026-02: 18', '2026-01: 22']);
  });

  it('are parts of a month that has many', () => {
    expect(told(every(6, 124, '2026-01-01T00:00:00.000Z'))).toEqual([
      '2026-01-25 to 2026-01-31: 28',
      '2026-01-17 to 2026-01-24: 32',
      '2026-01-09 to 2026-01-16: 32',
      '2026-01-01 to 2026-01-08: 32',
    ]);
    expect(
      told(
        every(1, 30, '2026-01-01T00:00:00.000Z').concat(every(0.3, 61, '2025-12-31T00:00:00.000Z')),
      ),
    ).toEqual([
      '2026-01: 30',
      '2025-12-31, 12:00 to 24:00 UTC: 21',
      '2025-12-31, 00:00 to 12:00 UTC: 40',
    ]);
    expect(told(every(1, 100, '2026-01-01T00:00:00.000Z'))).toEqual([
      '2026-01-05 to 2026-01-06: 4',
      '2026-01-03 to 2026-01-04: 48',
      '2026-01-01 to 2026-01-02: 48',
    ]);
  });

  it('keep the newest 60 runs of an hour', () => {
    const [only] = gridPeriods(every(1 / 64, 64, '2026-01-01T00:00:00.000Z'));
    expect([only?.name, only?.runs.length, only?.runs[0]?.id]).toEqual([
      '2026-01-01T00',
      60,
      'r64',
    ]);
  });

  it('stay what they are when newer months come, and leave out runs without a time', () => {
    const old = every(24, 70, '2026-01-01T05:00:00.000Z');
    const more = [
      ...every(1, 100, '2026-04-01T00:00:00.000Z'),
      ...old,
      { ...aRun('timeless', '', {}), startedAt: null },
    ];
    expect(gridPeriods(more).slice(-3)).toEqual(gridPeriods(old));
  });
});
