import type { Host } from './host.ts';
import type { Stage } from './stage/stage.ts';
import { firstStep, neighbourTowards, siblingTowards } from './walk-keys.ts';

/** How far Shift with an arrow moves the view. Pixels of the window. */
const PAN = 120;

const ARROWS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
]);

/** The drawing by keyboard: arrows walk along edges and ranks, the rest zooms and opens. */
export function listenToKeys(host: Host, stage: Stage, canvas: HTMLElement): void {
  canvas.addEventListener('keydown', (event) => {
    const { key, shiftKey, ctrlKey, metaKey, altKey, target } = event;
    if (ctrlKey || metaKey || altKey || target !== canvas) return;
    const arrow = ARROWS.get(key);
    if (arrow !== undefined) {
      const [dx, dy] = arrow;
      if (shiftKey) stage.panBy(dx * PAN, dy * PAN);
      else step(host, stage, dx, dy);
    } else if (!act(host, stage, key)) return;
    event.preventDefault();
  });
}

function step(host: Host, stage: Stage, dx: number, dy: number): void {
  const { chosen } = host;
  const isThere = chosen !== null && stage.scene.at.has(chosen);
  const next = !isThere
    ? firstStep(host, stage.place())
    : dx !== 0
      ? neighbourTowards(host, chosen, dx < 0 ? 'up' : 'down')
      : siblingTowards(host, chosen, dy < 0 ? -1 : 1);
  if (next !== null) host.choose(next, 'replace');
}

function act(host: Host, stage: Stage, key: string): boolean {
  const { chosen } = host;
  switch (key) {
    case '+':
    case '=':
      stage.zoomBy(1.5);
      return true;
    case '-':
      stage.zoomBy(1 / 1.5);
      return true;
    case '0':
      stage.fit();
      return true;
    case 'Enter':
      if (chosen !== null) host.open(chosen);
      return chosen !== null;
    case ' ':
      if (chosen !== null) host.focus(chosen, '1+', '+1');
      return chosen !== null;
    case '<':
    case '>':
      if (chosen !== null) host.toggle(chosen, key === '<' ? 'up' : 'down');
      return chosen !== null;
    case 'Escape':
      host.choose(null);
      return true;
    default:
      return false;
  }
}
