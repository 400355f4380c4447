import { BOX_HEIGHT, BOX_WIDTH } from '../../../lineage/layout/box.ts';
import { LINEAGE } from '../../../messages/lineage.ts';
import type { Host } from '../host.ts';
import { type Painting, SANS } from './paint.ts';
import type { Stage } from './stage.ts';
import type { Part } from './view-box.ts';

/** A small button at the side of a box: shows neighbours that are out of sight, or folds them away. */
export interface Handle {
  readonly node: number;
  readonly side: 'up' | 'down';
  readonly text: string;
  /** Folds neighbours away: only what is chosen has it. */
  readonly isFold: boolean;
  /** In pixels of the window. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Below this scale handles are too small to hit. */
const LEAST_SCALE = 0.5;

/** What was painted last: what a click may hit. */
const painted = new WeakMap<object, readonly Handle[]>();

/** The handles in the window. Nodes with neighbours out of sight have one; the chosen node folds. */
export function handlesOf(host: Host, { scene, view }: Painting): readonly Handle[] {
  const handles: Handle[] = [];
  painted.set(scene, handles);
  if (scene.kind === 'map' || view.scale < LEAST_SCALE) return handles;
  const { data } = host;
  for (const [index, node] of scene.nodes.entries()) {
    const x = (scene.x[index] ?? 0) * view.scale + view.left;
    const y = (scene.y[index] ?? 0) * view.scale + view.top;
    if (x > view.width || y > view.height || y + 40 < 0 || x + BOX_WIDTH * view.scale < -40)
      continue;
    for (const side of ['up', 'down'] as const) {
      const neighbours = (side === 'up' ? data.parents : data.children)[node] ?? [];
      const left = neighbours.filter((other) => other !== node && !scene.at.has(other)).length;
      const isFoldable = node === host.chosen && neighbours.length > 0;
      if (left === 0 && !isFoldable) continue;
      const text = left > 0 ? LINEAGE.node.unseen(left) : LINEAGE.node.foldSign;
      const width = Math.max(18, (text.length * 7 + 8) * Math.min(1, view.scale));
      const height = Math.max(14, 18 * Math.min(1, view.scale));
      const middle = y + (BOX_HEIGHT / 2) * view.scale;
      handles.push({
        node,
        side,
        text,
        isFold: left === 0,
        x: side === 'up' ? x - width - 3 : x + BOX_WIDTH * view.scale + 3,
        y: middle - height / 2,
        width,
        height,
      });
    }
  }
  return handles;
}

/** Where a handle lies, with its outline, in whole pixels. */
export function partOf({ x, y, width, height }: Handle): Part {
  return {
    left: Math.floor(x - 1),
    top: Math.floor(y - 1),
    right: Math.ceil(x + width + 1),
    bottom: Math.ceil(y + height + 1),
  };
}

export function paintHandles(
  context: CanvasRenderingContext2D,
  handles: readonly Handle[],
  { palette, view }: Painting,
): void {
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.font = `600 ${Math.max(9, 11 * Math.min(1, view.scale))}px ${SANS}`;
  for (const { x, y, width, height, text } of handles) {
    context.beginPath();
    context.roundRect(x, y, width, height, height / 2);
    context.fillStyle = palette.of('bg');
    context.fill();
    context.strokeStyle = palette.of('control');
    context.lineWidth = 1;
    context.stroke();
    context.fillStyle = palette.of('ink-2');
    context.fillText(text, x + width / 2, y + height / 2 + 0.5);
  }
}

/** The handle at a place of the window. */
export function handleAt(stage: Stage, x: number, y: number): Handle | null {
  const handles = painted.get(stage.scene) ?? [];
  return (
    handles.find(
      (handle) =>
        x >= handle.x - 3 &&
        y >= handle.y - 3 &&
        x <= handle.x + handle.width + 3 &&
        y <= handle.y + handle.height + 3,
    ) ?? null
  );
}
