import type { Batches, Interval } from '../runs/run.ts';
import { formatNumber } from '../messages/format-number.ts';
import { formatTime } from './format-time.ts';

/** Failed batches that are named. */
const MOST_NAMED = 5;

/** `3 of 4 batches; failed: 2026-11-17`; null where a model isn't built in batches. */
export function batchesText(batches: Batches | null): string | null {
  if (batches === null) return null;
  const done = batches.successful.length;
  const all = done + batches.failed.length;
  if (all === 0) return null;
  const counts = `${formatNumber(done)} of ${formatNumber(all)} ${all === 1 ? 'batch' : 'batches'}`;
  const named = batches.failed
    .map(intervalText)
    .filter((text) => text !== null)
    .slice(0, MOST_NAMED);
  if (named.length === 0) return counts;
  const more = batches.failed.length - named.length;
  return `${counts}; failed: ${named.join(', ')}${more === 0 ? '' : ` and ${formatNumber(more)} more`}`;
}

/** A batch by its start, by the day alone where it begins with it and ends with one; null where dbt doesn't say. */
export function intervalText([start, end]: Interval): string | null {
  if (start === null) return null;
  return isMidnight(start) && (end === null || isMidnight(end))
    ? start.slice(0, 10)
    : formatTime(start);
}

function isMidnight(time: string): boolean {
  return time.slice(11) === '00:00:00.000Z';
}
