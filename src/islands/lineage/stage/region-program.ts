import { Program, type ProgramInfo } from 'sigma/rendering';
import type { RenderParams } from 'sigma/types';
import type { SceneRegion } from '../../../lineage/explorer/scene.ts';
import { CORNER_OF, CORNERS, GL, type Look, scaleOf } from './look.ts';

const VERTEX = `
attribute vec2 a_middle;
attribute vec2 a_half;
attribute float a_corner;
uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_pixel;
varying vec2 v_half;
varying vec2 v_pixel;
${CORNER_OF}
void main() {
  v_half = a_half * u_pixel;
  v_pixel = cornerOf(a_corner) * (v_half + 1.0);
  vec2 middle = (u_matrix * vec3(a_middle, 1.0)).xy;
  gl_Position = vec4(middle + v_pixel * 2.0 / u_viewport, 0.0, 1.0);
}`;

const FRAGMENT = `
precision highp float;
uniform float u_radius;
uniform float u_ratio;
uniform vec3 u_surface;
uniform vec3 u_line;
varying vec2 v_half;
varying vec2 v_pixel;
void main() {
  vec2 q = abs(v_pixel) - v_half + u_radius;
  float distance = length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - u_radius;
  float inside = clamp(0.5 - distance + u_ratio / 2.0, 0.0, 1.0);
  float line = clamp(0.5 + distance + u_ratio / 2.0, 0.0, 1.0);
  gl_FragColor = vec4(mix(u_surface, u_line, line) * inside, inside);
}`;

const UNIFORMS = [
  'u_matrix',
  'u_viewport',
  'u_pixel',
  'u_radius',
  'u_ratio',
  'u_surface',
  'u_line',
] as const;

/** Draws the regions of a map: rounded rectangles with a hairline around them. */
export class RegionProgram extends Program<(typeof UNIFORMS)[number]> {
  #look: Look | null = null;

  getDefinition() {
    return {
      VERTICES: CORNERS.length,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: GL.TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_middle', size: 2, type: GL.FLOAT },
        { name: 'a_half', size: 2, type: GL.FLOAT },
        { name: 'a_corner', size: 1, type: GL.FLOAT },
      ],
    };
  }

  show(regions: readonly SceneRegion[], look: Look): void {
    this.#look = look;
    const seen = regions.filter(({ count }) => count > 0);
    this.reallocate(seen.length);
    seen.forEach(({ x, y, width, height }, index) => {
      const [left, top] = look.toSigma(x + width / 2, y + height / 2);
      CORNERS.forEach((corner, number) => {
        const start = index * this.STRIDE + number * 5;
        this.array.set([left, top, width / 2, height / 2, corner], start);
      });
    });
  }

  setUniforms(params: RenderParams, { gl, uniformLocations: at }: ProgramInfo): void {
    if (this.#look === null) return;
    const { pixelRatio } = params;
    const scale = scaleOf(params, this.#look);
    gl.uniformMatrix3fv(at['u_matrix'] ?? null, false, params.matrix);
    gl.uniform2f(at['u_viewport'] ?? null, params.width * pixelRatio, params.height * pixelRatio);
    gl.uniform1f(at['u_pixel'] ?? null, scale * pixelRatio);
    gl.uniform1f(at['u_radius'] ?? null, Math.min(10, Math.max(2, 12 * scale)) * pixelRatio);
    gl.uniform1f(at['u_ratio'] ?? null, pixelRatio);
    gl.uniform3f(at['u_surface'] ?? null, ...this.#look.surface);
    gl.uniform3f(at['u_line'] ?? null, ...this.#look.hairline);
  }
}
