import { describe, expect, it } from 'vitest';
import { formatTime } from './format-time.ts';

describe('formatTime', () => {
  it.each([
    ['2026-07-01T06:00:12Z', '2026-07-01 06:00 UTC'],
    ['2026-07-01T06:00:12.123456Z', '2026-07-01 06:00 UTC'],
    ['2026-07-01T06:00Z', '2026-07-01 06:00 UTC'],
    ['2026-07-01T01:30:00+02:00', '2026-06-30 23:30 UTC'],
    ['not a time', 'not a time'],
  ])('writes %s as %s', (iso, text) => {
    expect(formatTime(iso)).toBe(text);
  });
});
