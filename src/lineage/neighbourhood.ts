/** A box of a drawn neighbourhood. Units are CSS pixels. */
export interface NeighbourBox {
  /** null on the box that stands for those that are left out. */
  readonly id: string | null;
  readonly role: 'parent' | 'self' | 'child';
  readonly x: number;
  readonly y: number;
}

/** The nearest relatives of a node, drawn: parents on the left, children on the right. */
export interface Neighbourhood {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly NeighbourBox[];
  /** SVG paths from parents to the node and from the node to its children. */
  readonly edges: readonly string[];
}

export const BOX_WIDTH = 208;
export const BOX_HEIGHT = 32;
const COLUMN_GAP = 56;
const ROW_GAP = 8;
/** Boxes a side; more than this nobody reads at a glance, and lists and the explorer have all. */
const MOST_BOXES = 8;

/**
 * Lays out a node with its direct parents and children in columns, each centred on the node.
 * Beyond 8 a side, the last box stands for the rest. A node without relatives is one box.
 */
export function layoutNeighbourhood(
  id: string,
  parents: readonly string[],
  children: readonly string[],
): Neighbourhood {
  const left = capped(parents);
  const right = capped(children);
  const height = Math.max(columnHeight(left.length), columnHeight(right.length), BOX_HEIGHT);
  const step = BOX_WIDTH + COLUMN_GAP;
  const selfX = left.length > 0 ? step : 0;
  const width = selfX + BOX_WIDTH + (right.length > 0 ? COLUMN_GAP + BOX_WIDTH : 0);
  const selfBox: NeighbourBox = { id, role: 'self', x: selfX, y: (height - BOX_HEIGHT) / 2 };
  const leftBoxes = column(left, 'parent', 0, height);
  const rightBoxes = column(right, 'child', selfX + step, height);
  return {
    width,
    height,
    boxes: [...leftBoxes, selfBox, ...rightBoxes],
    edges: [
      ...leftBoxes.map((box) => curve(box, selfBox)),
      ...rightBoxes.map((box) => curve(selfBox, box)),
    ],
  };
}

function capped(ids: readonly string[]): (string | null)[] {
  return ids.length <= MOST_BOXES ? [...ids] : [...ids.slice(0, MOST_BOXES - 1), null];
}

function columnHeight(count: number): number {
  return count * BOX_HEIGHT + Math.max(0, count - 1) * ROW_GAP;
}

function column(
  ids: readonly (string | null)[],
  role: 'parent' | 'child',
  x: number,
  height: number,
): NeighbourBox[] {
  const top = (height - columnHeight(ids.length)) / 2;
  return ids.map((id, row) => ({ id, role, x, y: top + row * (BOX_HEIGHT + ROW_GAP) }));
}

/** An S-curve from the right edge of one box to the left edge of another. */
function curve(from: NeighbourBox, to: NeighbourBox): string {
  const startX = from.x + BOX_WIDTH;
  const startY = from.y + BOX_HEIGHT / 2;
  const endY = to.y + BOX_HEIGHT / 2;
  const middle = (startX + to.x) / 2;
  return `M${startX} ${startY}C${middle} ${startY} ${middle} ${endY} ${to.x} ${endY}`;
}
