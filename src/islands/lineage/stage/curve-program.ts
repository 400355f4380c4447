import type { ProgramInfo } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { LayerProgram } from './layer-program.ts';
import { type Curve, EDGE_STATE, GL, type Look, scaleOf } from './look.ts';

// The S-curve of the static drawings: both handles in the middle; a line that leads back swings out to both sides.
const VERTEX = `
attribute vec2 a_source;
attribute vec2 a_target;
attribute float a_mark;
uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_width;
uniform float u_swing;
uniform float u_segments;
varying float v_state;
varying float v_side;
varying float v_half;
varying float v_along;
void main() {
  v_state = floor(a_mark / 256.0);
  float number = a_mark - 256.0 * v_state;
  float step = floor(number / 2.0);
  vec2 p0 = (u_matrix * vec3(a_source, 1.0)).xy * u_viewport / 2.0;
  vec2 p3 = (u_matrix * vec3(a_target, 1.0)).xy * u_viewport / 2.0;
  float dx = p3.x - p0.x;
  float handle = dx > 0.0 ? dx / 2.0 : u_swing - dx / 4.0;
  vec2 p1 = vec2(p0.x + handle, p0.y);
  vec2 p2 = vec2(p3.x - handle, p3.y);
  float t = step / u_segments;
  float s = 1.0 - t;
  vec2 place = s * s * s * p0 + 3.0 * s * s * t * p1 + 3.0 * s * t * t * p2 + t * t * t * p3;
  vec2 along = 3.0 * s * s * (p1 - p0) + 6.0 * s * t * (p2 - p1) + 3.0 * t * t * (p3 - p2);
  vec2 across = normalize(vec2(-along.y, along.x + 0.0001));
  v_half = u_width * (v_state > 0.5 ? 1.6 : 1.0) / 2.0;
  float reach = v_half + 0.5;
  v_side = (number - 2.0 * step - 0.5) * 2.0 * reach;
  v_along = t * distance(p0, p3);
  gl_Position = vec4((place + across * v_side) * 2.0 / u_viewport, 0.0, 1.0);
}`;

const FRAGMENT = `
precision highp float;
uniform float u_faded;
uniform float u_dash;
uniform vec3 u_line;
uniform vec3 u_accent;
varying float v_state;
varying float v_side;
varying float v_half;
varying float v_along;
void main() {
  float alpha = clamp(v_half + 0.5 - abs(v_side), 0.0, 1.0);
  vec3 color = v_state > 0.5 ? u_accent : u_line;
  if (v_state > 1.5 && mod(v_along, u_dash * 10.0) > u_dash * 6.0) alpha = 0.0;
  if (v_state < 0.5) alpha *= mix(0.85, 0.3, u_faded);
  gl_FragColor = vec4(color * alpha, alpha);
}`;

const UNIFORMS = [
  'u_matrix',
  'u_viewport',
  'u_width',
  'u_swing',
  'u_segments',
  'u_faded',
  'u_dash',
  'u_line',
  'u_accent',
] as const;

export type CurveProgram = InstanceType<ReturnType<typeof curveProgram>>;

/**
 * A program that draws pieces of edges as curves. For sigma the size of an edge is the number of its piece, from 1 on.
 *
 * @param segments straight parts of a curve: as many as the eye needs, and as few as thousands of edges allow; at most 126
 */
export function curveProgram(look: Look, segments: number) {
  const last = 2 * segments + 1;
  // One strip for all pieces: what leads from one to the next has no area. As many curves drawn many times are slow
  // where WebGL is software.
  const numbers = [0, ...Array.from({ length: last + 1 }, (_, number) => number), last];
  return class CurveProgram extends LayerProgram<(typeof UNIFORMS)[number]> {
    readonly drawLabel = undefined;

    constructor(...made: ConstructorParameters<typeof LayerProgram>) {
      super(...made);
      look.programs.push(this);
    }

    getDefinition() {
      return {
        VERTICES: numbers.length,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: GL.TRIANGLE_STRIP,
        UNIFORMS,
        ATTRIBUTES: [
          { name: 'a_source', size: 2, type: GL.FLOAT },
          { name: 'a_target', size: 2, type: GL.FLOAT },
          { name: 'a_mark', size: 1, type: GL.FLOAT },
        ],
      };
    }

    /** sigma calls it for each edge. */
    process(
      _edge: number,
      index: number,
      _source: NodeDisplayData,
      _target: NodeDisplayData,
      { size }: EdgeDisplayData,
    ): void {
      const piece = look.pieces[size - 1];
      if (piece !== undefined) this.put(index, piece, EDGE_STATE.plain);
    }

    put(index: number, curve: Curve, state: number): void {
      const [x1, y1] = look.toSigma(curve.x1, curve.y1);
      const [x2, y2] = look.toSigma(curve.x2, curve.y2);
      let at = index * this.STRIDE;
      for (const step of numbers) {
        this.array[at++] = x1;
        this.array[at++] = y1;
        this.array[at++] = x2;
        this.array[at++] = y2;
        this.array[at++] = state * 256 + step;
      }
      this.change();
    }

    setUniforms(params: RenderParams, { gl, uniformLocations: at }: ProgramInfo): void {
      const { pixelRatio } = params;
      const scale = scaleOf(params, look);
      gl.uniformMatrix3fv(at['u_matrix'] ?? null, false, params.matrix);
      gl.uniform2f(at['u_viewport'] ?? null, params.width * pixelRatio, params.height * pixelRatio);
      gl.uniform1f(at['u_width'] ?? null, Math.min(1.5, Math.max(0.75, 1.25 * scale)) * pixelRatio);
      gl.uniform1f(at['u_swing'] ?? null, 60 * scale * pixelRatio);
      gl.uniform1f(at['u_segments'] ?? null, segments);
      gl.uniform1f(at['u_faded'] ?? null, look.isFaded ? 1 : 0);
      gl.uniform1f(at['u_dash'] ?? null, pixelRatio);
      gl.uniform3f(at['u_line'] ?? null, ...look.line);
      gl.uniform3f(at['u_accent'] ?? null, ...look.accent);
    }
  };
}
