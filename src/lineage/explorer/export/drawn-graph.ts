import type { Rectangle } from '../../layout/box.ts';

/** What is shown, as exports write it down. */
export interface DrawnGraph {
  readonly nodes: readonly DrawnNode[];
  /** Indices into `nodes`. */
  readonly edges: readonly (readonly [from: number, to: number])[];
}

export interface DrawnNode {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** `MDL` … */
  readonly code: string;
  readonly status: string | null;
  /** What the lens that is on says. */
  readonly lens: string;
  readonly color: string;
  /** Absolute URL of its page; null where it has none. */
  readonly url: string | null;
}

/** Where everything is drawn. Pixels at full size. */
export interface DrawnPlaces {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Rectangle[];
  readonly pieces: readonly {
    readonly x1: number;
    readonly y1: number;
    readonly x2: number;
    readonly y2: number;
  }[];
  readonly regions: readonly (Rectangle & { readonly name: string; readonly count: number })[];
}
