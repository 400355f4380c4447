import Graph from 'graphology';
import type { CameraState, Coordinates } from 'sigma/types';
import type { CameraPlace } from '../../../lineage/explorer/explorer-state.ts';
import { type HitGrid, hitGrid } from '../../../lineage/explorer/hit-grid.ts';
import type { Scene } from '../../../lineage/explorer/scene.ts';
import { BOX_HEIGHT, BOX_WIDTH, type Rectangle } from '../../../lineage/layout/box.ts';
import type { Palette } from '../palette.ts';
import { boxProgram } from './box-program.ts';
import { curveProgram } from './curve-program.ts';
import { Drawing, MOST_CURVES, type Painter } from './drawing.ts';
import type { Highlight } from './highlight.ts';
import type { Look } from './look.ts';
import { NoHoverProgram } from './no-hover-program.ts';
import { OneCanvasSigma } from './one-canvas.ts';
import type { ViewBox } from './view-box.ts';

/** Room around a scene that is looked at as a whole. CSS pixels. */
const MARGIN = 32;
/** Boxes are never drawn larger than this times their size. */
const MOST_ZOOM = 2;
const MOVE_MS = 180;
/** Boxes that are lower can be hit from so far. Pixels of the window. */
const LEAST_TARGET = 6;

/** Where the scene is drawn: sigma with our programs, a camera in CSS pixels, and what is under the pointer. */
export class Stage {
  readonly sigma: OneCanvasSigma;
  readonly #graph = new Graph({ multi: true, type: 'directed', allowSelfLoops: true });
  readonly #look: Look;
  readonly #isStill: () => boolean;
  readonly #drawing: Drawing;
  #scene: Scene;
  #grid: HitGrid | null = null;
  /** The scene has not been drawn yet. */
  #isNew = false;
  #colorOf: (node: number) => string = () => '#808080';
  /** What can be seen of the drawing. Pixels. */
  #window: Pick<ViewBox, 'width' | 'height'>;

  /**
   * @param isStill true when readers want nothing to move
   * @param painter paints what is painted by hand
   */
  constructor(
    container: HTMLElement,
    scene: Scene,
    palette: Palette,
    isStill: () => boolean,
    painter: Painter,
  ) {
    this.#scene = scene;
    this.#isStill = isStill;
    this.#window = { width: container.clientWidth, height: container.clientHeight };
    this.#look = {
      extent: extentOf(scene),
      isFaded: false,
      pieces: [],
      programs: [],
      toSigma: (x, y) => this.#toSigma(x, y),
      ...colorsOf(palette),
    };
    this.sigma = new OneCanvasSigma(this.#graph, container, {
      nodeProgramClasses: { box: boxProgram(this.#look) },
      nodeHoverProgramClasses: { box: NoHoverProgram },
      edgeProgramClasses: {
        curve: curveProgram(this.#look, 12),
        line: curveProgram(this.#look, 1),
      },
      defaultNodeType: 'box',
      defaultEdgeType: 'curve',
      renderLabels: false,
      enableCameraRotation: false,
      allowInvalidContainer: true,
      stagePadding: MARGIN,
      // Of no time at all sigma makes a camera that is nowhere (0 / 0).
      inertiaDuration: isStill() ? 1 : 200,
      zoomDuration: isStill() ? 1 : MOVE_MS,
      zoomingRatio: 1.5,
      minEdgeThickness: 0,
      nodeReducer: (key) => this.#nodeLook(Number(key)),
      // sigma takes 0 for no size at all.
      edgeReducer: (key, { type }) => ({ size: Number(key) + 1, type: String(type) }),
    });
    this.#drawing = new Drawing(this.sigma, this.#look, scene, painter);
    // sigma looks for what is under the pointer by drawing everything once more; places are known here.
    this.sigma.getMouseCaptor().removeAllListeners();
    this.sigma.getTouchCaptor().removeAllListeners();
    this.sigma.on('beforeRender', () => {
      this.sigma.isDrawing = true;
      this.sigma.drawn?.clearColor(...this.#look.paper, 1);
    });
    this.sigma.on('afterRender', () => {
      this.#isNew = false;
      this.#drawing.draw(this.view());
      painter.drawn();
      this.sigma.isDrawing = false;
    });
  }

  get scene(): Scene {
    return this.#scene;
  }

  get highlight(): Highlight {
    return this.#drawing.highlight;
  }

  /** Puts another scene on; the camera shows all of it. */
  show(scene: Scene, colorOf: (node: number) => string, highlight: Highlight): void {
    this.#scene = scene;
    this.#grid = null;
    this.#colorOf = colorOf;
    this.#look.pieces = scene.pieces;
    this.#look.extent = extentOf(scene);
    const width = Math.max(1, scene.width);
    const height = Math.max(1, scene.height);
    this.sigma.setCustomBBox({ x: [0, width], y: [-height, 0] });
    const type = scene.pieces.length > MOST_CURVES ? 'line' : 'curve';
    // One refresh for all that changes, instead of one for each node.
    this.#graph.removeAllListeners();
    this.#graph.clear();
    scene.nodes.forEach((node, index) =>
      this.#graph.addNode(String(node), {
        x: (scene.x[index] ?? 0) + BOX_WIDTH / 2,
        y: -(scene.y[index] ?? 0) - BOX_HEIGHT / 2,
      }),
    );
    scene.pieces.forEach(({ from, to }, index) =>
      this.#graph.addEdgeWithKey(String(index), String(from), String(to[0] ?? from), { type }),
    );
    this.#drawing.show(scene);
    this.setHighlight(highlight);
    this.#isNew = true;
    this.sigma.scheduleRefresh();
    const full = this.#fullScale();
    const camera = this.sigma.getCamera();
    camera.minRatio = full / MOST_ZOOM;
    camera.maxRatio = Math.max(2, full);
  }

  /**
   * Takes in that the window has another size: true when it has.
   *
   * @param window the part of the drawing that can be seen, from its top left corner on
   */
  resize({ width, height }: Pick<ViewBox, 'width' | 'height'>): boolean {
    const before = this.sigma.getRenderParams();
    this.sigma.resize();
    const now = this.sigma.getRenderParams();
    const isSame =
      before.width === now.width &&
      before.height === now.height &&
      before.pixelRatio === now.pixelRatio &&
      this.#window.width === width &&
      this.#window.height === height;
    this.#window = { width, height };
    if (!isSame) this.sigma.scheduleRender();
    return !isSame;
  }

  /** Draws the same scene in other colours. */
  recolor(palette: Palette, colorOf: (node: number) => string): void {
    Object.assign(this.#look, colorsOf(palette));
    this.#colorOf = colorOf;
    this.#drawing.forget();
    // A scene that was put on just now has no place in sigma's buffers before it is drawn.
    if (this.#isNew) this.sigma.scheduleRefresh();
    else
      this.sigma.refresh({
        partialGraph: { nodes: this.#graph.nodes() },
        skipIndexation: true,
        schedule: true,
      });
  }

  /** Draws what stands on boxes anew. */
  retext(): void {
    this.#drawing.forget();
    this.sigma.scheduleRender();
  }

  /** Draws something else stronger: over the rest, which stays what it is. */
  setHighlight(next: Highlight): void {
    this.#drawing.setHighlight(next, this.#colorOf);
    this.sigma.scheduleRender();
  }

  /** Draws without waiting for the next frame, so that the graphics are at work while the page is laid out. */
  drawNow(): void {
    this.sigma.refresh({ partialGraph: {}, skipIndexation: true });
    this.sigma.drawn?.flush();
  }

  /** How the window lies on the scene. */
  view(): ViewBox {
    const { width, height } = this.#window;
    const cameraState = this.sigma.getCamera().getState();
    const { x: left, y: top } = this.#inWindow(0, cameraState);
    return { scale: (this.#inWindow(1000, cameraState).x - left) / 1000, left, top, width, height };
  }

  /** The same for all that is drawn, what lies under the details among it. */
  drawnView(): ViewBox {
    const { width, height } = this.sigma.getDimensions();
    return { ...this.view(), width, height };
  }

  place(): CameraPlace {
    const { scale, left, top, width, height } = this.view();
    return { x: (width / 2 - left) / scale, y: (height / 2 - top) / scale, zoom: scale };
  }

  /** Moves the camera; at once where nothing should move. */
  lookFrom({ x, y, zoom }: CameraPlace, isJump = false): void {
    const drawn = this.sigma.getDimensions();
    const [sigmaX, sigmaY] = this.#toSigma(
      x + (drawn.width - this.#window.width) / 2 / zoom,
      y + (drawn.height - this.#window.height) / 2 / zoom,
    );
    const state = { x: sigmaX, y: sigmaY, ratio: this.#fullScale() / zoom, angle: 0 };
    const camera = this.sigma.getCamera();
    if (isJump || this.#isStill()) camera.setState(state);
    else void camera.animate(state, { duration: MOVE_MS });
  }

  /** Shows a rectangle, or all of the scene. */
  fit(rectangle?: Rectangle, isJump = false): void {
    const { x, y, width, height } = rectangle ?? {
      x: 0,
      y: 0,
      width: this.#scene.width,
      height: this.#scene.height,
    };
    const window = this.#window;
    const zoom = Math.min(
      1,
      (window.width - 2 * MARGIN) / Math.max(1, width),
      (window.height - 2 * MARGIN) / Math.max(1, height),
    );
    this.lookFrom({ x: x + width / 2, y: y + height / 2, zoom: Math.max(zoom, 0.001) }, isJump);
  }

  zoomBy(factor: number): void {
    const place = this.place();
    this.lookFrom({ ...place, zoom: Math.min(MOST_ZOOM, place.zoom * factor) });
  }

  /** @param dx pixels of the window */
  panBy(dx: number, dy: number, isJump = false): void {
    const place = this.place();
    this.lookFrom({ ...place, x: place.x + dx / place.zoom, y: place.y + dy / place.zoom }, isJump);
  }

  /** The node at a place of the window. */
  nodeAt(windowX: number, windowY: number): number | null {
    const { scale, left, top } = this.view();
    this.#grid ??= hitGrid(this.#scene);
    // Dots are easier to hit than to see.
    const slack = Math.max(0, LEAST_TARGET / scale - BOX_HEIGHT) / 2;
    return this.#grid.nodeAt((windowX - left) / scale, (windowY - top) / scale, slack);
  }

  kill(): void {
    this.#drawing.kill();
    this.sigma.kill();
  }

  #nodeLook(node: number) {
    const index = this.#scene.at.get(node) ?? 0;
    return {
      x: (this.#scene.x[index] ?? 0) + BOX_WIDTH / 2,
      y: -(this.#scene.y[index] ?? 0) - BOX_HEIGHT / 2,
      color: this.#colorOf(node),
    };
  }

  #toSigma(x: number, y: number): readonly [number, number] {
    const { width, height } = this.#scene;
    const most = extentOf(this.#scene);
    return [0.5 + (x - Math.max(1, width) / 2) / most, 0.5 + (Math.max(1, height) / 2 - y) / most];
  }

  /** Pixels of the window for one at full size when sigma's camera is in its middle position. */
  #fullScale(): number {
    const middle = { x: 0.5, y: 0.5, angle: 0, ratio: 1 };
    return (this.#inWindow(1000, middle).x - this.#inWindow(0, middle).x) / 1000;
  }

  /** Where a place at the upper edge of the scene is in the window, as soon as a camera stands there. */
  #inWindow(x: number, cameraState: CameraState): Coordinates {
    const [sigmaX, sigmaY] = this.#toSigma(x, 0);
    return this.sigma.framedGraphToViewport({ x: sigmaX, y: sigmaY }, { cameraState });
  }
}

function extentOf({ width, height }: Scene): number {
  return Math.max(1, width, height);
}

function colorsOf(
  palette: Palette,
): Pick<Look, 'paper' | 'surface' | 'hairline' | 'line' | 'ink' | 'accent'> {
  return {
    paper: palette.rgb('bg'),
    surface: palette.rgb('surface'),
    hairline: palette.rgb('line'),
    line: palette.rgb('control'),
    ink: palette.rgb('ink'),
    accent: palette.rgb('accent'),
  };
}
