import { TIMELINE } from '../../messages/timeline.ts';
import { formatDuration } from '../../view/format-duration.ts';
import { element } from '../element.ts';
import { announce } from '../live-region.ts';
import { type Drawing, drawRow, optionId, percent } from './timeline-draw.ts';
import { type BarsJson, fetchBars } from './timeline-json.ts';
import { stepFrom } from './timeline-keys.ts';
import { panelOf } from './timeline-panel.ts';
import { startRange } from './timeline-range.ts';
import { rowsByDuration, rowsOf, type TimelineRow } from './timeline-rows.ts';
import { readTimelineState, type TimelineState, writeTimelineState } from './timeline-state.ts';
import { toolbarOf } from './timeline-toolbar.ts';
import { isWhole, panWindow, ticks, wholeRun, zoomWindow } from './time-window.ts';

const ROW = 26;
const NARROW_ROW = 44;
/** Pixels of names beside the bars; CSS has the same. */
const NAMES = 240;
/** Room for the number of a mark. Pixels. */
const NUMBER = 56;
/** Below this width there is no room for time. */
const NARROW = 560;
/** Rows drawn above and below what is in sight, so that a quick wheel shows no gap. */
const SPARE = 12;

/**
 * Fetches a run's bars and draws its timeline into a place that waits for it.
 *
 * @param anchor of the result that is to be shown; null for none
 */
export async function openTimeline(
  place: HTMLElement,
  href: string,
  anchor: string | null,
): Promise<void> {
  let bars: BarsJson;
  try {
    bars = await fetchBars(href);
  } catch {
    place.append(element('p', 'note', TIMELINE.failed));
    place.hidden = false;
    announce(TIMELINE.failed);
    return;
  }
  const wanted = bars.nodes.findIndex((node) => node.anchor === anchor);
  drawTimeline(place, bars, wanted === -1 ? null : wanted);
  if (wanted !== -1) place.scrollIntoView();
}

/** Draws a timeline and keeps it as the reader and the URL want it. */
function drawTimeline(place: HTMLElement, bars: BarsJson, wanted: number | null): void {
  const { span, nodes } = bars;
  const critical = new Set(bars.critical_path);
  const longest = nodes.reduce((most, node) => Math.max(most, node.execution_time ?? 0), 0);
  const placeOf = new Map(nodes.map(({ unique_id: id }, at) => [id, at]));
  let state = readTimelineState(location.search, span);
  let rows: readonly TimelineRow[] = [];
  let isNarrow = false;

  const axis = element('div', 'tl-axis');
  axis.setAttribute('aria-hidden', 'true');
  const space = element('div', 'tl-space');
  space.setAttribute('role', 'presentation');
  const list = element('div', 'tl-list', space);
  list.tabIndex = 0;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', TIMELINE.label);
  const keys = element('p', 'sr', TIMELINE.keys);
  keys.id = 'timeline-keys';
  list.setAttribute('aria-describedby', keys.id);
  const panel = element('div', 'tl-panel');
  panel.setAttribute('role', 'region');
  panel.setAttribute('aria-label', TIMELINE.panel.title);

  const chosen = (): number | null =>
    state.node === null ? null : (placeOf.get(state.node) ?? null);
  const change = (next: TimelineState, isNewPlace: boolean): void => {
    state = next;
    const url = location.pathname + writeTimelineState(location.search, next, span) + location.hash;
    if (isNewPlace) history.pushState(null, '', url);
    else history.replaceState(null, '', url);
    draw();
  };
  const choose = (node: number | null): void => {
    change({ ...state, node: node === null ? null : (nodes[node]?.unique_id ?? null) }, true);
    reveal();
  };
  const zoom = (factor: number, at?: number): void =>
    change({ ...state, window: zoomWindow(state.window, span, factor, at) }, false);

  const toolbar = toolbarOf({
    setMode: (mode) => change({ ...state, mode }, true),
    zoom,
    showAll: () => change({ ...state, window: wholeRun(span) }, false),
  });
  const chart = document.querySelector<HTMLElement>('.active-chart');
  const range =
    chart === null
      ? null
      : startRange(chart, span, (window) => change({ ...state, window }, false));

  const rowHeight = (): number => (isNarrow ? NARROW_ROW : ROW);
  const drawing = (): Drawing => ({
    bars,
    window: state.window,
    chosen: chosen(),
    critical,
    width: Math.max(1, list.clientWidth - NAMES),
    isNarrow,
    longest,
  });

  /** Draws the rows that are in sight, and the chosen one, to which a screen reader is led. */
  const drawRows = (): void => {
    const height = rowHeight();
    const first = Math.max(0, Math.floor(list.scrollTop / height) - SPARE);
    const count = Math.ceil(list.clientHeight / height) + 2 * SPARE;
    const now = drawing();
    const made = rows.slice(first, first + count).map((row, at) => {
      const drawn = drawRow(row, first + at, rows.length, now);
      drawn.style.top = `${(first + at) * height}px`;
      drawn.style.height = `${height}px`;
      return drawn;
    });
    space.replaceChildren(...made);
    const id = now.chosen === null ? null : optionId(now.chosen);
    if (id !== null && document.getElementById(id) !== null)
      list.setAttribute('aria-activedescendant', id);
    else list.removeAttribute('aria-activedescendant');
  };

  const draw = (): void => {
    isNarrow = place.clientWidth > 0 && place.clientWidth < NARROW;
    place.classList.toggle('tl-narrow', isNarrow);
    rows = isNarrow
      ? rowsByDuration(bars, state.mode)
      : rowsOf(bars, state.mode, state.window, isWhole(state.window, span));
    space.style.height = `${rows.length * rowHeight()}px`;
    drawAxis();
    drawRows();
    range?.show(state.window);
    toolbar.show(state, rows, span);
    panel.replaceChildren(...panelOf(bars, chosen(), choose));
  };
  const drawAxis = (): void => {
    const width = state.window.to - state.window.from;
    const pixels = Math.max(1, list.clientWidth - NAMES);
    axis.replaceChildren(
      ...ticks(state.window, pixels).map((at) => {
        const share = (at - state.window.from) / Math.max(width, 1e-9);
        // Half a number would be a false one.
        const isCut = (1 - share) * pixels < NUMBER;
        const mark = element('span', '', isCut ? '' : formatDuration(at));
        mark.style.left = percent(share);
        return mark;
      }),
    );
  };

  /** Brings the chosen node into sight. */
  const reveal = (): void => {
    const node = chosen();
    if (node === null) return;
    const at = rows.findIndex((row) =>
      row.kind === 'node' ? row.node === node : row.kind === 'lane' && row.nodes.includes(node),
    );
    if (at === -1) return;
    const [top, height] = [at * rowHeight(), rowHeight()];
    if (top < list.scrollTop) list.scrollTop = top;
    else if (top + height > list.scrollTop + list.clientHeight)
      list.scrollTop = top + height - list.clientHeight;
    drawRows();
  };

  list.addEventListener('scroll', drawRows, { passive: true });
  list.addEventListener('click', ({ target }) => {
    const hit =
      target instanceof Element ? target.closest<HTMLElement>('[data-node], [data-from]') : null;
    const { node, from, to } = hit?.dataset ?? {};
    if (from !== undefined && to !== undefined) {
      const margin = (Number(to) - Number(from)) * 0.1;
      const window = { from: Number(from) - margin, to: Number(to) + margin };
      change({ ...state, window: zoomWindow(window, span, 1) }, false);
    } else if (node !== undefined) choose(Number(node));
  });
  list.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const box = axis.getBoundingClientRect();
      const share = Math.min(1, Math.max(0, (event.clientX - box.left) / Math.max(1, box.width)));
      const { from, to } = state.window;
      zoom(event.deltaY < 0 ? 1.25 : 0.8, from + share * (to - from));
    },
    { passive: false },
  );
  list.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const { key } = event;
    const page = Math.max(1, Math.floor(list.clientHeight / rowHeight()) - 1);
    const next = stepFrom(rows, chosen(), key, page, nodes);
    if (next !== null) choose(next);
    else if (key === '+' || key === '=') zoom(2);
    else if (key === '-') zoom(0.5);
    else if (key === '0') change({ ...state, window: wholeRun(span) }, false);
    else if (key === 'ArrowLeft' || key === 'ArrowRight') {
      const share = key === 'ArrowLeft' ? -0.25 : 0.25;
      change({ ...state, window: panWindow(state.window, span, share) }, false);
    } else if (key === 'Escape' && state.node !== null) choose(null);
    else if (key === 'Enter') {
      const href = nodes[chosen() ?? -1]?.href ?? null;
      if (href !== null) location.assign(href);
    } else return;
    event.preventDefault();
  });
  addEventListener('popstate', () => {
    state = readTimelineState(location.search, span);
    draw();
    reveal();
  });

  place.append(
    toolbar.element,
    keys,
    element('div', 'tl-body', element('div', 'tl-main', axis, list), panel),
  );
  place.hidden = false;
  draw();
  if (wanted === null) reveal();
  else choose(wanted);
  let width = place.clientWidth;
  new ResizeObserver(() => {
    if (place.clientWidth === width) return;
    width = place.clientWidth;
    draw();
  }).observe(place);
}
