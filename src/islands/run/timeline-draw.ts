import { TIMELINE } from '../../messages/timeline.ts';
import { formatDuration } from '../../view/format-duration.ts';
import { typeWord } from '../../view/format-type.ts';
import { element } from '../element.ts';
import type { BarNode, BarsJson } from './timeline-json.ts';
import { type LaneBar, mergeBars, type TimelineRow } from './timeline-rows.ts';
import type { TimeWindow } from './time-window.ts';

/** What rows are drawn with. */
export interface Drawing {
  readonly bars: BarsJson;
  readonly window: TimeWindow;
  /** Place of the chosen node; null for none. */
  readonly chosen: number | null;
  readonly critical: ReadonlySet<number>;
  /** Pixels that the window has. */
  readonly width: number;
  /** True where there is no room for time: bars then begin at the left and are as long as nodes took. */
  readonly isNarrow: boolean;
  /** Seconds that the longest node took. */
  readonly longest: number;
}

/** Bars closer than this are drawn as one. Pixels. */
const CLOSE = 3;

/** The id of the element that stands for a node. */
export function optionId(node: number): string {
  return `timeline-${node}`;
}

/** A row, at its place among all. */
export function drawRow(
  row: TimelineRow,
  at: number,
  count: number,
  drawing: Drawing,
): HTMLElement {
  switch (row.kind) {
    case 'rest':
      return element('div', 'tl-row tl-rest', TIMELINE.withoutTiming(row.count));
    case 'node':
      return nodeRow(row.node, at, count, drawing);
    case 'lane':
      return laneRow(row, drawing);
  }
}

function nodeRow(node: number, at: number, count: number, drawing: Drawing): HTMLElement {
  const { bars, isNarrow, longest, window } = drawing;
  const told = bars.nodes[node];
  if (told === undefined) return element('div', 'tl-row');
  const track = element('span', 'tl-track');
  const { start, end, execution_time: took } = told;
  const name = element(
    'span',
    'tl-name',
    element('span', `st st-${told.kind}`),
    element('span', '', told.name),
  );
  name.title = told.name;
  if (isNarrow) {
    const length = took ?? 0;
    track.append(barOf(node, { from: 0, to: length }, { from: 0, to: longest }, drawing));
    name.append(timeText('tl-took', took));
  } else if (start !== null) {
    const bar = barOf(node, { from: start, to: end ?? start }, window, drawing);
    track.append(bar, ...barLabel(told, drawing));
  }
  const row = element('div', 'tl-row', name, track);
  return asOption(row, node, at, count, drawing);
}

function laneRow(
  { lane, nodes }: Extract<TimelineRow, { kind: 'lane' }>,
  drawing: Drawing,
): HTMLElement {
  const { bars, window, width, chosen } = drawing;
  const thread = bars.threads[lane] ?? null;
  const name = element('span', 'tl-name', thread ?? TIMELINE.noThread);
  name.title = thread ?? TIMELINE.noThread;
  const track = element('span', 'tl-track');
  const least = ((window.to - window.from) / Math.max(1, width)) * CLOSE;
  for (const bar of mergeBars(bars, nodes, least, chosen)) track.append(laneBar(bar, drawing));
  const row = element('div', 'tl-row tl-lane', name, track);
  row.setAttribute('role', 'group');
  row.setAttribute('aria-label', thread ?? TIMELINE.noThread);
  return row;
}

function laneBar({ first, count, start, end }: LaneBar, drawing: Drawing): HTMLElement {
  const { bars, window } = drawing;
  const bar = barOf(first, { from: start, to: end }, window, drawing);
  if (count > 1) {
    bar.classList.add('tl-merged');
    bar.dataset['from'] = String(start);
    bar.dataset['to'] = String(end);
    bar.title = TIMELINE.merged(count);
    bar.setAttribute('aria-hidden', 'true');
    return bar;
  }
  return asOption(bar, first, first, bars.nodes.length, drawing);
}

/** A bar at its place in the window; what lies outside is cut. */
function barOf(node: number, bar: TimeWindow, window: TimeWindow, drawing: Drawing): HTMLElement {
  const told = drawing.bars.nodes[node];
  const width = Math.max(window.to - window.from, 1e-9);
  const share = (at: number): number => Math.min(1, Math.max(0, (at - window.from) / width));
  const made = element('span', `tl-bar st-${told?.kind ?? 'none'}`);
  if (drawing.critical.has(node)) made.classList.add('tl-critical');
  const [left, right] = [share(bar.from), share(bar.to)];
  made.style.left = percent(left);
  made.style.width = percent(right - left);
  const compiled = drawing.isNarrow ? 0 : (told?.compile_time ?? 0);
  const compiledTo = share(bar.from + compiled);
  if (compiledTo > left && compiledTo < right) {
    const part = element('span', 'tl-compile');
    part.style.width = percent((compiledTo - left) / (right - left));
    made.append(part);
  }
  if (told !== undefined) made.title = describe(told);
  return made;
}

/** A duration that is seen only: the name of the option tells it in a sentence, and has to hold all text that it shows. */
function timeText(className: string, took: number | null): HTMLElement {
  const text = element('span', className);
  text.dataset['time'] = took === null ? '—' : formatDuration(took);
  return text;
}

/** How long it took, beside the bar where there is more room. */
function barLabel(
  { start, end, execution_time: took }: BarNode,
  { window }: Drawing,
): HTMLElement[] {
  if (start === null || took === null) return [];
  const width = Math.max(window.to - window.from, 1e-9);
  const stop = ((end ?? start) - window.from) / width;
  const label = timeText('tl-time', took);
  if (stop > 0.85) {
    label.classList.add('tl-before');
    label.style.right = percent(1 - Math.max(0, (start - window.from) / width));
  } else label.style.left = percent(Math.max(0, stop));
  label.setAttribute('aria-hidden', 'true');
  return [label];
}

function asOption(
  made: HTMLElement,
  node: number,
  at: number,
  count: number,
  { bars, chosen, critical }: Drawing,
): HTMLElement {
  made.id = optionId(node);
  made.dataset['node'] = String(node);
  made.setAttribute('role', 'option');
  made.setAttribute('aria-selected', String(node === chosen));
  made.setAttribute('aria-posinset', String(at + 1));
  made.setAttribute('aria-setsize', String(count));
  const told = bars.nodes[node];
  if (told !== undefined) {
    const path = critical.has(node) ? `, ${TIMELINE.onCriticalPath}` : '';
    made.setAttribute('aria-label', describe(told) + path);
  }
  return made;
}

/** `orders, model, success, starts at 1.20 s, took 340 ms, waited 20 ms`. */
function describe(node: BarNode): string {
  const { option } = TIMELINE;
  return [
    node.name,
    typeWord(node.resource_type),
    node.status,
    node.start === null ? null : option.starts(formatDuration(node.start)),
    node.execution_time === null ? null : option.took(formatDuration(node.execution_time)),
    node.waited === null ? null : option.waited(formatDuration(node.waited)),
  ]
    .filter((part) => part !== null)
    .join(', ');
}

export function percent(share: number): string {
  return `${Math.round(share * 1e5) / 1e3}%`;
}
