import { clampWindow, isWhole, type TimeWindow, wholeRun } from './time-window.ts';

/** How rows are made of nodes. */
export const MODES = ['time', 'thread', 'critical'] as const;
export type Mode = (typeof MODES)[number];

/** What a reader made of the timeline. It stands in the URL, so that a link shows the same. */
export interface TimelineState {
  readonly mode: Mode;
  readonly window: TimeWindow;
  /** The chosen node's unique_id; null for none. */
  readonly node: string | null;
}

/** Reads a state out of `location.search`. */
export function readTimelineState(search: string, span: number): TimelineState {
  const params = new URLSearchParams(search);
  const from = params.get('from');
  const to = params.get('to');
  return {
    mode: MODES.find((mode) => mode === params.get('rows')) ?? 'time',
    window:
      from === null && to === null
        ? wholeRun(span)
        : clampWindow({ from: Number(from ?? 0), to: Number(to ?? span) }, span),
    node: params.get('node'),
  };
}

/** Writes a state into a query, which keeps what else stands in it. */
export function writeTimelineState(search: string, state: TimelineState, span: number): string {
  const params = new URLSearchParams(search);
  const set = (name: string, value: string | null): void => {
    if (value === null) params.delete(name);
    else params.set(name, value);
  };
  const all = isWhole(state.window, span);
  set('rows', state.mode === 'time' ? null : state.mode);
  set('from', all ? null : seconds(state.window.from));
  set('to', all ? null : seconds(state.window.to));
  set('node', state.node);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** To the millisecond, without zeros at the end. */
function seconds(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
