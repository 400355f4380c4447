import { describe, expect, it } from 'vitest';
import { clampWindow, panWindow, ticks, zoomWindow } from './time-window.ts';

describe('a window', () => {
  it('zooms around an instant', () => {
    expect(zoomWindow({ from: 0, to: 100 }, 100, 2, 20)).toEqual({ from: 10, to: 60 });
    expect(zoomWindow({ from: 10, to: 60 }, 100, 0.5, 20)).toEqual({ from: 0, to: 100 });
  });

  it('stays within the run, as wide as it was', () => {
    expect(panWindow({ from: 80, to: 100 }, 100, 0.5)).toEqual({ from: 80, to: 100 });
    expect(panWindow({ from: 40, to: 60 }, 100, -0.5)).toEqual({ from: 30, to: 50 });
  });

  it('never gets so narrow that nothing is left', () => {
    const { from, to } = zoomWindow({ from: 50, to: 50.02 }, 100, 1000);
    expect(to - from).toBeCloseTo(0.02, 6);
    expect(clampWindow({ from: 0, to: 1 }, 0.004)).toEqual({ from: 0, to: 0.004 });
  });

  it.each([
    { from: 5, to: 5 },
    { from: 9, to: 3 },
    { from: NaN, to: 3 },
  ])('that is none, as %j, is the whole run', (window) => {
    expect(clampWindow(window, 100)).toEqual({ from: 0, to: 100 });
  });
});

describe('the marks of an axis', () => {
  it('stand at round times, as many as there is room for', () => {
    expect(ticks({ from: 0, to: 55.4 }, 640)).toEqual([0, 10, 20, 30, 40, 50]);
    expect(ticks({ from: 12.3, to: 14 }, 400)).toEqual([12.5, 13, 13.5, 14]);
    expect(ticks({ from: 0, to: 7300 }, 320)).toEqual([0, 3600, 7200]);
  });

  it('are few where there is no room, and also for runs of weeks', () => {
    expect(ticks({ from: 0, to: 100 }, 10)).toEqual([0]);
    expect(ticks({ from: 0, to: 30 * 86_400 }, 800)).toHaveLength(11);
  });
});
