import type { ExecutedNode } from './executed-node.ts';

/** How many nodes executed at a time. */
export interface Concurrency {
  /** Most nodes known to execute at one instant; 0 when no node has times. */
  readonly peak: number;
  /**
   * Nodes executing on average from the first start to the last end; null when that is no time at all, and when nobody
   * knows how long one of them took.
   */
  readonly average: number | null;
  /** Each change, by time: from this instant (milliseconds since 1970) on, so many. */
  readonly steps: readonly (readonly [at: number, active: number])[];
}

/**
 * Counts the nodes that executed at each instant. A node executes from its start up to, but not at, its end: the one
 * that follows it on its thread in the same millisecond doesn't run beside it. A node shorter than the clock's tick has
 * run alone in that tick, and one whose end isn't known at least in the tick of its start.
 */
export function concurrency(nodes: Iterable<ExecutedNode>): Concurrency {
  const changes = new Map<number, { starts: number; ends: number; instants: number }>();
  const changeAt = (at: number): { starts: number; ends: number; instants: number } => {
    const known = changes.get(at);
    if (known) return known;
    const change = { starts: 0, ends: 0, instants: 0 };
    changes.set(at, change);
    return change;
  };
  let busy: number | null = 0;
  for (const { start, end } of nodes) {
    if (start === null) continue;
    if (end === null || start === end) changeAt(start).instants += 1;
    else {
      changeAt(start).starts += 1;
      changeAt(end).ends += 1;
    }
    busy = busy === null || end === null ? null : busy + end - start;
  }
  const times = [...changes].sort(([a], [b]) => a - b);
  const steps: (readonly [number, number])[] = [];
  let active = 0;
  let peak = 0;
  for (const [at, { starts, ends, instants }] of times) {
    active -= ends;
    if (instants > 0) peak = Math.max(peak, active + 1);
    active += starts;
    peak = Math.max(peak, active);
    if (active !== (steps.at(-1)?.[1] ?? 0)) steps.push([at, active]);
  }
  const span = (times.at(-1)?.[0] ?? 0) - (times[0]?.[0] ?? 0);
  return { peak, average: span === 0 || busy === null ? null : busy / span, steps };
}
