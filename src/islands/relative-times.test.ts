import { describe, expect, it } from 'vitest';
import { nearTime, relativeTime } from './relative-times.ts';

const NOW = Date.parse('2026-11-02T05:00:00Z');

describe('relativeTime', () => {
  it.each([
    ['2026-11-02T04:59:31Z', 'just now'],
    ['2026-11-02T04:58:31Z', '1 min ago'],
    ['2026-11-02T02:01:00Z', '2 h ago'],
    ['2026-11-05T06:00:00Z', 'in 3 d'],
    ['2026-08-01T00:00:00Z', '3 mo ago'],
    ['2019-01-01T00:00:00Z', '7 y ago'],
  ])('says %s as %s', (iso, text) => {
    expect(relativeTime(Date.parse(iso), NOW)).toBe(text);
  });
});

describe('nearTime', () => {
  it('gives the date of what is more than sixty days away', () => {
    const absolute = '2026-08-30 06:00 UTC';
    expect(nearTime(Date.parse('2026-08-30T06:00:00Z'), NOW, absolute)).toBe('2026-08-30');
    expect(nearTime(Date.parse('2026-09-30T06:00:00Z'), NOW, absolute)).toBe('1 mo ago');
  });
});
