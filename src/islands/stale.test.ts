import { expect, it } from 'vitest';
import { isStale } from './stale.ts';

it('calls artifacts stale once they are older than so many hours, and not when their time is unreadable', () => {
  const at = '2026-11-01T00:00:00.000Z';
  const after = (hours: number): number => Date.parse(at) + hours * 3_600_000;
  expect([
    isStale(at, 48, after(48)),
    isStale(at, 48, after(48.1)),
    isStale(at, 72, after(48.1)),
  ]).toEqual([false, true, false]);
  expect(isStale('yesterday', 48, after(100))).toBe(false);
});
