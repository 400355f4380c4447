import { expect, it } from 'vitest';
import { statusKind, worstKind } from './status.ts';

it.each([
  ['success', 'success'],
  ['pass', 'success'],
  ['Pass', 'success'],
  ['warn', 'warn'],
  ['error', 'error'],
  ['fail', 'error'],
  ['runtime error', 'error'],
  ['skipped', 'skipped'],
  ['no-op', 'skipped'],
  ['NoOp', 'skipped'],
  ['reused', 'skipped'],
  ['partial success', 'partial'],
  ['anything else', 'none'],
  [null, 'none'],
])('takes %j for %s', (status, kind) => {
  expect(statusKind(status)).toBe(kind);
});

it('finds the worst kind, and none of nothing', () => {
  expect(worstKind(['success', 'warn', 'error', 'skipped'])).toBe('error');
  expect(worstKind(['success', 'none'])).toBe('none');
  expect(worstKind([])).toBe('none');
});
