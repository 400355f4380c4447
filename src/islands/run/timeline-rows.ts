import type { BarsJson } from './timeline-json.ts';
import type { TimeWindow } from './time-window.ts';
import type { Mode } from './timeline-state.ts';

/** A row of the timeline. Nodes are places in `BarsJson.nodes`. */
export type TimelineRow =
  | { readonly kind: 'node'; readonly node: number }
  /** Nodes of one thread, in the order of their start. */
  | { readonly kind: 'lane'; readonly lane: number; readonly nodes: readonly number[] }
  /** Heads what has no times. */
  | { readonly kind: 'rest'; readonly count: number };

/** The rows of a mode: those that have something in the window; of the whole run also what was not executed. */
export function rowsOf(
  { nodes, threads, critical_path: path }: BarsJson,
  mode: Mode,
  window: TimeWindow,
  isWholeRun: boolean,
): TimelineRow[] {
  const isShown = (node: number): boolean => {
    const { start = null, end = null } = nodes[node] ?? {};
    return start !== null && start <= window.to && (end ?? start) >= window.from;
  };
  const all = nodes.map((_, node) => node);
  if (mode === 'thread') {
    const inLane = threads.map((_, lane): number[] => (lane < 0 ? [] : []));
    for (const node of all) {
      const lane = nodes[node]?.lane ?? null;
      if (lane !== null && isShown(node)) inLane[lane]?.push(node);
    }
    return inLane.map((ofLane, lane) => ({ kind: 'lane', lane, nodes: ofLane }));
  }
  const wanted = mode === 'critical' ? path : all;
  const rows = wanted.filter(isShown).map((node): TimelineRow => ({ kind: 'node', node }));
  const rest = wanted.filter((node) => (nodes[node]?.start ?? null) === null);
  if (!isWholeRun || rest.length === 0) return rows;
  return [
    ...rows,
    { kind: 'rest', count: rest.length },
    ...rest.map((node): TimelineRow => ({ kind: 'node', node })),
  ];
}

/** For a window too narrow to draw in: what took longest first. */
export function rowsByDuration(
  { nodes, critical_path: path }: BarsJson,
  mode: Mode,
): TimelineRow[] {
  const wanted = mode === 'critical' ? path : nodes.map((_, node) => node);
  const time = (node: number): number => nodes[node]?.execution_time ?? -1;
  return wanted
    .toSorted((a, b) => time(b) - time(a) || a - b)
    .map((node): TimelineRow => ({ kind: 'node', node }));
}

/** A bar of a lane: one node, or several that would be too narrow to tell apart. */
export interface LaneBar {
  readonly first: number;
  readonly count: number;
  readonly start: number;
  readonly end: number;
}

/** Puts nodes of a lane that lie closer than `least` seconds together into one bar, but for the chosen one. */
export function mergeBars(
  { nodes }: BarsJson,
  inLane: readonly number[],
  least: number,
  chosen: number | null,
): LaneBar[] {
  const bars: { first: number; count: number; start: number; end: number }[] = [];
  let isClosed = true;
  for (const node of inLane) {
    const { start = null, end = null } = nodes[node] ?? {};
    if (start === null) continue;
    const stop = end ?? start;
    const last = bars.at(-1);
    const isNarrow = stop - start < least;
    if (
      !isClosed &&
      last !== undefined &&
      isNarrow &&
      node !== chosen &&
      start - last.end < least
    ) {
      last.count += 1;
      last.end = Math.max(last.end, stop);
    } else {
      bars.push({ first: node, count: 1, start, end: stop });
    }
    isClosed = !isNarrow || node === chosen;
  }
  return bars;
}
