import { boxOf, type Scene, type SceneRegion } from '../../../lineage/explorer/scene.ts';
import { BOX_HEIGHT, BOX_WIDTH, type Rectangle } from '../../../lineage/layout/box.ts';
import { REGION_HEAD } from '../../../lineage/layout/layout-map.ts';
import { formatNumber } from '../../../messages/format-number.ts';
import type { IconName } from '../../../styles/icons.ts';
import type { StatusView } from '../../../view/status-view.ts';
import type { Palette } from '../palette.ts';
import { paintIcon } from './paint-icon.ts';
import type { HighlightEdge } from './highlight.ts';
import type { Part, ViewBox } from './view-box.ts';

/** What stands on a box, beside its colour. */
export interface BoxText {
  readonly name: string;
  /** `MDL` … */
  readonly code: string;
  readonly icon: IconName;
  readonly status: StatusView['kind'] | null;
  readonly isHidden: boolean;
}

/** Everything that painting looks at. */
export interface Painting {
  readonly scene: Scene;
  readonly view: ViewBox;
  readonly palette: Palette;
  readonly textOf: (node: number) => BoxText;
}

/** Boxes get their text from this height on, in pixels of the window. */
export const READABLE = 11.5;
/** From this scale on boxes have more than a name on them. */
const NEAR = 0.62;
/** Size of names at full size, and the smallest that they are written in: from afar they are cut, not shrunk. */
const TEXT = 12.5;
const LEAST_TEXT = 9;
/** Names of regions from afar, and those that are too long for it. */
const LEAST_HEADING = 13;
const SMALL_HEADING = 11;
/** A name that is cut shorter says nothing. */
const LEAST_LETTERS = 3;
export const MONO =
  'ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono", "Liberation Mono", monospace';
export const SANS = 'system-ui, sans-serif';

/** Paints what lies under the boxes: the regions of a map. */
export function paintRegions(context: CanvasRenderingContext2D, painting: Painting): void {
  const { scene, view, palette } = painting;
  for (const region of scene.regions) {
    if (region.count === 0 || !isInView(region, view)) continue;
    const x = region.x * view.scale + view.left;
    const y = region.y * view.scale + view.top;
    const width = region.width * view.scale;
    const height = region.height * view.scale;
    context.beginPath();
    context.roundRect(x, y, width, height, Math.min(10, Math.max(2, 12 * view.scale)));
    context.fillStyle = palette.of('surface');
    context.fill();
    context.strokeStyle = palette.of('line');
    context.lineWidth = 1;
    context.stroke();
  }
}

/**
 * Paints what stands on boxes, and the names of regions.
 *
 * @returns where names of regions lie
 */
export function paintTexts(context: CanvasRenderingContext2D, painting: Painting): Part[] {
  const { scene, view } = painting;
  if (BOX_HEIGHT * view.scale >= READABLE) {
    for (const [index, node] of scene.nodes.entries()) {
      const x = (scene.x[index] ?? 0) * view.scale + view.left;
      const y = (scene.y[index] ?? 0) * view.scale + view.top;
      if (x > view.width || y > view.height) continue;
      if (x + BOX_WIDTH * view.scale < 0 || y + BOX_HEIGHT * view.scale < 0) continue;
      paintBoxText(context, node, x, y, painting);
    }
  }
  return scene.regions.flatMap((region) => {
    const part = region.count > 0 ? paintRegionName(context, region, painting) : null;
    return part === null ? [] : [part];
  });
}

/** Paints what stands on a box whose corner is at a place of the window. */
export function paintBoxText(
  context: CanvasRenderingContext2D,
  node: number,
  x: number,
  y: number,
  { view: { scale }, palette, textOf }: Painting,
): void {
  const { name, code, icon, status, isHidden } = textOf(node);
  const middle = y + (BOX_HEIGHT / 2) * scale;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  let left = x + 12 * scale;
  let end = x + (BOX_WIDTH - 6) * scale;
  const isNear = scale >= NEAR;
  if (isNear) {
    const square = { x: left - scale, y: middle - 7 * scale, size: 14 * scale };
    paintIcon(context, icon, square, { hue: palette.of('ink-3'), paper: palette.of('bg') });
    left += 17 * scale;
    context.font = `600 ${10 * scale}px ${MONO}`;
    context.fillStyle = palette.of('ink-3');
    context.fillText(code, left, middle + 0.5 * scale);
    left += (code.length * 6.1 + 7) * scale;
    if (status !== null) {
      end = x + (BOX_WIDTH - 26) * scale;
      paintIcon(
        context,
        status,
        { x: x + (BOX_WIDTH - 22) * scale, y: middle - 7.5 * scale, size: 15 * scale },
        { hue: palette.status(status), paper: palette.of('bg') },
      );
    }
  }
  const size = Math.max(LEAST_TEXT, TEXT * scale);
  context.font = `${isHidden ? 'italic ' : ''}${size}px ${MONO}`;
  const room = Math.max(1, Math.floor((end - left) / context.measureText('m').width));
  context.fillStyle = palette.of('ink');
  context.fillText(name.length > room ? `${name.slice(0, room - 1)}…` : name, left, middle);
}

/** A region's name and number of nodes: as large as it fits from afar, never larger than a heading. */
function paintRegionName(
  context: CanvasRenderingContext2D,
  region: SceneRegion,
  { view, palette }: Painting,
): Part | null {
  if (!isInView(region, view)) return null;
  const width = region.width * view.scale;
  const x = region.x * view.scale + view.left;
  const y = region.y * view.scale + view.top;
  const most = Math.min(20, Math.max(LEAST_HEADING, 26 * view.scale));
  if (width < 3 * most || region.height * view.scale < most) return null;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  const padding = Math.min(24 * view.scale, 16);
  const room = width - 2 * padding;
  context.font = `600 ${most}px ${SANS}`;
  // Rather a smaller name than half of one.
  const size = context.measureText(region.name).width > room ? Math.min(most, SMALL_HEADING) : most;
  context.font = `600 ${size}px ${SANS}`;
  const name = clipped(context, region.name, room);
  const nameWidth = context.measureText(name).width;
  const count = formatNumber(region.count);
  context.font = `${size - 1}px ${SANS}`;
  const countWidth = context.measureText(count).width;
  const hasCount = nameWidth + countWidth + 3 * padding + 8 <= width;
  const head = REGION_HEAD * view.scale;
  const middle = y + Math.max(head, size + 6) / 2;
  const left = x + padding;
  const plate = nameWidth + (hasCount ? countWidth + 8 : 0) + 6;
  if (head < size + 4) {
    // From afar the name lies on the dots of its region.
    context.globalAlpha = 0.94;
    context.fillStyle = palette.of('surface');
    context.beginPath();
    context.roundRect(left - 3, middle - size / 2 - 2, plate, size + 4, 4);
    context.fill();
    context.globalAlpha = 1;
  }
  if (hasCount) {
    context.fillStyle = palette.of('ink-3');
    context.fillText(count, left + nameWidth + 8, middle);
  }
  context.font = `600 ${size}px ${SANS}`;
  context.fillStyle = palette.of('ink');
  context.fillText(name, left, middle);
  return {
    left: Math.floor(left - 4),
    top: Math.floor(middle - size / 2 - 3),
    right: Math.ceil(left + plate),
    bottom: Math.ceil(middle + size / 2 + 3),
  };
}

/** A path that is too wide for its room goes without its first folders; a name that is, without its last letters. */
function clipped(context: CanvasRenderingContext2D, text: string, room: number): string {
  const fits = (candidate: string): boolean => context.measureText(candidate).width <= room;
  const parts = text.split(' / ');
  const whole = parts.map((_, from) => parts.slice(from).join(' / ')).find(fits);
  if (whole !== undefined) return whole;
  const last = parts.at(-1) ?? '';
  for (let length = last.length - 1; length >= LEAST_LETTERS; length--) {
    const cut = `${last.slice(0, length)}…`;
    if (fits(cut)) return cut;
  }
  return '';
}

/** Edges of a map are drawn for one node at a time: of all of them nobody can follow one. */
export function paintEdges(
  context: CanvasRenderingContext2D,
  edges: readonly HighlightEdge[],
  { scene, view, palette }: Painting,
): void {
  if (edges.length === 0) return;
  context.lineWidth = Math.max(1, Math.min(2, 2 * view.scale));
  context.strokeStyle = palette.of('accent');
  for (const isDown of [false, true]) {
    context.setLineDash(isDown ? [6, 4] : []);
    context.beginPath();
    for (const edge of edges) {
      const from = boxOf(scene, edge.from);
      const to = boxOf(scene, edge.to);
      if (edge.isDown === isDown && from !== null && to !== null)
        traceCurve(context, view, from, to);
    }
    context.stroke();
  }
  context.setLineDash([]);
}

/** Where edges run, in pixels of the window: a rectangle around each. */
export function edgeBounds(edges: readonly HighlightEdge[], { scene, view }: Painting): Part[] {
  return edges.flatMap((edge) => {
    const from = boxOf(scene, edge.from);
    const to = boxOf(scene, edge.to);
    if (from === null || to === null) return [];
    const x1 = (from.x + BOX_WIDTH) * view.scale + view.left;
    const x2 = to.x * view.scale + view.left;
    const y1 = (from.y + BOX_HEIGHT / 2) * view.scale + view.top;
    const y2 = (to.y + BOX_HEIGHT / 2) * view.scale + view.top;
    // A line that leads back swings out to both sides.
    const swing = x2 > x1 ? 0 : 60 * view.scale + (x1 - x2) / 4;
    return [
      {
        left: Math.min(x1, x2) - swing - 2,
        top: Math.min(y1, y2) - 2,
        right: Math.max(x1, x2) + swing + 2,
        bottom: Math.max(y1, y2) + 2,
      },
    ];
  });
}

/** The parts of an edge that lie in the window: dashes far outside of it took seconds. */
function traceCurve(
  context: CanvasRenderingContext2D,
  view: ViewBox,
  from: Rectangle,
  to: Rectangle,
): void {
  const x1 = (from.x + BOX_WIDTH) * view.scale + view.left;
  const y1 = (from.y + BOX_HEIGHT / 2) * view.scale + view.top;
  const x2 = to.x * view.scale + view.left;
  const y2 = (to.y + BOX_HEIGHT / 2) * view.scale + view.top;
  if (Math.max(y1, y2) < 0 || Math.min(y1, y2) > view.height) return;
  const handle = x2 > x1 ? (x2 - x1) / 2 : 60 * view.scale + (x1 - x2) / 4;
  const steps = Math.min(160, 16 + Math.ceil(Math.hypot(x2 - x1, y2 - y1) / 30));
  let [lastX, lastY] = [x1, y1];
  let isDrawing = false;
  for (let step = 1; step <= steps; step++) {
    const t = step / steps;
    const s = 1 - t;
    const x =
      s * s * s * x1 +
      3 * s * s * t * (x1 + handle) +
      3 * s * t * t * (x2 - handle) +
      t * t * t * x2;
    const y = y1 + (y2 - y1) * t * t * (3 - 2 * t);
    const isSeen =
      Math.max(x, lastX) >= 0 &&
      Math.min(x, lastX) <= view.width &&
      Math.max(y, lastY) >= 0 &&
      Math.min(y, lastY) <= view.height;
    if (isSeen && !isDrawing) context.moveTo(lastX, lastY);
    if (isSeen) context.lineTo(x, y);
    isDrawing = isSeen;
    [lastX, lastY] = [x, y];
  }
}

function isInView(region: SceneRegion, view: ViewBox): boolean {
  const x = region.x * view.scale + view.left;
  const y = region.y * view.scale + view.top;
  return (
    x < view.width &&
    y < view.height &&
    x + region.width * view.scale > 0 &&
    y + region.height * view.scale > 0
  );
}
