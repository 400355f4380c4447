import { ASPECT } from './box.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Rectangles that stand beside each other without overlap, in the order in which they came. */
export interface Packing extends Size {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** How many heights are tried. */
const TRIES = 24;

/**
 * Packs rectangles on upright shelves, filled from the top down and from left to right, so that what comes first stands
 * on the left. Of several heights the one is taken whose packing is nearest to the wanted aspect and leaves little empty.
 */
export function packShelves(sizes: readonly Size[], gap: number): Packing {
  const area = sizes.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0);
  const tallest = sizes.reduce((most, { height }) => Math.max(most, height), 0);
  const ideal = Math.sqrt(area / ASPECT);
  let best = fill(sizes, gap, Math.max(tallest, ideal));
  let least = badness(best);
  for (let step = 1; step < TRIES; step++) {
    const height = Math.max(tallest, ideal * (0.7 + (step * 1.1) / TRIES));
    const packing = fill(sizes, gap, height);
    const bad = badness(packing);
    if (bad >= least) continue;
    best = packing;
    least = bad;
  }
  return best;
}

/** The area that the packing takes of a window of the wanted aspect. */
function badness({ width, height }: Size): number {
  return Math.max(width / ASPECT, height) ** 2;
}

function fill(sizes: readonly Size[], gap: number, shelfHeight: number): Packing {
  const x: number[] = [];
  const y: number[] = [];
  let left = 0;
  let top = 0;
  let shelfWidth = 0;
  let width = 0;
  let height = 0;
  // A row of the shelf: rectangles much narrower than the shelf stand side by side in it.
  let rowLeft = 0;
  let rowHeight = 0;
  for (const size of sizes) {
    const fitsBeside =
      rowLeft > 0 && rowLeft + size.width <= shelfWidth && size.height <= rowHeight;
    if (!fitsBeside) {
      if (rowHeight > 0) top += rowHeight + gap;
      rowLeft = 0;
      rowHeight = 0;
      if (top > 0 && top + size.height > shelfHeight) {
        left += shelfWidth + gap;
        top = 0;
        shelfWidth = 0;
      }
    }
    x.push(left + rowLeft);
    y.push(top);
    rowLeft += size.width + gap;
    rowHeight = Math.max(rowHeight, size.height);
    shelfWidth = Math.max(shelfWidth, size.width);
    width = Math.max(width, left + shelfWidth);
    height = Math.max(height, top + rowHeight);
  }
  return { x, y, width, height };
}
