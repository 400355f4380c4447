import type { ProgramInfo } from 'sigma/rendering';
import type { RenderParams } from 'sigma/types';
import { LayerProgram } from './layer-program.ts';
import { CORNERS, GL } from './look.ts';
import { makeTexture } from './make-texture.ts';
import type { Part } from './view-box.ts';

const VERTEX = `
attribute vec2 a_place;
attribute float a_alpha;
uniform vec2 u_window;
uniform vec2 u_origin;
uniform vec2 u_size;
varying vec2 v_place;
varying float v_alpha;
void main() {
  v_place = (a_place - u_origin) / u_size;
  v_alpha = a_alpha;
  vec2 place = a_place * 2.0 / u_window - 1.0;
  gl_Position = vec4(place.x, -place.y, 0.0, 1.0);
}`;

const FRAGMENT = `
precision highp float;
uniform sampler2D u_texts;
varying vec2 v_place;
varying float v_alpha;
void main() {
  gl_FragColor = texture2D(u_texts, v_place) * v_alpha;
}`;

const UNIFORMS = ['u_window', 'u_origin', 'u_size', 'u_texts'] as const;

/** Draws parts of what was painted on a canvas, pixel by pixel, where they lie in the window. */
export class TextProgram extends LayerProgram<(typeof UNIFORMS)[number]> {
  #texture: WebGLTexture | null = null;
  #painted: Part = { left: 0, top: 0, right: 1, bottom: 1 };

  getDefinition() {
    return {
      VERTICES: CORNERS.length,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: GL.TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_place', size: 2, type: GL.FLOAT },
        { name: 'a_alpha', size: 1, type: GL.FLOAT },
      ],
    };
  }

  /**
   * Takes in what was painted.
   *
   * @param part where in the window it lies
   */
  take(painted: HTMLCanvasElement, part: Part): void {
    const { gl } = this.normalProgram;
    this.#painted = part;
    this.#texture ??= makeTexture(gl);
    gl.bindTexture(gl.TEXTURE_2D, this.#texture);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, painted);
  }

  /** Says which parts are drawn next, all as strong as `alpha` says. */
  put(parts: readonly Part[], alpha: number): void {
    this.reallocate(parts.length);
    let at = 0;
    for (const { left, top, right, bottom } of parts)
      for (const corner of CORNERS) {
        this.array[at++] = corner % 2 === 0 ? left : right;
        this.array[at++] = corner < 2 ? bottom : top;
        this.array[at++] = alpha;
      }
  }

  setUniforms({ width, height }: RenderParams, { gl, uniformLocations: at }: ProgramInfo): void {
    const { left, top, right, bottom } = this.#painted;
    gl.uniform2f(at['u_window'] ?? null, width, height);
    gl.uniform2f(at['u_origin'] ?? null, left, top);
    gl.uniform2f(at['u_size'] ?? null, right - left, bottom - top);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.#texture);
    gl.uniform1i(at['u_texts'] ?? null, 0);
  }
}
