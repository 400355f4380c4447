import { TIMELINE } from '../../messages/timeline.ts';
import { formatDuration } from '../../view/format-duration.ts';
import { button, element } from '../element.ts';
import type { TimelineRow } from './timeline-rows.ts';
import { type Mode, MODES, type TimelineState } from './timeline-state.ts';

/** What the buttons above the timeline do. */
interface ToolbarActions {
  readonly setMode: (mode: Mode) => void;
  readonly zoom: (factor: number) => void;
  readonly showAll: () => void;
}

interface Toolbar {
  readonly element: HTMLElement;
  /** Says which mode is on, and how much is shown. */
  show(state: TimelineState, rows: readonly TimelineRow[], span: number): void;
}

/** The buttons above the timeline. */
export function toolbarOf({ setMode, zoom, showAll }: ToolbarActions): Toolbar {
  const modes = MODES.map((mode) => {
    const made = button(TIMELINE.mode[mode], TIMELINE.mode[mode], () => setMode(mode));
    return { mode, made };
  });
  const choice = element('div', 'tl-modes', ...modes.map(({ made }) => made));
  choice.setAttribute('role', 'group');
  choice.setAttribute('aria-label', TIMELINE.modes);
  const zooms = element(
    'div',
    'tl-zoom',
    button(TIMELINE.zoomOutSign, TIMELINE.zoomOut, () => zoom(0.5)),
    button(TIMELINE.zoomInSign, TIMELINE.zoomIn, () => zoom(2)),
    button(TIMELINE.zoomAll, TIMELINE.zoomAll, showAll),
  );
  zooms.setAttribute('role', 'group');
  zooms.setAttribute('aria-label', TIMELINE.zoom);
  const text = element('span', 'tl-text muted');
  text.setAttribute('role', 'status');
  return {
    element: element('div', 'tl-toolbar', choice, zooms, text),
    show({ mode, window }, rows) {
      for (const { mode: other, made } of modes)
        made.setAttribute('aria-pressed', String(other === mode));
      const lanes = rows.filter((row) => row.kind === 'lane');
      const count = rows.filter(({ kind }) => kind === 'node').length;
      const inLanes = lanes.reduce((sum, { nodes }) => sum + nodes.length, 0);
      text.textContent = [
        TIMELINE.shown(formatDuration(window.from), formatDuration(window.to)),
        lanes.length > 0 ? TIMELINE.lanes(lanes.length, inLanes) : TIMELINE.rows(count),
      ].join(' · ');
    },
  };
}
