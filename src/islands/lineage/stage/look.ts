import type { RenderParams } from 'sigma/types';
import type { ScenePiece } from '../../../lineage/explorer/scene.ts';
import type { LayerProgram } from './layer-program.ts';

/** A colour as shaders take it: red, green, blue from 0 to 1. */
export type Rgb = readonly [number, number, number];

/** How a node is drawn, beside its colour. */
export const NODE_STATE = { plain: 0, near: 1, seed: 2, chosen: 3 } as const;

/** How a piece of an edge is drawn: those of what is chosen are stronger, downstream ones dashed. */
export const EDGE_STATE = { plain: 0, up: 1, down: 2 } as const;

/** A line from one place of the scene to another. */
export type Curve = Pick<ScenePiece, 'x1' | 'y1' | 'x2' | 'y2'>;

/** What all programs are told on every drawing, beside what belongs to single nodes and edges. */
export interface Look {
  /** The longer side of the scene, in pixels at full size: what sigma's own coordinates take for 1. */
  extent: number;
  /** Everything that is neither chosen nor near to what is stands back. */
  isFaded: boolean;
  paper: Rgb;
  surface: Rgb;
  /** Around regions, and around boxes. */
  hairline: Rgb;
  line: Rgb;
  ink: Rgb;
  accent: Rgb;
  /** What edges are numbered by. */
  pieces: readonly ScenePiece[];
  /** In the order in which they were made; sigma makes its own first: for nodes, and for both kinds of edges. */
  readonly programs: LayerProgram[];
  /** From pixels at full size to sigma's own coordinates, which lie between 0 and 1. */
  toSigma: (x: number, y: number) => readonly [number, number];
}

/**
 * CSS pixels on screen for one at full size, in the drawing that is being made. What sigma tells before it draws
 * belongs to the drawing before: taken for a scene that has just been put on, it fills the window with each box.
 */
export function scaleOf({ matrix, width }: RenderParams, { extent }: Look): number {
  return (Math.abs(matrix[0] ?? 0) * width) / 2 / extent;
}

// sigma's programs ask for these when they are made; the names on WebGLRenderingContext exist in browsers only.
export const GL = { UNSIGNED_BYTE: 5121, FLOAT: 5126, TRIANGLES: 4, TRIANGLE_STRIP: 5 } as const;

/** Corners of the two triangles that a rectangle is drawn as: the first bit is right, the second is top. */
export const CORNERS = [0, 1, 2, 2, 1, 3] as const;

/** For vertex shaders: from the number of a corner to -1 or 1 in both directions. */
export const CORNER_OF = `
vec2 cornerOf(float number) {
  return vec2(mod(number, 2.0), floor(number / 2.0)) * 2.0 - 1.0;
}`;
