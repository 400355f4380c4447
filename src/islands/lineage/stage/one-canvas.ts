import { Sigma } from 'sigma';

/** The layer that everything is drawn on. */
const DRAWN = 'edges';
/** Layers of sigma that WebGL would draw on canvases of their own. */
const SPARED: ReadonlySet<string> = new Set(['nodes', 'hoverNodes']);
/** The layer that texts are painted on before they are drawn, and the one that sigma listens to. */
const PAINTED = 'labels';
const TOUCHED = 'mouse';

/**
 * sigma with one canvas in sight in place of seven. Where WebGL is software, every canvas costs about as much as the
 * rest of the page whenever anything on the page changes, and that is most of what hovering and choosing take.
 */
export class OneCanvasSigma extends Sigma {
  #isDrawing = false;

  /** Draws on the next frame; what changes while a frame is drawn is in it already. */
  override scheduleRender(): this {
    return this.#isDrawing ? this : super.scheduleRender();
  }

  /** Tells that a frame is being drawn. */
  set isDrawing(isDrawing: boolean) {
    this.#isDrawing = isDrawing;
  }

  /**
   * Also when the window was moved to a screen with other pixels: sigma reckons with these then, and leaves its canvases
   * as they were.
   */
  override resize(force = false): this {
    const drawn = this.getCanvases()[DRAWN];
    const { width } = this.getDimensions();
    const hasOtherPixels = drawn?.width !== Math.floor(width * window.devicePixelRatio);
    return super.resize(force || hasOtherPixels);
  }

  /** The context of the canvas in sight; null when the browser took it away. */
  get drawn(): WebGLRenderingContext | WebGL2RenderingContext | null {
    const canvas = this.getCanvases()[DRAWN];
    return canvas?.getContext('webgl2') ?? canvas?.getContext('webgl') ?? null;
  }

  /** Where texts are painted, out of sight. */
  get painted(): HTMLCanvasElement | null {
    return this.getCanvases()[PAINTED] ?? null;
  }

  /** What the pointer is on, over everything that is drawn. */
  get touched(): HTMLCanvasElement | null {
    return this.getCanvases()[TOUCHED] ?? null;
  }

  override createCanvas(...[id, options]: Parameters<Sigma['createCanvas']>): HTMLCanvasElement {
    const canvas = super.createCanvas(id, options);
    if (id === DRAWN) {
      // Nothing shows through it, which spares the browser what lies under it.
      const opaque = { alpha: false, antialias: false };
      if (canvas.getContext('webgl2', opaque) === null) canvas.getContext('webgl', opaque);
    }
    // Chromium paints canvases by WebGL unless they are said to be read: in software that can take a minute.
    if (id === PAINTED) canvas.getContext('2d', { willReadFrequently: true });
    // With nothing to be seen on it, it is left out when the page is put together, and is clicked all the same.
    if (id === TOUCHED) canvas.style.opacity = '0';
    canvas.hidden = id !== DRAWN && id !== TOUCHED;
    return canvas;
  }

  override createWebGLContext(
    ...[id, options]: Parameters<Sigma['createWebGLContext']>
  ): WebGLRenderingContext {
    const canvas = this.getCanvases()[DRAWN];
    if (!SPARED.has(id) || canvas === undefined) return super.createWebGLContext(id, options);
    // What sigma does to the layer's own canvas falls on one that nobody sees.
    this.createCanvas(id);
    return super.createWebGLContext(id, { canvas });
  }

  override killLayer(id: string): this {
    return SPARED.has(id) ? this : super.killLayer(id);
  }
}
