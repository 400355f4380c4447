import type { BarNode } from './timeline-json.ts';
import type { TimelineRow } from './timeline-rows.ts';

/**
 * The node that an arrow key, Home, End or a page key leads to; null for other keys, and where a key has another
 * meaning. Up and down go from row to row; in lanes left and right go along one, and up and down to the node of the
 * next lane that is nearest in time.
 *
 * @param page rows that a page key goes
 */
export function stepFrom(
  rows: readonly TimelineRow[],
  chosen: number | null,
  key: string,
  page: number,
  nodes: readonly BarNode[],
): number | null {
  const isLanes = rows.some(({ kind }) => kind === 'lane');
  return isLanes ? stepInLanes(rows, chosen, key, nodes) : stepInRows(rows, chosen, key, page);
}

function stepInRows(
  rows: readonly TimelineRow[],
  chosen: number | null,
  key: string,
  page: number,
): number | null {
  const inOrder = rows.flatMap((row) => (row.kind === 'node' ? [row.node] : []));
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
    Home: -inOrder.length,
    End: inOrder.length,
  };
  const step = steps[key];
  if (step === undefined || inOrder.length === 0) return null;
  const at = chosen === null ? -1 : inOrder.indexOf(chosen);
  const from = at === -1 && step > 0 && step < inOrder.length ? at : Math.max(0, at);
  return inOrder[Math.min(inOrder.length - 1, Math.max(0, from + step))] ?? null;
}

function stepInLanes(
  rows: readonly TimelineRow[],
  chosen: number | null,
  key: string,
  nodes: readonly BarNode[],
): number | null {
  const lanes = rows.flatMap((row) =>
    row.kind === 'lane' && row.nodes.length > 0 ? [row.nodes] : [],
  );
  const lane = lanes.findIndex((ofLane) => chosen !== null && ofLane.includes(chosen));
  const along = lanes[Math.max(0, lane)] ?? [];
  const at = chosen === null ? -1 : along.indexOf(chosen);
  const startOf = (node: number): number => nodes[node]?.start ?? 0;
  switch (key) {
    case 'ArrowLeft':
      return along[Math.max(0, at - 1)] ?? null;
    case 'ArrowRight':
      return along[Math.min(along.length - 1, at + 1)] ?? null;
    case 'Home':
      return along[0] ?? null;
    case 'End':
      return along.at(-1) ?? null;
    case 'ArrowUp':
    case 'ArrowDown': {
      if (chosen === null || lane === -1) return along[0] ?? null;
      const to = lanes[key === 'ArrowUp' ? lane - 1 : lane + 1];
      if (to === undefined) return chosen;
      return to.reduce((near, node) =>
        Math.abs(startOf(node) - startOf(chosen)) < Math.abs(startOf(near) - startOf(chosen))
          ? node
          : near,
      );
    }
    default:
      return null;
  }
}
