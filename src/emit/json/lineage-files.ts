import type { z } from 'zod';
import { sortedUnique } from '../../project/order.ts';
import type { ViewContext } from '../../view/context.ts';
import { lineageTotals } from '../../view/resource/lineage.ts';
import { API_VERSION } from '../api-version.ts';
import type { lineageFileSchema, lineageNodeFileSchema } from '../schemas/lineage.ts';
import { resourceRef } from './last-status.ts';

/** How far a node's own lineage file looks to each side. */
const DEPTH = 2;
/**
 * Nodes of one file: those next to the node first. Around a hub of thousands each file would else hold thousands, and
 * all of them together grow with the square; the graph file has everything.
 */
const MOST_NODES = 100;

/** The whole graph in columns. */
export function lineageFile(context: ViewContext): z.input<typeof lineageFileSchema> {
  const { graph, links } = context;
  const refs = graph.ids.map((id) => links.link(id));
  const types = sortedUnique(refs.map((ref) => ref.resourceType));
  const typeIndex = new Map(types.map((type, index) => [type, index]));
  return {
    api_version: API_VERSION,
    is_cyclic: context.layers.isCyclic,
    resource_types: types,
    nodes: {
      unique_id: [...graph.ids],
      name: refs.map((ref) => ref.name),
      resource_type: refs.map((ref) => typeIndex.get(ref.resourceType) ?? 0),
      depth: [...context.layers.depth],
    },
    edges: {
      from: graph.parents.flat(),
      to: graph.parents.flatMap((parents, node) => parents.map(() => node)),
    },
  };
}

/** One node's neighbours to depth 2, upstream with negative distances. */
export function lineageNodeFile(
  uniqueId: string,
  context: ViewContext,
): z.input<typeof lineageNodeFileSchema> {
  const { graph, links } = context;
  const self = graph.indexOf.get(uniqueId);
  const distances = new Map<number, number>();
  if (self !== undefined) {
    walk(graph.parents, self, -1, distances);
    walk(graph.children, self, 1, distances);
    distances.set(self, 0);
  }
  const { upstream, downstream } = lineageTotals(uniqueId, context);
  const nodes = [...distances]
    .toSorted(([a, x], [b, y]) => Math.abs(x) - Math.abs(y) || x - y || a - b)
    .slice(0, MOST_NODES);
  const kept = new Set(nodes.map(([node]) => node));
  return {
    api_version: API_VERSION,
    unique_id: uniqueId,
    href: links.link(uniqueId).href,
    json: links.jsonHref(uniqueId),
    total_upstream: upstream,
    total_downstream: downstream,
    is_complete: nodes.length === distances.size,
    nodes: nodes.map(([node, distance]) => ({
      ...resourceRef(graph.ids[node] ?? '', context),
      distance,
    })),
    edges: nodes.flatMap(([node]) =>
      (graph.parents[node] ?? [])
        .filter((parent) => kept.has(parent))
        .map((parent) => ({ from: graph.ids[parent] ?? '', to: graph.ids[node] ?? '' })),
    ),
  };
}

function walk(
  edges: readonly (readonly number[])[],
  start: number,
  direction: -1 | 1,
  distances: Map<number, number>,
): void {
  let frontier: readonly number[] = [start];
  for (let step = 1; step <= DEPTH; step++) {
    const next: number[] = [];
    for (const node of frontier) {
      for (const neighbour of edges[node] ?? []) {
        if (neighbour === start || distances.has(neighbour)) continue;
        distances.set(neighbour, step * direction);
        next.push(neighbour);
      }
    }
    frontier = next;
  }
}
