import type { ProgramInfo } from 'sigma/rendering';
import type { RenderParams } from 'sigma/types';
import type { SceneRegion } from '../../../lineage/explorer/scene.ts';
import { LayerProgram, type Target } from './layer-program.ts';
import { CORNER_OF, GL, type Look, scaleOf } from './look.ts';
import type { ViewBox } from './view-box.ts';

// Four strips around each region, as wide as its corners are round, and the rest, which is filled in one go.
const VERTEX = `
attribute vec2 a_middle;
attribute vec2 a_half;
attribute float a_corner;
uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_pixel;
uniform float u_radius;
varying vec2 v_half;
varying vec2 v_pixel;
${CORNER_OF}
void main() {
  v_half = a_half * u_pixel;
  float inner = floor(a_corner / 4.0);
  v_pixel = cornerOf(a_corner - 4.0 * inner) * max(vec2(0.0), v_half + 1.0 - inner * (u_radius + 2.0));
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

/** Two triangles for each strip; corners from 4 on lie within. */
const STRIPS = [
  ...[0, 1, 4, 4, 1, 5],
  ...[1, 3, 5, 5, 3, 7],
  ...[3, 2, 7, 7, 2, 6],
  ...[2, 0, 6, 6, 0, 4],
] as const;

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
export class RegionProgram extends LayerProgram<(typeof UNIFORMS)[number]> {
  #look: Look | null = null;
  #regions: readonly SceneRegion[] = [];

  getDefinition() {
    return {
      VERTICES: STRIPS.length,
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
    this.#regions = seen;
    this.reallocate(seen.length);
    seen.forEach(({ x, y, width, height }, index) => {
      const [left, top] = look.toSigma(x + width / 2, y + height / 2);
      STRIPS.forEach((corner, number) => {
        const start = index * this.STRIDE + number * 5;
        this.array.set([left, top, width / 2, height / 2, corner], start);
      });
    });
  }

  /** @param view how the window lies on the scene */
  drawAt(view: ViewBox, params: RenderParams, target: Target): void {
    if (this.#look === null) return;
    const { gl } = this.normalProgram;
    gl.bindFramebuffer(gl.FRAMEBUFFER, target);
    const { pixelRatio, width, height } = params;
    const within = radiusAt(view.scale) + 1 / pixelRatio;
    gl.enable(gl.SCISSOR_TEST);
    gl.clearColor(...this.#look.surface, 1);
    for (const region of this.#regions) {
      const left = Math.max(0, region.x * view.scale + view.left + within);
      const top = Math.max(0, region.y * view.scale + view.top + within);
      const right = Math.min(width, (region.x + region.width) * view.scale + view.left - within);
      const bottom = Math.min(height, (region.y + region.height) * view.scale + view.top - within);
      if (right <= left || bottom <= top) continue;
      const x = Math.floor(left * pixelRatio);
      // From the bottom up.
      const y = Math.floor((height - bottom) * pixelRatio);
      const [endX, endY] = [right * pixelRatio, (height - top) * pixelRatio].map(Math.ceil);
      gl.scissor(x, y, (endX ?? x) - x, (endY ?? y) - y);
      gl.clear(gl.COLOR_BUFFER_BIT);
    }
    gl.disable(gl.SCISSOR_TEST);
    this.draw(params, target);
  }

  setUniforms(params: RenderParams, { gl, uniformLocations: at }: ProgramInfo): void {
    if (this.#look === null) return;
    const { pixelRatio } = params;
    const scale = scaleOf(params, this.#look);
    gl.uniformMatrix3fv(at['u_matrix'] ?? null, false, params.matrix);
    gl.uniform2f(at['u_viewport'] ?? null, params.width * pixelRatio, params.height * pixelRatio);
    gl.uniform1f(at['u_pixel'] ?? null, scale * pixelRatio);
    gl.uniform1f(at['u_radius'] ?? null, radiusAt(scale) * pixelRatio);
    gl.uniform1f(at['u_ratio'] ?? null, pixelRatio);
    gl.uniform3f(at['u_surface'] ?? null, ...this.#look.surface);
    gl.uniform3f(at['u_line'] ?? null, ...this.#look.hairline);
  }
}

/** How round corners are, in CSS pixels. */
function radiusAt(scale: number): number {
  return Math.min(10, Math.max(2, 12 * scale));
}
