import { encodeEdges } from '../../lineage/edge-columns.ts';
import { layoutMap } from '../../lineage/layout/layout-map.ts';
import { gatherRegions, type RegionPath } from '../../lineage/regions.ts';
import { sortedUnique } from '../../project/order.ts';
import type { Resource } from '../../project/resource.ts';
import { collectionOf } from '../collection.ts';
import type { ViewContext } from '../context.ts';
import { plainSlug } from '../plain-slug.ts';
import { foldersOf } from '../resource/folders.ts';
import { type LineageGraph, nameInId } from './lineage-graph.ts';

/** Lays out the whole lineage: half a second for 10,000 nodes, so ask only when `lineageGraphKey` has changed. */
export function buildLineageGraph(context: ViewContext): LineageGraph {
  const { graph } = context;
  const regions = gatherRegions(graph.ids.map((id) => regionPath(id, context)));
  const map = layoutMap(graph.parents, regions.of, regions.names.length);
  return {
    ...nodeColumns(context),
    edges: encodeEdges(graph.parents),
    width: map.width,
    height: map.height,
    regionNames: regions.names,
    regions: map.regions,
    regionOf: [...regions.of],
    x: [...map.x],
    y: [...map.y],
  };
}

/** Changes whenever `buildLineageGraph` may give something else; cheap beside it. */
export function lineageGraphKey(context: ViewContext): string {
  const { graph } = context;
  const paths = graph.ids.map((id) => regionPath(id, context));
  return JSON.stringify([nodeColumns(context), paths, graph.parents]);
}

type NodeColumns = Pick<
  LineageGraph,
  | 'isCyclic'
  | 'resourceTypes'
  | 'pagePrefixes'
  | 'uniqueIds'
  | 'names'
  | 'types'
  | 'otherPages'
  | 'hidden'
>;

function nodeColumns({ graph, links, layers, project }: ViewContext): NodeColumns {
  const refs = graph.ids.map((id) => links.link(id));
  const resourceTypes = sortedUnique(refs.map((ref) => ref.resourceType));
  const pagePrefixes = resourceTypes.map((type) => links.href(`/${collectionOf(type).path}/`));
  const typeIndex = new Map(resourceTypes.map((type, index) => [type, index]));
  const types = refs.map((ref) => typeIndex.get(ref.resourceType) ?? 0);
  return {
    isCyclic: layers.isCyclic,
    resourceTypes,
    pagePrefixes,
    uniqueIds: graph.ids,
    names: refs.map(({ uniqueId, name }) => (name === nameInId(uniqueId) ? null : name)),
    types,
    otherPages: refs.flatMap(({ uniqueId, href }, node): [number, string | null][] =>
      href === `${pagePrefixes[types[node] ?? 0] ?? ''}${plainSlug(uniqueId)}/`
        ? []
        : [[node, href]],
    ),
    hidden: graph.ids.flatMap((id, node) =>
      project.resources.get(id)?.isShown === false ? [node] : [],
    ),
  };
}

/** Where a resource lies on the map: its package, then its folders; sources by the source that they are a table of. */
function regionPath(id: string, { project }: ViewContext): RegionPath {
  const resource = project.resources.get(id);
  return resource === undefined ? [''] : [resource.packageName, ...foldersOnMap(resource)];
}

function foldersOnMap(resource: Resource): readonly string[] {
  const folders = foldersOf(resource);
  return resource.details.kind === 'source' ? ['sources', ...folders] : folders;
}
