import { NodeProgram, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { BOX_HEIGHT, BOX_WIDTH } from '../../../lineage/layout/box.ts';
import { GL, type Look, scaleOf } from './look.ts';

const VERTEX = `
attribute vec2 a_position;
attribute vec4 a_color;
attribute float a_state;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform vec2 u_half;
uniform vec2 u_viewport;
varying vec4 v_color;
varying float v_state;
varying vec2 v_pixel;
void main() {
  vec2 reach = u_half + 2.0;
  vec2 middle = (u_matrix * vec3(a_position, 1.0)).xy;
  gl_Position = vec4(middle + a_corner * reach * 2.0 / u_viewport, 0.0, 1.0);
  v_color = a_color;
  v_state = a_state;
  v_pixel = a_corner * reach;
}`;

// A rounded rectangle by its distance: paper with a band in the node's colour from near, all of that colour from afar.
const FRAGMENT = `
precision highp float;
uniform vec2 u_half;
uniform float u_radius;
uniform float u_border;
uniform float u_near;
uniform float u_faded;
uniform vec3 u_paper;
uniform vec3 u_line;
uniform vec3 u_ink;
uniform vec3 u_accent;
varying vec4 v_color;
varying float v_state;
varying vec2 v_pixel;
void main() {
  vec2 q = abs(v_pixel) - u_half + u_radius;
  float distance = length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - u_radius;
  float inside = clamp(0.5 - distance, 0.0, 1.0);
  float width = u_border * (v_state > 2.5 ? 2.0 : v_state > 1.5 ? 1.5 : 1.0);
  float border = clamp(0.5 + distance + width, 0.0, 1.0) * step(2.5, u_half.y);
  float band = 1.0 - step(-u_half.x + u_border * 5.0, v_pixel.x);
  vec3 fill = mix(v_color.rgb, mix(u_paper, v_color.rgb, max(band, 0.06)), u_near);
  vec3 line = v_state > 3.5 ? u_accent : v_state > 2.5 ? u_accent : v_state > 1.5 ? u_ink
    : mix(v_color.rgb, mix(u_line, v_color.rgb, 0.55), u_near);
  float alpha = inside * (v_state < 0.5 ? mix(1.0, 0.2, u_faded) : 1.0);
  gl_FragColor = vec4(mix(fill, line, border) * alpha, alpha);
}`;

/** Below this many pixels of height a box is a dot of its colour, above the other it is paper. */
const DOT = 7;
const PAPER = 11;

const UNIFORMS = [
  'u_matrix',
  'u_half',
  'u_viewport',
  'u_radius',
  'u_border',
  'u_near',
  'u_faded',
  'u_paper',
  'u_line',
  'u_ink',
  'u_accent',
] as const;

/** A program of sigma that draws nodes as wide boxes. It has no part in sigma's own search for what is under the pointer. */
export function boxProgram(look: Look) {
  return class BoxProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
    constructor(
      gl: WebGLRenderingContext,
      _picking: WebGLFramebuffer | null,
      renderer: ConstructorParameters<typeof NodeProgram>[2],
    ) {
      super(gl, null, renderer);
    }

    getDefinition() {
      return {
        VERTICES: 4,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: GL.TRIANGLE_STRIP,
        UNIFORMS,
        ATTRIBUTES: [
          { name: 'a_position', size: 2, type: GL.FLOAT },
          { name: 'a_color', size: 4, type: GL.UNSIGNED_BYTE, normalized: true },
          { name: 'a_state', size: 1, type: GL.FLOAT },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: GL.FLOAT }],
        CONSTANT_DATA: [
          [-1, -1],
          [1, -1],
          [-1, 1],
          [1, 1],
        ],
      };
    }

    processVisibleItem(_index: number, start: number, data: NodeDisplayData): void {
      this.array[start] = data.x;
      this.array[start + 1] = data.y;
      this.array[start + 2] = floatColor(data.color);
      this.array[start + 3] = data.zIndex;
    }

    setUniforms(params: RenderParams, { gl, uniformLocations: at }: ProgramInfo): void {
      const scale = scaleOf(params, look);
      const pixel = scale * params.pixelRatio;
      const height = BOX_HEIGHT * scale;
      gl.uniformMatrix3fv(at['u_matrix'] ?? null, false, params.matrix);
      gl.uniform2f(
        at['u_half'] ?? null,
        Math.max(1.5, (BOX_WIDTH * pixel) / 2),
        Math.max(1, (BOX_HEIGHT * pixel) / 2),
      );
      gl.uniform2f(
        at['u_viewport'] ?? null,
        params.width * params.pixelRatio,
        params.height * params.pixelRatio,
      );
      gl.uniform1f(at['u_radius'] ?? null, Math.min(4, height / 4) * params.pixelRatio);
      gl.uniform1f(
        at['u_border'] ?? null,
        Math.min(1.25, Math.max(0.5, scale)) * params.pixelRatio,
      );
      gl.uniform1f(at['u_near'] ?? null, Math.min(1, Math.max(0, (height - DOT) / (PAPER - DOT))));
      gl.uniform1f(at['u_faded'] ?? null, look.isFaded ? 1 : 0);
      gl.uniform3f(at['u_paper'] ?? null, ...look.paper);
      gl.uniform3f(at['u_line'] ?? null, ...look.line);
      gl.uniform3f(at['u_ink'] ?? null, ...look.ink);
      gl.uniform3f(at['u_accent'] ?? null, ...look.accent);
    }
  };
}
