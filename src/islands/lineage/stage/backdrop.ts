import type { ProgramInfo } from 'sigma/rendering';
import type { RenderParams } from 'sigma/types';
import { LayerProgram } from './layer-program.ts';
import { GL, type Rgb } from './look.ts';
import { makeTexture } from './make-texture.ts';

const VERTEX = `
attribute vec2 a_corner;
varying vec2 v_place;
void main() {
  v_place = a_corner / 2.0 + 0.5;
  gl_Position = vec4(a_corner, 0.0, 1.0);
}`;

const FRAGMENT = `
precision highp float;
uniform sampler2D u_drawn;
varying vec2 v_place;
void main() {
  gl_FragColor = texture2D(u_drawn, v_place);
}`;

const UNIFORMS = ['u_drawn'] as const;

/** Copies a texture as large as the canvas there: blitting takes twice as long where WebGL is software. */
export class CopyProgram extends LayerProgram<(typeof UNIFORMS)[number]> {
  #texture: WebGLTexture | null = null;

  getDefinition() {
    return {
      VERTICES: 4,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: GL.TRIANGLE_STRIP,
      UNIFORMS,
      ATTRIBUTES: [{ name: 'a_corner', size: 2, type: GL.FLOAT }],
    };
  }

  copy(texture: WebGLTexture | null, params: RenderParams): void {
    if (this.hasNothingToRender()) {
      this.reallocate(1);
      this.array.set([-1, -1, 1, -1, -1, 1, 1, 1]);
    }
    this.#texture = texture;
    this.draw(params, null);
  }

  setUniforms(_params: RenderParams, { gl, uniformLocations: at }: ProgramInfo): void {
    // Nothing shows through it.
    gl.disable(gl.BLEND);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.#texture);
    gl.uniform1i(at['u_drawn'] ?? null, 0);
  }
}

/**
 * A drawing that is kept out of sight, as large as the canvas. Where WebGL is software, making it takes ten times as
 * long as copying it to the canvas, with thousands of edges a hundred times.
 */
export class Backdrop {
  readonly #gl: WebGLRenderingContext | WebGL2RenderingContext;
  #frame: WebGLFramebuffer | null = null;
  #pixels: WebGLTexture | null = null;
  #width = 0;
  #height = 0;
  #key = '';

  constructor(gl: WebGLRenderingContext | WebGL2RenderingContext) {
    this.#gl = gl;
  }

  get pixels(): WebGLTexture | null {
    return this.#pixels;
  }

  /** @param key everything that the drawing depends on */
  isFor(key: string): boolean {
    return this.#key === key;
  }

  /** Begins a drawing, on paper. It is for nothing before it is said to be done. */
  begin({ width, height, pixelRatio }: RenderParams, paper: Rgb): WebGLFramebuffer | null {
    const gl = this.#gl;
    this.#key = '';
    if (this.#frame === null) {
      this.#frame = gl.createFramebuffer();
      this.#pixels = makeTexture(gl);
    }
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.#frame);
    const { TEXTURE_2D: target, RGBA, UNSIGNED_BYTE, FRAMEBUFFER, COLOR_ATTACHMENT0 } = gl;
    const [pixelWidth = 1, pixelHeight = 1] = [width * pixelRatio, height * pixelRatio].map(
      Math.floor,
    );
    if (pixelWidth !== this.#width || pixelHeight !== this.#height) {
      this.#width = pixelWidth;
      this.#height = pixelHeight;
      gl.bindTexture(target, this.#pixels);
      gl.texImage2D(target, 0, RGBA, pixelWidth, pixelHeight, 0, RGBA, UNSIGNED_BYTE, null);
      gl.framebufferTexture2D(FRAMEBUFFER, COLOR_ATTACHMENT0, target, this.#pixels, 0);
    }
    gl.clearColor(...paper, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
    return this.#frame;
  }

  done(key: string): void {
    this.#key = key;
  }
}
