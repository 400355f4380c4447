import { BOX_HEIGHT, BOX_WIDTH } from '../layout/box.ts';
import type { Scene } from './scene.ts';

/** Finds which box of a scene is at a place, however many there are. */
export interface HitGrid {
  /**
   * The node whose box holds the place, or the one whose box is nearest to it within `slack`; null when none is.
   *
   * @param x pixels at full size, as `y` and `slack`
   */
  nodeAt(x: number, y: number, slack: number): number | null;
}

/** Sides of a cell at least: a box lies in few of them. */
const LEAST_CELL = 256;

/** Sorts the boxes of a scene into squares, each by its top left corner, about one to a square. */
export function hitGrid({ nodes, x, y, width, height }: Scene): HitGrid {
  const cell = Math.max(LEAST_CELL, Math.sqrt((width * height) / Math.max(1, nodes.length)));
  const columns = Math.max(1, Math.ceil(width / cell));
  const rows = Math.max(1, Math.ceil(height / cell));
  const columnAt = (place: number): number => clamp(Math.floor(place / cell), columns);
  const rowAt = (place: number): number => clamp(Math.floor(place / cell), rows);
  const cellOf = nodes.map((_, index) => rowAt(y[index] ?? 0) * columns + columnAt(x[index] ?? 0));
  // Boxes of one cell stand side by side: where those of cell c begin is starts[c].
  const starts = new Uint32Array(columns * rows + 1);
  for (const at of cellOf) starts[at + 1] = (starts[at + 1] ?? 0) + 1;
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const next = starts.slice();
  const boxes = new Uint32Array(nodes.length);
  cellOf.forEach((at, index) => {
    const place = next[at] ?? 0;
    boxes[place] = index;
    next[at] = place + 1;
  });

  return {
    nodeAt(placeX, placeY, slack) {
      let nearest: number | null = null;
      let least = slack;
      const first = columnAt(placeX - BOX_WIDTH - slack);
      const last = columnAt(placeX + slack);
      const bottom = rowAt(placeY + slack);
      for (let row = rowAt(placeY - BOX_HEIGHT - slack); row <= bottom; row++) {
        const end = starts[row * columns + last + 1] ?? 0;
        for (let at = starts[row * columns + first] ?? 0; at < end; at++) {
          const index = boxes[at] ?? 0;
          const away = Math.hypot(
            outside(placeX - (x[index] ?? 0), BOX_WIDTH),
            outside(placeY - (y[index] ?? 0), BOX_HEIGHT),
          );
          // Of boxes at the same place the one that is drawn last lies on top.
          if (away > least || (away === least && nearest !== null && index < nearest)) continue;
          least = away;
          nearest = index;
        }
      }
      return nearest === null ? null : (nodes[nearest] ?? null);
    },
  };
}

function clamp(at: number, count: number): number {
  return Math.min(count - 1, Math.max(0, at));
}

/** How far a place lies outside of a stretch that begins at 0. */
function outside(place: number, length: number): number {
  return Math.max(0, -place, place - length);
}
