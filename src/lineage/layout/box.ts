/** Sizes of what lineage draws, in CSS pixels at full size: the same in static drawings and in the explorer. */
export const BOX_WIDTH = 208;
export const BOX_HEIGHT = 32;
/** Between two ranks, where the edges run. */
export const RANK_GAP = 56;
/** Between two boxes of one column. */
export const ROW_GAP = 8;
/** From the top of one box to the top of the next. */
export const ROW = BOX_HEIGHT + ROW_GAP;
/** From the left of one column of a block to the left of the next: no edges run between them. */
export const BLOCK_COLUMN = BOX_WIDTH + 16;

/** A drawing is about this many times wider than high. */
export const ASPECT = 1.4;

/** A rectangle with its corner at the top left; y grows downwards. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
