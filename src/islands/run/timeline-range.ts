import { TIMELINE } from '../../messages/timeline.ts';
import { formatDuration } from '../../view/format-duration.ts';
import { element } from '../element.ts';
import { percent } from './timeline-draw.ts';
import { clampWindow, isWhole, type TimeWindow } from './time-window.ts';

/** Steps of a slider over the whole run. */
const STEPS = 1000;

/** Lets a reader choose a part of the run: by dragging over its chart, or with two sliders below. */
export interface TimelineRange {
  /** Shows which part is chosen. */
  show(window: TimeWindow): void;
}

/** @param chart the drawing of nodes executing over time, which stands in the page already */
export function startRange(
  chart: HTMLElement,
  span: number,
  choose: (window: TimeWindow) => void,
): TimelineRange {
  const drawing = chart.querySelector('svg');
  const before = element('span', 'tl-out');
  const after = element('span', 'tl-out');
  const over = element('div', 'tl-over', before, after);
  over.setAttribute('aria-hidden', 'true');
  const sliders = [TIMELINE.from, TIMELINE.to].map((label) => {
    const input = document.createElement('input');
    input.type = 'range';
    input.max = String(STEPS);
    input.setAttribute('aria-label', `${TIMELINE.range}: ${label}`);
    return input;
  });
  const [first, last] = sliders;
  if (drawing === null || first === undefined || last === undefined) return { show: () => {} };
  const frame = element('div', 'tl-frame');
  drawing.replaceWith(frame);
  frame.append(drawing, over);
  const row = element('div', 'tl-sliders', first, last);
  row.dataset['added'] = '';
  frame.after(row);

  let shown: TimeWindow = { from: 0, to: span };
  const slide = (): void => {
    const from = (Number(first.value) / STEPS) * span;
    const to = (Number(last.value) / STEPS) * span;
    if (to > from) choose(clampWindow({ from, to }, span));
    else show(shown);
  };
  for (const input of sliders) input.addEventListener('input', slide);

  over.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    const box = over.getBoundingClientRect();
    const at = (x: number): number =>
      Math.min(1, Math.max(0, (x - box.left) / Math.max(1, box.width))) * span;
    const begun = at(event.clientX);
    const drag = ({ clientX }: PointerEvent): void => {
      const [from, to] = [Math.min(begun, at(clientX)), Math.max(begun, at(clientX))];
      // A click is no range.
      if ((to - from) / span > 0.005) choose(clampWindow({ from, to }, span));
    };
    over.setPointerCapture(event.pointerId);
    over.addEventListener('pointermove', drag);
    const end = (): void => {
      over.removeEventListener('pointermove', drag);
      over.removeEventListener('pointerup', end);
      over.removeEventListener('pointercancel', end);
    };
    over.addEventListener('pointerup', end);
    over.addEventListener('pointercancel', end);
  });

  const show = (window: TimeWindow): void => {
    shown = window;
    before.style.width = percent(window.from / span);
    after.style.width = percent(1 - window.to / span);
    for (const [input, at] of [
      [first, window.from],
      [last, window.to],
    ] as const) {
      input.value = String(Math.round((at / span) * STEPS));
      input.setAttribute('aria-valuetext', formatDuration(at));
    }
    over.classList.toggle('tl-whole', isWhole(window, span));
  };
  return { show };
}
