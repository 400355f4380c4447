import Graph from 'graphology';
import { Sigma } from 'sigma';
import type { CameraPlace } from '../../../lineage/explorer/explorer-state.ts';
import type { Scene } from '../../../lineage/explorer/scene.ts';
import { BOX_HEIGHT, BOX_WIDTH, type Rectangle } from '../../../lineage/layout/box.ts';
import type { Palette } from '../palette.ts';
import { boxProgram } from './box-program.ts';
import { curveProgram } from './curve-program.ts';
import { EDGE_STATE, type Look, NODE_STATE } from './look.ts';
import type { ViewBox } from './view-box.ts';

/** What is drawn stronger than the rest. */
export interface Highlight {
  readonly chosen: number | null;
  readonly hovered: number | null;
  /** What lies up- and downstream of the chosen node, itself left out. */
  readonly up: ReadonlySet<number>;
  readonly down: ReadonlySet<number>;
  /** Nodes that the selection names. */
  readonly seeds: ReadonlySet<number>;
  /** Edges that a map draws. */
  readonly edges: readonly HighlightEdge[];
}

export interface HighlightEdge {
  readonly from: number;
  readonly to: number;
  readonly isDown: boolean;
}

export const NO_HIGHLIGHT: Highlight = {
  chosen: null,
  hovered: null,
  up: new Set(),
  down: new Set(),
  seeds: new Set(),
  edges: [],
};

/** Room around a scene that is looked at as a whole. CSS pixels. */
const MARGIN = 32;
/** Boxes are never drawn larger than this times their size. */
const MOST_ZOOM = 2;
/** Pieces of edges up to which they are drawn as curves. */
const MOST_CURVES = 6000;
const MOVE_MS = 180;

/** Layers of sigma that are painted with texts and lines, or stay empty; WebGL draws the others. */
const PAINTED: ReadonlySet<string> = new Set(['edgeLabels', 'labels', 'hovers', 'mouse']);

/**
 * Chromium paints canvases by WebGL, and where that is software one drawing of texts and curves can take a minute:
 * canvases that are said to be read are painted without it.
 */
class PaintedSigma extends Sigma {
  override createCanvas(...[id, options]: Parameters<Sigma['createCanvas']>): HTMLCanvasElement {
    const canvas = super.createCanvas(id, options);
    if (PAINTED.has(id)) canvas.getContext('2d', { willReadFrequently: true });
    return canvas;
  }
}

/** Where the scene is drawn: sigma with our programs, a camera in CSS pixels, and what is under the pointer. */
export class Stage {
  readonly sigma: Sigma;
  readonly #graph = new Graph({ multi: true, type: 'directed', allowSelfLoops: true });
  readonly #look: Look;
  readonly #isStill: () => boolean;
  #scene: Scene;
  #colorOf: (node: number) => string = () => '#808080';
  #highlight = NO_HIGHLIGHT;

  /** @param isStill true when readers want nothing to move */
  constructor(container: HTMLElement, scene: Scene, palette: Palette, isStill: () => boolean) {
    this.#scene = scene;
    this.#isStill = isStill;
    this.#look = {
      extent: extentOf(scene),
      isFaded: false,
      pieces: [],
      toSigma: (x, y) => this.#toSigma(x, y),
      ...colorsOf(palette),
    };
    this.sigma = new PaintedSigma(this.#graph, container, {
      nodeProgramClasses: { box: boxProgram(this.#look) },
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
      inertiaDuration: isStill() ? 0 : 200,
      zoomDuration: isStill() ? 0 : MOVE_MS,
      zoomingRatio: 1.5,
      minEdgeThickness: 0,
      nodeReducer: (key) => this.#nodeLook(Number(key)),
      edgeReducer: (key, { type }) => ({ ...this.#edgeLook(Number(key)), type: String(type) }),
    });
    // sigma looks for what is under the pointer by drawing everything once more; places are known here.
    this.sigma.getMouseCaptor().removeAllListeners();
    this.sigma.getTouchCaptor().removeAllListeners();
  }

  get scene(): Scene {
    return this.#scene;
  }

  get highlight(): Highlight {
    return this.#highlight;
  }

  /** Puts another scene on; the camera shows all of it. */
  show(scene: Scene, colorOf: (node: number) => string, highlight: Highlight): void {
    this.#scene = scene;
    this.#colorOf = colorOf;
    this.#highlight = highlight;
    this.#look.pieces = scene.pieces;
    this.#look.extent = extentOf(scene);
    this.#look.isFaded = highlight.chosen !== null;
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
    this.sigma.refresh();
    const full = this.#fullScale();
    const camera = this.sigma.getCamera();
    camera.minRatio = full / MOST_ZOOM;
    camera.maxRatio = Math.max(2, full);
  }

  /** Draws the same once more, in a window that may have another size. */
  redraw(): void {
    this.sigma.refresh({ partialGraph: {}, skipIndexation: true });
  }

  /** Draws the same scene in other colours. */
  recolor(palette: Palette, colorOf: (node: number) => string): void {
    Object.assign(this.#look, colorsOf(palette));
    this.#colorOf = colorOf;
    this.sigma.refresh({ partialGraph: { nodes: this.#graph.nodes() }, skipIndexation: true });
  }

  /** Draws something else stronger, and touches only what changes. */
  setHighlight(next: Highlight): void {
    const began = performance.now();
    const before = this.#highlight;
    this.#highlight = next;
    this.#look.isFaded = next.chosen !== null;
    const touched = new Set<number>();
    for (const { chosen, hovered, up, down } of [before, next]) {
      for (const node of [chosen, hovered]) if (node !== null) touched.add(node);
      if (before.chosen !== next.chosen)
        for (const set of [up, down]) for (const node of set) touched.add(node);
    }
    const nodes = [...touched].filter((node) => this.#scene.at.has(node)).map(String);
    const edges = before.chosen === next.chosen ? [] : this.#graph.edges();
    this.sigma.refresh({ partialGraph: { nodes, edges }, skipIndexation: true });
    // scripts/bench-explorer.ts reads it, and so do the profilers of browsers.
    performance.measure('lineage-highlight', { start: began });
  }

  /** How the window lies on the scene. */
  view(): ViewBox {
    const { width, height } = this.sigma.getDimensions();
    const origin = this.sigma.graphToViewport({ x: 0, y: 0 });
    const right = this.sigma.graphToViewport({ x: 1000, y: 0 });
    return { scale: (right.x - origin.x) / 1000, left: origin.x, top: origin.y, width, height };
  }

  place(): CameraPlace {
    const { scale, left, top, width, height } = this.view();
    return { x: (width / 2 - left) / scale, y: (height / 2 - top) / scale, zoom: scale };
  }

  /** Moves the camera; at once where nothing should move. */
  lookFrom({ x, y, zoom }: CameraPlace, isJump = false): void {
    const [sigmaX, sigmaY] = this.#toSigma(x, y);
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
    const window = this.sigma.getDimensions();
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
    const x = (windowX - left) / scale;
    const y = (windowY - top) / scale;
    // Dots are easier to hit than to see.
    const slack = Math.max(0, 6 / scale - BOX_HEIGHT) / 2;
    const { nodes } = this.#scene;
    for (let index = 0; index < nodes.length; index++) {
      const dx = x - (this.#scene.x[index] ?? 0);
      const dy = y - (this.#scene.y[index] ?? 0);
      if (dx >= -slack && dx <= BOX_WIDTH + slack && dy >= -slack && dy <= BOX_HEIGHT + slack)
        return nodes[index] ?? null;
    }
    return null;
  }

  kill(): void {
    this.sigma.kill();
  }

  #nodeLook(node: number) {
    const { chosen, hovered, up, down, seeds } = this.#highlight;
    const index = this.#scene.at.get(node) ?? 0;
    const state =
      node === chosen
        ? NODE_STATE.chosen
        : node === hovered
          ? NODE_STATE.hovered
          : seeds.has(node) && (chosen === null || up.has(node) || down.has(node))
            ? NODE_STATE.seed
            : up.has(node) || down.has(node)
              ? NODE_STATE.near
              : NODE_STATE.plain;
    return {
      x: (this.#scene.x[index] ?? 0) + BOX_WIDTH / 2,
      y: -(this.#scene.y[index] ?? 0) - BOX_HEIGHT / 2,
      color: this.#colorOf(node),
      zIndex: state,
    };
  }

  #edgeLook(piece: number) {
    const { chosen, up, down } = this.#highlight;
    const { from = -1, to = [] } = this.#scene.pieces[piece] ?? {};
    const isUp = up.has(from) && to.some((node) => node === chosen || up.has(node));
    const isDown = (from === chosen || down.has(from)) && to.some((node) => down.has(node));
    // sigma takes 0 for no size at all.
    return {
      size: piece + 1,
      zIndex: isUp ? EDGE_STATE.up : isDown ? EDGE_STATE.down : EDGE_STATE.plain,
    };
  }

  #toSigma(x: number, y: number): readonly [number, number] {
    const { width, height } = this.#scene;
    const most = extentOf(this.#scene);
    return [0.5 + (x - Math.max(1, width) / 2) / most, 0.5 + (Math.max(1, height) / 2 - y) / most];
  }

  /** Pixels of the window for one at full size when sigma's camera is in its middle position. */
  #fullScale(): number {
    const cameraState = { x: 0.5, y: 0.5, angle: 0, ratio: 1 };
    const a = this.sigma.graphToViewport({ x: 0, y: 0 }, { cameraState });
    const b = this.sigma.graphToViewport({ x: 1000, y: 0 }, { cameraState });
    return (b.x - a.x) / 1000;
  }
}

function extentOf({ width, height }: Scene): number {
  return Math.max(1, width, height);
}

function colorsOf(palette: Palette): Pick<Look, 'paper' | 'line' | 'ink' | 'accent'> {
  return {
    paper: palette.rgb('bg'),
    line: palette.rgb('control'),
    ink: palette.rgb('ink'),
    accent: palette.rgb('accent'),
  };
}
