import { EdgeProgram, type ProgramInfo } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { GL, type Look, scaleOf } from './look.ts';

// The S-curve of the static drawings: both handles in the middle; a line that leads back swings out to both sides.
const VERTEX = `
attribute vec2 a_source;
attribute vec2 a_target;
attribute float a_state;
attribute vec2 a_step;
uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_width;
uniform float u_swing;
varying float v_state;
varying float v_side;
varying float v_half;
varying float v_along;
void main() {
  vec2 p0 = (u_matrix * vec3(a_source, 1.0)).xy * u_viewport / 2.0;
  vec2 p3 = (u_matrix * vec3(a_target, 1.0)).xy * u_viewport / 2.0;
  float dx = p3.x - p0.x;
  float handle = dx > 0.0 ? dx / 2.0 : u_swing - dx / 4.0;
  vec2 p1 = vec2(p0.x + handle, p0.y);
  vec2 p2 = vec2(p3.x - handle, p3.y);
  float t = a_step.x;
  float s = 1.0 - t;
  vec2 place = s * s * s * p0 + 3.0 * s * s * t * p1 + 3.0 * s * t * t * p2 + t * t * t * p3;
  vec2 along = 3.0 * s * s * (p1 - p0) + 6.0 * s * t * (p2 - p1) + 3.0 * t * t * (p3 - p2);
  vec2 across = normalize(vec2(-along.y, along.x + 0.0001));
  v_half = u_width * (a_state > 0.5 ? 1.6 : 1.0) / 2.0;
  float reach = v_half + 1.0;
  v_side = a_step.y * reach;
  v_state = a_state;
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
  'u_faded',
  'u_dash',
  'u_line',
  'u_accent',
] as const;

/**
 * A program of sigma that draws pieces of edges as curves. `size` of an edge is the number of its piece, counted from 1.
 *
 * @param segments straight parts of a curve: as many as the eye needs, and as few as thousands of edges allow
 */
export function curveProgram(look: Look, segments: number) {
  const steps = Array.from({ length: segments + 1 }, (_, step) => step / segments);
  return class CurveProgram extends EdgeProgram<(typeof UNIFORMS)[number]> {
    getDefinition() {
      return {
        VERTICES: 2 * steps.length,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: GL.TRIANGLE_STRIP,
        UNIFORMS,
        ATTRIBUTES: [
          { name: 'a_source', size: 2, type: GL.FLOAT },
          { name: 'a_target', size: 2, type: GL.FLOAT },
          { name: 'a_state', size: 1, type: GL.FLOAT },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_step', size: 2, type: GL.FLOAT }],
        CONSTANT_DATA: steps.flatMap((step) => [
          [step, -1],
          [step, 1],
        ]),
      };
    }

    processVisibleItem(
      _index: number,
      start: number,
      _source: NodeDisplayData,
      _target: NodeDisplayData,
      data: EdgeDisplayData,
    ): void {
      const piece = look.pieces[data.size - 1];
      if (piece === undefined) return;
      const [x1, y1] = look.toSigma(piece.x1, piece.y1);
      const [x2, y2] = look.toSigma(piece.x2, piece.y2);
      this.array.set([x1, y1, x2, y2, data.zIndex], start);
    }

    setUniforms(params: RenderParams, { gl, uniformLocations: at }: ProgramInfo): void {
      const { pixelRatio } = params;
      const scale = scaleOf(params, look);
      gl.uniformMatrix3fv(at['u_matrix'] ?? null, false, params.matrix);
      gl.uniform2f(at['u_viewport'] ?? null, params.width * pixelRatio, params.height * pixelRatio);
      gl.uniform1f(at['u_width'] ?? null, Math.min(1.5, Math.max(0.75, 1.25 * scale)) * pixelRatio);
      gl.uniform1f(at['u_swing'] ?? null, 60 * scale * pixelRatio);
      gl.uniform1f(at['u_faded'] ?? null, look.isFaded ? 1 : 0);
      gl.uniform1f(at['u_dash'] ?? null, pixelRatio);
      gl.uniform3f(at['u_line'] ?? null, ...look.line);
      gl.uniform3f(at['u_accent'] ?? null, ...look.accent);
    }
  };
}
