import { BOX_HEIGHT, BOX_WIDTH } from '../../lineage/layout/box.ts';
import { LINEAGE } from '../../messages/lineage.ts';
import type { Host } from './host.ts';
import { make } from './markup.ts';
import type { Stage } from './stage/stage.ts';
import type { ViewBox } from './stage/view-box.ts';

const WIDTH = 168;
const HEIGHT = 112;

export interface Minimap {
  readonly element: HTMLCanvasElement;
  /** Draws the scene anew. */
  redraw(): void;
  /** Draws where the window is. */
  draw(view: ViewBox): void;
}

/** The whole scene in small, with the part that the window shows. It is an aid for the pointer: keys have their own. */
export function makeMinimap(stage: Stage, host: Host): Minimap {
  const element = make('canvas', {
    class: 'lx-minimap',
    attributes: { 'aria-hidden': 'true', title: LINEAGE.minimap },
  });
  const ratio = Math.min(2, window.devicePixelRatio);
  element.width = WIDTH * ratio;
  element.height = HEIGHT * ratio;
  const context = element.getContext('2d', { willReadFrequently: true });
  let picture: ImageBitmap | HTMLCanvasElement | null = null;
  let scale = 1;
  /** The view that stands on it, as text. */
  let drawn = '';

  const goTo = (event: PointerEvent): void => {
    if (event.buttons === 0) return;
    const { left, top } = element.getBoundingClientRect();
    const [dx, dy] = offset();
    stage.lookFrom(
      {
        ...stage.place(),
        x: (event.clientX - left - dx) / scale,
        y: (event.clientY - top - dy) / scale,
      },
      true,
    );
  };
  const offset = (): [number, number] => [
    (WIDTH - stage.scene.width * scale) / 2,
    (HEIGHT - stage.scene.height * scale) / 2,
  ];
  element.addEventListener('pointerdown', (event) => {
    element.setPointerCapture(event.pointerId);
    goTo(event);
  });
  element.addEventListener('pointermove', goTo);

  return {
    element,
    redraw() {
      const { scene } = stage;
      drawn = '';
      scale = Math.min(WIDTH / Math.max(1, scene.width), HEIGHT / Math.max(1, scene.height), 0.25);
      picture = document.createElement('canvas');
      picture.width = element.width;
      picture.height = element.height;
      const drawing = picture.getContext('2d', { willReadFrequently: true });
      if (drawing === null) return;
      const [dx, dy] = offset();
      drawing.scale(ratio, ratio);
      drawing.translate(dx, dy);
      drawing.scale(scale, scale);
      drawing.fillStyle = host.palette.of('line');
      for (const { x, y, width, height, count } of scene.regions)
        if (count > 0) drawing.fillRect(x, y, width, height);
      const width = Math.max(BOX_WIDTH, 1 / scale);
      const height = Math.max(BOX_HEIGHT, 1 / scale);
      scene.nodes.forEach((node, index) => {
        drawing.fillStyle = host.colorOf(node);
        drawing.fillRect(scene.x[index] ?? 0, scene.y[index] ?? 0, width, height);
      });
    },
    draw(view) {
      if (context === null || picture === null) return;
      const isAll =
        view.left >= 0 &&
        view.top >= 0 &&
        view.left + stage.scene.width * view.scale <= view.width &&
        view.top + stage.scene.height * view.scale <= view.height;
      element.hidden = isAll;
      const shown = JSON.stringify(view);
      if (isAll || shown === drawn) return;
      drawn = shown;
      const [dx, dy] = offset();
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, element.width, element.height);
      context.drawImage(picture, 0, 0);
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.strokeStyle = host.palette.of('accent');
      context.lineWidth = 1.5;
      context.strokeRect(
        dx - (view.left / view.scale) * scale,
        dy - (view.top / view.scale) * scale,
        (view.width / view.scale) * scale,
        (view.height / view.scale) * scale,
      );
    },
  };
}
