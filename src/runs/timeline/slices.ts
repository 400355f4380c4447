import type { Concurrency } from './concurrency.ts';

/** A part of a run. Milliseconds since 1970. */
export interface Slice {
  readonly from: number;
  readonly to: number;
  /** Nodes executing in it on average, and at most. */
  readonly average: number;
  readonly peak: number;
}

/** Cuts a span into equal parts and tells for each how much there was at once. */
export function slices(
  steps: Concurrency['steps'],
  { start, end }: { readonly start: number; readonly end: number },
  count: number,
): Slice[] {
  const width = (end - start) / count;
  if (!(width > 0)) return [];
  let at = 0;
  let active = 0;
  return Array.from({ length: count }, (_, index) => {
    const from = start + index * width;
    const to = index + 1 === count ? end : from + width;
    let busy = 0;
    let peak = 0;
    let since = from;
    for (let step = steps[at]; step !== undefined && step[0] < to; step = steps[at]) {
      const time = Math.max(from, step[0]);
      busy += active * (time - since);
      // What went on up to this instant counts only where that was any time.
      if (time > since) peak = Math.max(peak, active);
      since = time;
      active = step[1];
      at += 1;
    }
    busy += active * (to - since);
    if (to > since) peak = Math.max(peak, active);
    return { from, to, average: busy / (to - from), peak };
  });
}
