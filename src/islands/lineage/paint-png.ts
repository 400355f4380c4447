import type { Scene } from '../../lineage/explorer/scene.ts';
import { BOX_HEIGHT, BOX_WIDTH } from '../../lineage/layout/box.ts';
import { boxTextOf } from './box-text.ts';
import type { Host } from './host.ts';
import { paintRegions, paintTexts, type Painting } from './stage/paint.ts';

const MARGIN = 24;
/** Browsers refuse larger canvases. Pixels of a side. */
const MOST_PIXELS = 8192;

/** The whole drawing as a picture, as large as browsers make one, at most twice its size. */
export async function paintPng(host: Host, scene: Scene): Promise<Blob | null> {
  const scale = Math.min(
    2,
    MOST_PIXELS / (scene.width + 2 * MARGIN),
    MOST_PIXELS / (scene.height + 2 * MARGIN),
  );
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil((scene.width + 2 * MARGIN) * scale);
  canvas.height = Math.ceil((scene.height + 2 * MARGIN) * scale);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  const { palette } = host;
  const painting: Painting = {
    scene,
    palette,
    view: {
      scale,
      left: MARGIN * scale,
      top: MARGIN * scale,
      width: canvas.width,
      height: canvas.height,
    },
    textOf: boxTextOf(host),
  };
  context.fillStyle = palette.of('bg');
  context.fillRect(0, 0, canvas.width, canvas.height);
  paintRegions(context, painting);
  context.save();
  context.scale(scale, scale);
  context.translate(MARGIN, MARGIN);
  paintPieces(context, scene, palette.of('control'));
  paintBoxes(context, host, scene);
  context.restore();
  paintTexts(context, painting);
  return new Promise((done) => canvas.toBlob(done, 'image/png'));
}

function paintPieces(context: CanvasRenderingContext2D, scene: Scene, color: string): void {
  context.strokeStyle = color;
  context.lineWidth = 1.25;
  for (const { x1, y1, x2, y2 } of scene.pieces) {
    const handle = x2 > x1 ? (x2 - x1) / 2 : 60 + (x1 - x2) / 4;
    context.beginPath();
    context.moveTo(x1, y1);
    context.bezierCurveTo(x1 + handle, y1, x2 - handle, y2, x2, y2);
    context.stroke();
  }
}

function paintBoxes(context: CanvasRenderingContext2D, host: Host, scene: Scene): void {
  scene.nodes.forEach((node, index) => {
    const x = scene.x[index] ?? 0;
    const y = scene.y[index] ?? 0;
    context.beginPath();
    context.roundRect(x, y, BOX_WIDTH, BOX_HEIGHT, 4);
    context.fillStyle = host.palette.of('bg');
    context.fill();
    context.strokeStyle = host.colorOf(node);
    context.lineWidth = 1;
    context.stroke();
    context.fillStyle = host.colorOf(node);
    context.fillRect(x, y + 1, 5, BOX_HEIGHT - 2);
  });
}
