import type { z } from 'zod';
import type { ViewContext } from '../../view/context.ts';
import type { LensId, LensView } from '../../view/lineage/lens.ts';
import type { LineageGraph } from '../../view/lineage/lineage-graph.ts';
import { lineageTotals } from '../../view/resource/lineage.ts';
import { API_VERSION } from '../api-version.ts';
import type {
  lineageFileSchema,
  lineageLensFileSchema,
  lineageNodeFileSchema,
} from '../schemas/lineage.ts';
import { resourceRef } from './last-status.ts';

/** How far a node's own lineage file looks to each side. */
const DEPTH = 2;
/**
 * Nodes of one file: those next to the node first. Around a hub of thousands each file would else hold thousands, and
 * all of them together grow with the square; the graph file has everything.
 */
const MOST_NODES = 100;

/** The whole graph in columns, with the lenses that there are files of. */
export function lineageFile(
  view: LineageGraph,
  lenses: readonly LensId[],
  { links }: ViewContext,
): z.input<typeof lineageFileSchema> {
  const { regions } = view;
  return {
    api_version: API_VERSION,
    is_cyclic: view.isCyclic,
    resource_types: [...view.resourceTypes],
    page_prefixes: [...view.pagePrefixes],
    other_pages: view.otherPages.map(([node, href]) => [node, href]),
    hidden: [...view.hidden],
    lenses: lenses.map((lens) => ({ lens, json: links.href(`/${lensPath(lens)}`) })),
    width: view.width,
    height: view.height,
    regions: {
      name: [...view.regionNames],
      x: regions.map(({ x }) => x),
      y: regions.map(({ y }) => y),
      width: regions.map(({ width }) => width),
      height: regions.map(({ height }) => height),
    },
    nodes: {
      unique_id: [...view.uniqueIds],
      name: [...view.names],
      resource_type: [...view.types],
      region: [...view.regionOf],
      x: [...view.x],
      y: [...view.y],
    },
    edges: { count: [...view.edges.count], delta: [...view.edges.delta] },
  };
}

/** Where the file of a lens lies below the output folder. */
export function lensPath(lens: LensId): string {
  return `lineage/lenses/${lens}.json`;
}

/** What one lens says of each node. */
export function lineageLensFile(view: LensView): z.input<typeof lineageLensFileSchema> {
  const { lens, values, unit, nodes } = view;
  return {
    api_version: API_VERSION,
    lens,
    values: values.map(({ value, kind }) => ({ value, kind })),
    unit,
    nodes: [...nodes],
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
