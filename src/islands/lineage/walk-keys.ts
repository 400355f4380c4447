import type { Host } from './host.ts';

/** The neighbour that a step up- or downstream leads to: the one that is drawn nearest, else the first in sight. */
export function neighbourTowards(host: Host, node: number, side: 'up' | 'down'): number | null {
  const { data, scene } = host;
  const shown = new Set(host.shown);
  const all = (side === 'up' ? data.parents : data.children)[node] ?? [];
  const inSight = all.filter((other) => shown.has(other) && other !== node);
  if (scene === null) return inSight[0] ?? null;
  const y = scene.y[scene.at.get(node) ?? -1] ?? 0;
  return nearest(inSight, (other) => Math.abs((scene.y[scene.at.get(other) ?? -1] ?? 0) - y));
}

/** The next node above or below in the same column of the drawing. */
export function siblingTowards(host: Host, node: number, direction: -1 | 1): number | null {
  const { scene } = host;
  const at = scene?.at.get(node);
  if (scene === null || at === undefined) return null;
  const x = scene.x[at] ?? 0;
  const y = scene.y[at] ?? 0;
  const column = scene.nodes.filter((_, index) => {
    const dy = (scene.y[index] ?? 0) - y;
    return Math.abs((scene.x[index] ?? 0) - x) < 1 && dy * direction > 0;
  });
  return nearest(column, (other) => Math.abs((scene.y[scene.at.get(other) ?? -1] ?? 0) - y));
}

/** Where a walk begins: at what was selected, else in the middle of the window. */
export function firstStep(
  host: Host,
  middle: { readonly x: number; readonly y: number },
): number | null {
  const { scene } = host;
  if (scene === null) return null;
  for (const seed of host.selected.seeds) if (scene.at.has(seed)) return seed;
  return nearest(scene.nodes, (node) => {
    const at = scene.at.get(node) ?? -1;
    return Math.hypot((scene.x[at] ?? 0) - middle.x, (scene.y[at] ?? 0) - middle.y);
  });
}

function nearest(nodes: readonly number[], distance: (node: number) => number): number | null {
  let best: number | null = null;
  let least = Infinity;
  for (const node of nodes) {
    const far = distance(node);
    if (far >= least) continue;
    best = node;
    least = far;
  }
  return best;
}
