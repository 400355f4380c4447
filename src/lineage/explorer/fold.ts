import type { Graph } from '../graph.ts';

/**
 * What is out of sight once a node's upstream is folded away: everything in sight that leads to nothing in sight but
 * to this node. Downstream the same, the other way round.
 *
 * @param shown 1 for every node in sight; those that are folded away become 0
 * @param kept nodes that never fold: those that a selection names
 */
export function foldAway(
  graph: Pick<Graph, 'parents' | 'children'>,
  node: number,
  side: 'up' | 'down',
  shown: Uint8Array,
  kept: ReadonlySet<number>,
): void {
  const [outwards, inwards] =
    side === 'up' ? [graph.parents, graph.children] : [graph.children, graph.parents];
  const queue = [...(outwards[node] ?? [])];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (shown[next] !== 1 || next === node || kept.has(next)) continue;
    const leadsElsewhere = (inwards[next] ?? []).some(
      (other) => other !== node && other !== next && shown[other] === 1,
    );
    if (leadsElsewhere) continue;
    shown[next] = 0;
    queue.push(...(outwards[next] ?? []));
  }
}
