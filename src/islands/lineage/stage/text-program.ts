import { Program, type ProgramInfo } from 'sigma/rendering';
import type { RenderParams } from 'sigma/types';
import { GL } from './look.ts';

const VERTEX = `
attribute vec2 a_corner;
varying vec2 v_place;
void main() {
  v_place = vec2(a_corner.x, -a_corner.y) / 2.0 + 0.5;
  gl_Position = vec4(a_corner, 0.0, 1.0);
}`;

const FRAGMENT = `
precision mediump float;
uniform sampler2D u_texts;
varying vec2 v_place;
void main() {
  gl_FragColor = texture2D(u_texts, v_place);
}`;

const UNIFORMS = ['u_texts'] as const;

/** Draws what was painted on a canvas that is as large as the window, pixel by pixel. */
export class TextProgram extends Program<(typeof UNIFORMS)[number]> {
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

  draw(painted: HTMLCanvasElement, params: RenderParams): void {
    const { gl } = this.normalProgram;
    if (this.#texture === null) {
      this.reallocate(1);
      this.array.set([-1, -1, 1, -1, -1, 1, 1, 1]);
      this.#texture = gl.createTexture();
      gl.bindTexture(gl.TEXTURE_2D, this.#texture);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
    }
    gl.bindTexture(gl.TEXTURE_2D, this.#texture);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, painted);
    this.render(params);
  }

  setUniforms(_params: RenderParams, { gl, uniformLocations: at }: ProgramInfo): void {
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.#texture);
    gl.uniform1i(at['u_texts'] ?? null, 0);
  }
}
