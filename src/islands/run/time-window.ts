/** The part of a run that is shown. Seconds from its start. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

/** No part is narrower than this share of the run, nor than ten milliseconds. */
const NARROWEST_SHARE = 1 / 5000;
const NARROWEST = 0.01;

/** The whole of a run. */
export function wholeRun(span: number): TimeWindow {
  return { from: 0, to: span };
}

/** A window that lies within the run and is wide enough to see something; what is no window is the whole run. */
export function clampWindow({ from, to }: TimeWindow, span: number): TimeWindow {
  if (!Number.isFinite(from) || !Number.isFinite(to) || to <= from) return wholeRun(span);
  const narrowest = Math.min(span, Math.max(NARROWEST, span * NARROWEST_SHARE));
  const width = Math.min(span, Math.max(narrowest, to - from));
  const start = Math.max(0, Math.min(from, span - width));
  return { from: start, to: start + width };
}

/** Zooms by a factor (2: twice as near) and keeps the instant `at` where it is. */
export function zoomWindow(
  { from, to }: TimeWindow,
  span: number,
  factor: number,
  at = (from + to) / 2,
): TimeWindow {
  return clampWindow({ from: at - (at - from) / factor, to: at + (to - at) / factor }, span);
}

/** Moves a window by a share of its own width. */
export function panWindow({ from, to }: TimeWindow, span: number, share: number): TimeWindow {
  const by = (to - from) * share;
  return clampWindow({ from: from + by, to: to + by }, span);
}

export function isWhole({ from, to }: TimeWindow, span: number): boolean {
  return from <= 0 && to >= span;
}

/** Steps between the marks of an axis, in seconds. */
const STEPS = [
  0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900,
  1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400,
];
const LEAST_PIXELS = 80;

/** Where the marks of an axis of this width in pixels stand: at round times, at least 80 pixels apart. */
export function ticks({ from, to }: TimeWindow, pixels: number): number[] {
  const most = Math.max(1, Math.floor(pixels / LEAST_PIXELS));
  const wanted = (to - from) / most;
  const step =
    STEPS.find((candidate) => candidate >= wanted) ?? Math.ceil(wanted / 86_400) * 86_400;
  const first = Math.ceil(from / step);
  const marks: number[] = [];
  for (let at = first; at * step <= to && marks.length <= most; at += 1) marks.push(at * step);
  return marks;
}
