import type { RenderParams } from 'sigma/types';
import type { Scene } from '../../../lineage/explorer/scene.ts';
import { BOX_HEIGHT, BOX_WIDTH } from '../../../lineage/layout/box.ts';
import { Backdrop, CopyProgram } from './backdrop.ts';
import { type BoxProgram, boxProgram } from './box-program.ts';
import { type CurveProgram, curveProgram } from './curve-program.ts';
import { type Highlight, NO_HIGHLIGHT, strongCurves, strongNodes } from './highlight.ts';
import type { Items, LayerProgram, Target } from './layer-program.ts';
import type { Look } from './look.ts';
import type { OneCanvasSigma } from './one-canvas.ts';
import { READABLE } from './paint.ts';
import { RegionProgram } from './region-program.ts';
import { TextProgram } from './text-program.ts';
import type { Part, ViewBox } from './view-box.ts';

/** What is painted by hand, and drawn with the rest. */
export interface Painter {
  /**
   * Paints what stands on boxes and regions, whatever is chosen.
   *
   * @param context of a canvas as large as the window
   * @returns parts that don't stand back while something is chosen
   */
  paintTexts(context: CanvasRenderingContext2D): readonly Part[];
  /** What is painted for what is chosen, and where in the window; null for nothing. */
  marks(): { readonly part: Part; paint(context: CanvasRenderingContext2D): void } | null;
  /** All is drawn. */
  drawn(): void;
}

/** Pieces of edges up to which they are drawn as curves, and at once. */
export const MOST_CURVES = 6000;
/** Lines that are drawn at a time: as many as nobody waits for. */
const LINES_AT_ONCE = 1500;
/** So long nothing is drawn before what may come next is made ready. Milliseconds. */
const REST = 150;
/** How strong texts are that stand back. */
const BACK = 0.35;
/** Straight parts of curves that are drawn stronger: those of a map can be many times as long as the window. */
const STRONG_SEGMENTS = { graph: 24, map: 120 } as const;

/** Drawn in place of what isn't there: programs are made ready when they draw for the first time. */
const NOTHING: Part = { left: 0, top: 0, right: 0, bottom: 0 };

/**
 * Everything that is drawn, from behind to the front. What doesn't depend on what is chosen is drawn once for each place
 * of the camera, and once more standing back; choosing copies that, and draws what is strong over it.
 */
export class Drawing {
  readonly #gl: WebGLRenderingContext | WebGL2RenderingContext;
  readonly #look: Look;
  readonly #sigma: OneCanvasSigma;
  readonly #painter: Painter;
  /** sigma's own. */
  readonly #nodes: LayerProgram | undefined;
  readonly #edges: readonly LayerProgram[];
  readonly #regions: RegionProgram;
  readonly #curves: Readonly<Record<Scene['kind'], CurveProgram>>;
  readonly #boxes: BoxProgram;
  readonly #texts: TextProgram;
  readonly #marks: TextProgram;
  readonly #marksCanvas = document.createElement('canvas');
  /** Without those lines, with all standing back, and with those lines. */
  readonly #backdrops: Readonly<Record<'plain' | 'faded' | 'whole', Backdrop>>;
  readonly #copy: CopyProgram;
  #scene: Scene;
  #highlight = NO_HIGHLIGHT;
  #strong: readonly number[] = [];
  #version = 0;
  /** What the texts were painted for, and which of their parts never stand back. */
  #textsKey = '';
  #names: readonly Part[] = [];
  #timer = 0;
  /** The drawing of those lines that is being made. */
  #lines: { readonly key: string } | null = null;

  constructor(sigma: OneCanvasSigma, look: Look, scene: Scene, painter: Painter) {
    const gl = sigma.drawn;
    if (gl === null) throw new Error('The browser took its drawing away at once.');
    this.#gl = gl;
    this.#look = look;
    this.#sigma = sigma;
    this.#painter = painter;
    this.#scene = scene;
    [this.#nodes, ...this.#edges] = look.programs.splice(0);
    this.#regions = new RegionProgram(gl, null, sigma);
    this.#curves = {
      graph: new (curveProgram(look, STRONG_SEGMENTS.graph))(gl, null, sigma),
      map: new (curveProgram(look, STRONG_SEGMENTS.map))(gl, null, sigma),
    };
    this.#boxes = new (boxProgram(look))(gl, null, sigma);
    this.#texts = new TextProgram(gl, null, sigma);
    this.#marks = new TextProgram(gl, null, sigma);
    this.#backdrops = {
      plain: new Backdrop(gl),
      faded: new Backdrop(gl),
      whole: new Backdrop(gl),
    };
    this.#copy = new CopyProgram(gl, null, sigma);
  }

  get highlight(): Highlight {
    return this.#highlight;
  }

  show(scene: Scene): void {
    this.#scene = scene;
    this.#regions.show(scene.regions, this.#look);
    this.forget();
  }

  /** What was drawn is out of date: colours, texts or the scene are others. */
  forget(): void {
    this.#version++;
  }

  setHighlight(next: Highlight, colorOf: (node: number) => string): void {
    this.#highlight = next;
    this.#look.isFaded = next.chosen !== null;
    const nodes = strongNodes(this.#scene, next);
    this.#strong = [...nodes.keys()];
    // One without any area, where there are none.
    this.#boxes.reallocate(Math.max(1, nodes.size));
    this.#boxes.array.fill(0);
    [...nodes].forEach(([node, state], index) => {
      const at = this.#scene.at.get(node) ?? 0;
      const [x, y] = this.#look.toSigma(
        (this.#scene.x[at] ?? 0) + BOX_WIDTH / 2,
        (this.#scene.y[at] ?? 0) + BOX_HEIGHT / 2,
      );
      this.#boxes.put(index, x, y, colorOf(node), state);
    });
    const curves = strongCurves(this.#scene, next);
    const program = this.#curves[this.#scene.kind];
    program.reallocate(Math.max(1, curves.length));
    program.array.fill(0);
    curves.forEach(({ curve, state }, index) => {
      program.put(index, curve, state);
    });
  }

  /** Draws on the canvas. */
  draw(view: ViewBox): void {
    const params = this.#sigma.getRenderParams();
    const key = this.#keyOf(params);
    this.#paintTexts(key, params);
    const { isFaded } = this.#look;
    const { whole } = this.#backdrops;
    const backdrop =
      !isFaded && this.#hasLines && whole.isFor(key)
        ? whole
        : this.#backdropFor(isFaded, key, params, view);
    this.#copy.copy(backdrop.pixels, params);
    this.#drawStrong(params, view);
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#makeReady(key, params, view), REST);
  }

  kill(): void {
    clearTimeout(this.#timer);
    this.forget();
  }

  /** Of thousands of edges nobody can follow one: while something is chosen or moves, they are left out. */
  get #hasLines(): boolean {
    return this.#scene.pieces.length > MOST_CURVES;
  }

  #keyOf({ matrix, width, height, pixelRatio }: RenderParams): string {
    return [...matrix, width, height, pixelRatio, this.#version].join();
  }

  #paintTexts(key: string, { width, height }: RenderParams): void {
    const { painted } = this.#sigma;
    const context = painted?.getContext('2d') ?? null;
    if (this.#textsKey === key || painted === null || context === null) return;
    context.clearRect(0, 0, width, height);
    this.#names = this.#painter.paintTexts(context);
    this.#texts.take(painted, { left: 0, top: 0, right: width, bottom: height });
    this.#textsKey = key;
  }

  /** The backdrop for a state, drawn as soon as it is needed. */
  #backdropFor(isFaded: boolean, key: string, params: RenderParams, view: ViewBox): Backdrop {
    const backdrop = this.#backdrops[isFaded ? 'faded' : 'plain'];
    if (!backdrop.isFor(key)) {
      this.#as(isFaded, () => {
        const target = backdrop.begin(params, this.#look.paper);
        this.#regions.drawAt(view, params, target);
        if (!this.#hasLines) this.#drawEdges(params, target);
        this.#drawBoxes(params, target);
      });
      backdrop.done(key);
    }
    return backdrop;
  }

  /** What is drawn as if something were chosen, or as if nothing were. */
  #as(isFaded: boolean, draw: () => void): void {
    const before = this.#look.isFaded;
    this.#look.isFaded = isFaded;
    draw();
    this.#look.isFaded = before;
  }

  #drawEdges(params: RenderParams, target: Target, items: Items | null = null): void {
    for (const edges of this.#edges)
      if (!edges.hasNothingToRender()) edges.draw(params, target, items);
  }

  #drawBoxes(params: RenderParams, target: Target): void {
    const { width, height } = params;
    this.#nodes?.draw(params, target);
    const all = { left: 0, top: 0, right: width, bottom: height };
    this.#texts.put([all], this.#look.isFaded ? BACK : 1);
    this.#texts.draw(params, target);
  }

  #drawStrong(params: RenderParams, view: ViewBox): void {
    this.#curves[this.#scene.kind].draw(params, null);
    this.#boxes.draw(params, null);
    const hasStrong = this.#strong.length > 0 || this.#look.isFaded;
    this.#texts.put(
      hasStrong ? [...this.#strongParts(params, view), ...this.#names] : [NOTHING],
      1,
    );
    this.#texts.draw(params, null);
    this.#marks.put([this.#paintMarks(params)], 1);
    this.#marks.draw(params, null);
  }

  #paintMarks({ pixelRatio }: RenderParams): Part {
    const marks = this.#painter.marks();
    const context = this.#marksCanvas.getContext('2d', { willReadFrequently: true });
    if (marks === null || context === null) return NOTHING;
    const { left, top, right, bottom } = marks.part;
    const width = Math.max(1, Math.ceil((right - left) * pixelRatio));
    const height = Math.max(1, Math.ceil((bottom - top) * pixelRatio));
    // Setting the size of a canvas empties it.
    Object.assign(this.#marksCanvas, { width, height });
    context.setTransform(pixelRatio, 0, 0, pixelRatio, -left * pixelRatio, -top * pixelRatio);
    marks.paint(context);
    const part = { left, top, right: left + width / pixelRatio, bottom: top + height / pixelRatio };
    this.#marks.take(this.#marksCanvas, part);
    return part;
  }

  /** The boxes that are drawn stronger, as far as they are in the window and have a text. */
  #strongParts({ width, height }: RenderParams, { scale, left, top }: ViewBox): Part[] {
    if (BOX_HEIGHT * scale < READABLE) return [];
    const { at, x, y } = this.#scene;
    return this.#strong.flatMap((node) => {
      const index = at.get(node) ?? 0;
      const boxLeft = (x[index] ?? 0) * scale + left;
      const boxTop = (y[index] ?? 0) * scale + top;
      const right = boxLeft + BOX_WIDTH * scale;
      const bottom = boxTop + BOX_HEIGHT * scale;
      const isSeen = right > 0 && bottom > 0 && boxLeft < width && boxTop < height;
      return isSeen ? [{ left: boxLeft, top: boxTop, right, bottom }] : [];
    });
  }

  /** Draws what comes next when something is chosen or let go, and all those lines. */
  async #makeReady(key: string, params: RenderParams, view: ViewBox): Promise<void> {
    const isNow = (): boolean => key === this.#keyOf(this.#sigma.getRenderParams());
    if (!isNow()) return;
    this.#backdropFor(!this.#look.isFaded, key, params, view);
    const { whole } = this.#backdrops;
    // What is chosen meanwhile changes nothing of them.
    if (!this.#hasLines || whole.isFor(key) || this.#lines?.key === key) return;
    const lines = (this.#lines = { key });
    const target = whole.begin(params, this.#look.paper);
    this.#regions.drawAt(view, params, target);
    const { length } = this.#scene.pieces;
    for (let from = 0; from < length; from += LINES_AT_ONCE) {
      const count = Math.min(LINES_AT_ONCE, length - from);
      this.#as(false, () => {
        this.#drawEdges(params, target, { from, count });
      });
      await this.#isDone();
      if (this.#lines !== lines) return;
      if (isNow() && !this.#gl.isContextLost()) continue;
      this.#lines = null;
      return;
    }
    this.#lines = null;
    this.#as(false, () => {
      this.#drawBoxes(params, target);
    });
    whole.done(key);
    this.#sigma.scheduleRender();
  }

  /** Waits until the graphics have drawn what they were told to. */
  async #isDone(): Promise<void> {
    const gl = this.#gl;
    if (!(gl instanceof WebGL2RenderingContext)) return;
    const sync = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    gl.flush();
    while (
      sync !== null &&
      !gl.isContextLost() &&
      gl.getSyncParameter(sync, gl.SYNC_STATUS) !== gl.SIGNALED
    )
      await new Promise((done) => setTimeout(done, 8));
    gl.deleteSync(sync);
  }
}
