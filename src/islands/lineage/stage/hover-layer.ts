import { boxOf } from '../../../lineage/explorer/scene.ts';
import { boxLookAt } from './box-program.ts';
import type { Highlight, Hover } from './highlight.ts';
import { edgeBounds, MONO, type Painting, paintBoxText, paintEdges, READABLE } from './paint.ts';
import type { Part } from './view-box.ts';

/** Draws what the pointer is on. */
export interface HoverLayer {
  show(hover: Hover | null, painting: Painting, highlight: Highlight): void;
}

/** Boxes that are lower than this get a frame around them, and their name beside them. */
const LOW = 7;
const NAME_HEIGHT = 22;
const NAME_SIZE = 12;

/**
 * A canvas over the drawing that is no larger than what is painted on it: nothing else is drawn again while the pointer
 * moves over thousands of boxes.
 *
 * @param before the layer that listens to the pointer
 */
export function makeHoverLayer(before: HTMLElement | null): HoverLayer {
  const canvas = document.createElement('canvas');
  canvas.className = 'lx-hover';
  canvas.hidden = true;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  before?.before(canvas);
  return {
    show(hover, painting, highlight) {
      const box = hover === null ? null : boxOf(painting.scene, hover.node);
      canvas.hidden = hover === null || box === null || context === null;
      if (hover === null || box === null || context === null) return;
      const { view } = painting;
      const ratio = window.devicePixelRatio;
      const x = box.x * view.scale + view.left;
      const y = box.y * view.scale + view.top;
      const frame = grown({
        left: x,
        top: y,
        right: x + Math.max(3, box.width * view.scale),
        bottom: y + Math.max(2, box.height * view.scale),
      });
      const name = box.height * view.scale < READABLE ? painting.textOf(hover.node).name : '';
      context.font = `${NAME_SIZE}px ${MONO}`;
      const plate = plateFor(frame, name === '' ? 0 : context.measureText(name).width, painting);
      const parts = [frame, plate, ...edgeBounds(hover.edges, painting)];
      const all = inWindow(parts, painting);
      canvas.hidden = all.right <= all.left || all.bottom <= all.top;
      if (canvas.hidden) return;
      const [width, height] = [all.right - all.left, all.bottom - all.top];
      canvas.width = Math.ceil(width * ratio);
      canvas.height = Math.ceil(height * ratio);
      Object.assign(canvas.style, {
        left: `${all.left}px`,
        top: `${all.top}px`,
        width: `${canvas.width / ratio}px`,
        height: `${canvas.height / ratio}px`,
      });
      context.setTransform(ratio, 0, 0, ratio, -all.left * ratio, -all.top * ratio);
      paintEdges(context, hover.edges, painting);
      paintBox(context, hover.node, x, y, painting, isBack(hover.node, highlight));
      if (name !== '') paintPlate(context, name, plate, painting);
    },
  };
}

function grown({ left, top, right, bottom }: Part): Part {
  return { left: left - 5, top: top - 5, right: right + 5, bottom: bottom + 5 };
}

/** What holds all parts and lies in the window, in whole pixels. */
function inWindow(parts: readonly Part[], { view }: Painting): Part {
  return {
    left: Math.max(0, Math.floor(Math.min(...parts.map(({ left }) => left)))),
    top: Math.max(0, Math.floor(Math.min(...parts.map(({ top }) => top)))),
    right: Math.min(view.width, Math.ceil(Math.max(...parts.map(({ right }) => right)))),
    bottom: Math.min(view.height, Math.ceil(Math.max(...parts.map(({ bottom }) => bottom)))),
  };
}

/** Room for a name over a box, or under it where there is none above. */
function plateFor(frame: Part, textWidth: number, { view }: Painting): Part {
  const width = textWidth === 0 ? 0 : textWidth + 16;
  const height = textWidth === 0 ? 0 : NAME_HEIGHT;
  const left = Math.max(2, Math.min(frame.left, view.width - width - 2));
  const top = frame.top - height - 2 < 0 ? frame.bottom + 2 : frame.top - height - 2;
  return { left, top, right: left + width, bottom: top + height };
}

function paintBox(
  context: CanvasRenderingContext2D,
  node: number,
  x: number,
  y: number,
  painting: Painting,
  standsBack: boolean,
): void {
  const { view, palette } = painting;
  const box = boxOf(painting.scene, node);
  if (box === null) return;
  const width = Math.max(3, box.width * view.scale);
  const height = Math.max(2, box.height * view.scale);
  const { radius, border } = boxLookAt(view.scale);
  context.strokeStyle = palette.of('accent');
  context.beginPath();
  if (height < LOW) {
    // Boxes around it have about the colour of the frame: paper keeps them apart.
    context.roundRect(x - 2, y - 2, width + 4, height + 4, 2);
    context.lineWidth = 4;
    context.strokeStyle = palette.of('bg');
    context.stroke();
    context.lineWidth = 1.5;
    context.strokeStyle = palette.of('accent');
    context.stroke();
    return;
  }
  if (standsBack && box.height * view.scale >= READABLE) {
    // What stands back can be read while the pointer is on it.
    context.fillStyle = palette.of('bg');
    context.fillRect(x + 6 * border, y + 1, width - 6 * border - 1, height - 2);
    paintBoxText(context, node, x, y, painting);
  }
  context.lineWidth = 2 * border;
  context.roundRect(x + border, y + border, width - 2 * border, height - 2 * border, radius);
  context.stroke();
}

function isBack(node: number, { chosen, up, down }: Highlight): boolean {
  return chosen !== null && chosen !== node && !up.has(node) && !down.has(node);
}

function paintPlate(
  context: CanvasRenderingContext2D,
  name: string,
  { left, top, right, bottom }: Part,
  { palette }: Painting,
): void {
  context.beginPath();
  context.roundRect(left + 0.5, top + 0.5, right - left - 1, bottom - top - 1, 4);
  context.fillStyle = palette.of('bg');
  context.fill();
  context.strokeStyle = palette.of('control');
  context.lineWidth = 1;
  context.stroke();
  context.font = `${NAME_SIZE}px ${MONO}`;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.fillStyle = palette.of('ink');
  context.fillText(name, left + 8, (top + bottom) / 2);
}
