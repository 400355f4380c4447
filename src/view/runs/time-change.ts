import { formatDuration } from '../format-duration.ts';

/** By how much a duration changed: `+1.20 s (+40%)`; null when one of both isn't known. Seconds. */
export function timeChangeText(before: number | null, after: number | null): string | null {
  if (before === null || after === null) return null;
  const change = after - before;
  const sign = change < 0 ? '−' : '+';
  const amount = `${sign}${formatDuration(Math.abs(change))}`;
  const share = shareText(before, after);
  return share === null ? amount : `${amount} (${share})`;
}

/** By how much of itself a duration changed: `+40%`, `−8%`, `×12` where it is many times itself; null from nothing. */
export function shareText(before: number, after: number): string | null {
  if (!(before > 0)) return null;
  const times = after / before;
  if (times >= 10) return `×${Math.round(times)}`;
  const percent = Math.round((times - 1) * 100);
  const sign = percent === 0 ? '' : percent < 0 ? '−' : '+';
  return `${sign}${Math.abs(percent)}%`;
}
