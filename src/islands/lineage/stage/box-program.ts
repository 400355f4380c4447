import type { ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { BOX_HEIGHT, BOX_WIDTH } from '../../../lineage/layout/box.ts';
import { LayerProgram } from './layer-program.ts';
import { CORNER_OF, CORNERS, GL, type Look, NODE_STATE, scaleOf } from './look.ts';

// Six corners of their own for each box: one box drawn many times is slow where WebGL is software.
const VERTEX = `
attribute vec2 a_position;
attribute vec4 a_color;
attribute float a_mark;
uniform mat3 u_matrix;
uniform vec2 u_half;
uniform vec2 u_viewport;
uniform float u_border;
uniform float u_near;
uniform float u_faded;
uniform vec3 u_paper;
uniform vec3 u_line;
uniform vec3 u_ink;
uniform vec3 u_accent;
varying vec3 v_fill;
varying vec3 v_band;
varying vec3 v_line;
varying float v_width;
varying float v_alpha;
varying vec2 v_pixel;
${CORNER_OF}
void main() {
  vec2 reach = u_half + 0.5;
  vec2 middle = (u_matrix * vec3(a_position, 1.0)).xy;
  float state = floor(a_mark / 4.0);
  v_pixel = cornerOf(a_mark - 4.0 * state) * reach;
  v_band = a_color.rgb;
  v_fill = mix(a_color.rgb, mix(u_paper, a_color.rgb, 0.06), u_near);
  v_line = state > 2.5 ? u_accent : state > 1.5 ? u_ink
    : mix(a_color.rgb, mix(u_line, a_color.rgb, 0.55), u_near);
  v_width = u_half.y < 2.5 ? -9.0 : u_border * (state > 2.5 ? 2.0 : state > 1.5 ? 1.5 : 1.0);
  v_alpha = state < 0.5 ? mix(1.0, 0.2, u_faded) : 1.0;
  gl_Position = vec4(middle + v_pixel * 2.0 / u_viewport, 0.0, 1.0);
}`;

// A rounded rectangle by its distance: paper with a band in the node's colour from near, all of that colour from afar.
// What is the same all over a box is reckoned at its corners: this is done for every pixel.
const FRAGMENT = `
precision highp float;
uniform vec2 u_half;
uniform float u_radius;
uniform float u_border;
varying vec3 v_fill;
varying vec3 v_band;
varying vec3 v_line;
varying float v_width;
varying float v_alpha;
varying vec2 v_pixel;
void main() {
  vec2 q = abs(v_pixel) - u_half + u_radius;
  float distance = length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - u_radius;
  float alpha = clamp(0.5 - distance, 0.0, 1.0) * v_alpha;
  float border = clamp(0.5 + distance + v_width, 0.0, 1.0);
  vec3 fill = v_pixel.x < u_border * 5.0 - u_half.x ? v_band : v_fill;
  gl_FragColor = vec4(mix(fill, v_line, border) * alpha, alpha);
}`;

/** Below this many pixels of height a box is a dot of its colour, above the other it is paper. */
const DOT = 7;
const PAPER = 11;

/** How a box is drawn at a scale, in CSS pixels. */
export interface BoxLook {
  readonly radius: number;
  readonly border: number;
  /** 0 for a dot of its colour, 1 for paper with a band. */
  readonly near: number;
}

export function boxLookAt(scale: number): BoxLook {
  const height = BOX_HEIGHT * scale;
  return {
    radius: Math.min(4, height / 4),
    border: Math.min(1.25, Math.max(0.5, scale)),
    near: Math.min(1, Math.max(0, (height - DOT) / (PAPER - DOT))),
  };
}

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

export type BoxProgram = InstanceType<ReturnType<typeof boxProgram>>;

/** A program that draws nodes as wide boxes. It has no part in sigma's own search for what is under the pointer. */
export function boxProgram(look: Look) {
  return class BoxProgram extends LayerProgram<(typeof UNIFORMS)[number]> {
    readonly drawLabel = undefined;
    readonly drawHover = undefined;

    constructor(...made: ConstructorParameters<typeof LayerProgram>) {
      super(...made);
      look.programs.push(this);
    }

    getDefinition() {
      return {
        VERTICES: CORNERS.length,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: GL.TRIANGLES,
        UNIFORMS,
        ATTRIBUTES: [
          { name: 'a_position', size: 2, type: GL.FLOAT },
          { name: 'a_color', size: 4, type: GL.UNSIGNED_BYTE, normalized: true },
          { name: 'a_mark', size: 1, type: GL.FLOAT },
        ],
      };
    }

    /** sigma calls it for each node. */
    process(_node: number, index: number, { x, y, color }: NodeDisplayData): void {
      this.put(index, x, y, color, NODE_STATE.plain);
    }

    /** @param x in sigma's own coordinates, as `y` */
    put(index: number, x: number, y: number, color: string, state: number): void {
      const float = floatColor(color);
      let at = index * this.STRIDE;
      for (const corner of CORNERS) {
        this.array[at++] = x;
        this.array[at++] = y;
        this.array[at++] = float;
        this.array[at++] = state * 4 + corner;
      }
      this.change();
    }

    setUniforms(params: RenderParams, { gl, uniformLocations: at }: ProgramInfo): void {
      const { pixelRatio } = params;
      const scale = scaleOf(params, look);
      const pixel = scale * pixelRatio;
      const { radius, border, near } = boxLookAt(scale);
      gl.uniformMatrix3fv(at['u_matrix'] ?? null, false, params.matrix);
      gl.uniform2f(
        at['u_half'] ?? null,
        Math.max(1.5, (BOX_WIDTH * pixel) / 2),
        Math.max(1, (BOX_HEIGHT * pixel) / 2),
      );
      gl.uniform2f(at['u_viewport'] ?? null, params.width * pixelRatio, params.height * pixelRatio);
      gl.uniform1f(at['u_radius'] ?? null, radius * pixelRatio);
      gl.uniform1f(at['u_border'] ?? null, border * pixelRatio);
      gl.uniform1f(at['u_near'] ?? null, near);
      gl.uniform1f(at['u_faded'] ?? null, look.isFaded ? 1 : 0);
      gl.uniform3f(at['u_paper'] ?? null, ...look.paper);
      gl.uniform3f(at['u_line'] ?? null, ...look.line);
      gl.uniform3f(at['u_ink'] ?? null, ...look.ink);
      gl.uniform3f(at['u_accent'] ?? null, ...look.accent);
    }
  };
}
