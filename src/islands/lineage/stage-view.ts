import type { CameraPlace } from '../../lineage/explorer/explorer-state.ts';
import { boxOf, type Scene } from '../../lineage/explorer/scene.ts';
import { LINEAGE } from '../../messages/lineage.ts';
import { boxTextOf } from './box-text.ts';
import type { Host } from './host.ts';
import { button, make } from './markup.ts';
import { makeMinimap } from './minimap.ts';
import { followPointer } from './pointer.ts';
import type { Painter } from './stage/drawing.ts';
import { handlesOf, paintHandles, partOf } from './stage/handles.ts';
import type { Highlight, Hover } from './stage/highlight.ts';
import { makeHoverLayer } from './stage/hover-layer.ts';
import { paintTexts, type Painting } from './stage/paint.ts';
import { Stage } from './stage/stage.ts';
import type { ViewBox } from './stage/view-box.ts';
import { listenToKeys } from './stage-keys.ts';

/** The drawing with everything that lies on it. */
export interface StageView {
  readonly stage: Stage;
  /** Where the camera looks from; null while that is where it was put at first. */
  place(): CameraPlace | null;
  show(scene: Scene, highlight: Highlight): void;
  hover(hover: Hover | null): void;
  /** Draws the same scene in the colours that are on now. */
  recolor(): void;
  /** Puts the camera where it was at first. */
  goHome(): void;
  /** Takes in at once that the window has another size, as it has when details are shown beside it. */
  settle(): void;
  /** Brings a node into the window, if it isn't there. */
  reveal(node: number): void;
  close(): void;
}

/** Boxes smaller than this on screen, in pixels of height, are brought nearer when a node is looked for. */
const LEGIBLE = 14;

/** Opens the drawing. Throws where there is no WebGL. */
export function openStage(host: Host, parent: HTMLElement, scene: Scene): StageView {
  const canvas = make('div', {
    class: 'lx-canvas',
    attributes: {
      tabindex: '0',
      role: 'application',
      'aria-label': LINEAGE.canvas.role,
      'aria-describedby': 'lx-help',
    },
  });
  const help = make('p', { class: 'sr', text: LINEAGE.canvas.help, attributes: { id: 'lx-help' } });
  parent.append(canvas, help);
  const painter: Painter = {
    paintTexts(context) {
      const now = painting(stage.drawnView());
      const handles = handlesOf(host, now).filter(({ isFold }) => !isFold);
      const names = paintTexts(context, now);
      paintHandles(context, handles, now);
      return [...names, ...handles.map(partOf)];
    },
    marks() {
      const now = painting(stage.view());
      const folds = handlesOf(host, now).filter(({ isFold }) => isFold);
      if (folds.length === 0) return null;
      const parts = folds.map(partOf);
      return {
        part: {
          left: Math.min(...parts.map(({ left }) => left)),
          top: Math.min(...parts.map(({ top }) => top)),
          right: Math.max(...parts.map(({ right }) => right)),
          bottom: Math.max(...parts.map(({ bottom }) => bottom)),
        },
        paint: (context) => paintHandles(context, folds, now),
      };
    },
    drawn() {
      const now = painting(stage.view());
      hoverLayer.show(hover, now, stage.highlight);
      minimap.draw(now.view);
      markPainted();
    },
  };
  const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
  const stage = stageOrNothing(
    () => new Stage(canvas, scene, host.palette, isStill, painter),
    [canvas, help],
  );
  const minimap = makeMinimap(stage, host);
  const zoom = zoomButtons(stage);
  parent.append(zoom, minimap.element);
  for (const layer of canvas.querySelectorAll('canvas')) {
    layer.setAttribute('aria-hidden', 'true');
    layer.addEventListener('webglcontextlost', lost);
  }
  function lost(): void {
    host.giveUp(LINEAGE.lostWebGl);
  }

  const painting = (view: ViewBox): Painting => ({
    scene: stage.scene,
    view,
    palette: host.palette,
    textOf: boxTextOf(host),
  });
  const hoverLayer = makeHoverLayer(stage.sigma.touched);
  let hover: Hover | null = null;
  // Where the camera is put at first is no place of the reader's.
  let isHome = true;
  let isOpening = false;
  const goHome = (): void => {
    isOpening = true;
    openingView(host, stage, stage.scene);
    isOpening = false;
    isHome = true;
  };
  stage.sigma.getCamera().on('updated', () => {
    if (isOpening) return;
    isHome = false;
    host.rest();
  });
  followPointer(host, stage, canvas);
  listenToKeys(host, stage, canvas);
  const settle = (): void => {
    if (!stage.resize(sizeOf(parent))) return;
    if (isHome) goHome();
    else host.rest();
  };
  settle();
  const resize = new ResizeObserver(() => {
    if (!host.isArriving) settle();
  });
  for (const element of [parent, canvas]) resize.observe(element);

  return {
    stage,
    place: () => (isHome ? null : stage.place()),
    goHome,
    show(next, highlight) {
      stage.show(next, (node) => host.colorOf(node), highlight);
      goHome();
      minimap.redraw();
      stage.sigma.once('afterRender', () => performance.mark('lineage-drawn'));
    },
    recolor() {
      stage.recolor(host.palette, (node) => host.colorOf(node));
      minimap.redraw();
    },
    hover(next) {
      hover = next;
      hoverLayer.show(hover, painting(stage.view()), stage.highlight);
      markPainted();
    },
    settle,
    reveal(node) {
      const box = boxOf(stage.scene, node);
      if (box === null) return;
      const { scale, left, top, width, height } = stage.view();
      const x = (box.x + box.width / 2) * scale + left;
      const y = (box.y + box.height / 2) * scale + top;
      const isInside = x > 60 && y > 30 && x < width - 60 && y < height - 30;
      if (isInside && box.height * scale >= LEGIBLE) return;
      const zoomed = Math.max(scale, Math.min(1, 22 / box.height));
      stage.lookFrom({ x: box.x + box.width / 2, y: box.y + box.height / 2, zoom: zoomed });
    },
    close() {
      resize.disconnect();
      for (const layer of canvas.querySelectorAll('canvas'))
        layer.removeEventListener('webglcontextlost', lost);
      stage.kill();
      for (const element of [canvas, help, zoom, minimap.element]) element.remove();
    },
  };
}

function sizeOf({ clientWidth, clientHeight }: HTMLElement): { width: number; height: number } {
  return { width: clientWidth, height: clientHeight };
}

/** scripts/bench-explorer.ts finds the frame by it that shows what was asked for, and so do the profilers of browsers. */
function markPainted(): void {
  performance.clearMarks('lineage-painted');
  performance.mark('lineage-painted');
}

/** All of it where that can be read, else what was named. */
function openingView(host: Host, stage: Stage, scene: Scene): void {
  stage.fit(undefined, true);
  if (scene.kind === 'map' || stage.view().scale >= 0.34) return;
  const [seed] = host.selected.seeds;
  const box = boxOf(scene, host.chosen ?? seed ?? scene.nodes[0] ?? -1);
  if (box === null || (host.chosen === null && seed === undefined)) return;
  stage.lookFrom({ x: box.x + box.width / 2, y: box.y + box.height / 2, zoom: 0.6 }, true);
}

function zoomButtons(stage: Stage): HTMLElement {
  const { zoom } = LINEAGE;
  const control = (text: string, label: string, act: () => void): HTMLElement =>
    button(text, act, { class: 'lx-button', attributes: { 'aria-label': label, title: label } });
  return make(
    'div',
    { class: 'lx-zoom', attributes: { role: 'group', 'aria-label': zoom.label } },
    control('+', zoom.in, () => stage.zoomBy(1.5)),
    control('−', zoom.out, () => stage.zoomBy(1 / 1.5)),
    control('⤢', zoom.fit, () => stage.fit()),
  );
}

/**
 * Making a context takes hundreds of milliseconds where WebGL is software, so none is made just to see whether it can
 * be: sigma throws where it gets none.
 */
function stageOrNothing(open: () => Stage, elements: readonly HTMLElement[]): Stage {
  try {
    return open();
  } catch (error) {
    for (const element of elements) element.remove();
    throw error;
  }
}
