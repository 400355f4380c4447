import { BOX_HEIGHT, BOX_WIDTH, layoutNeighbourhood } from '../../lineage/neighbourhood.ts';
import { displayName } from '../../project/display-name.ts';
import type { Project } from '../../project/project.ts';
import type { Resource } from '../../project/resource.ts';
import { isInFlow } from '../../project/resource-types.ts';
import { testedId } from '../../project/tested-id.ts';
import { currentStatus, type ViewContext } from '../context.ts';
import { type Explored, explorerSearch } from '../explorer-search.ts';
import { RESOURCE } from '../../messages/resource.ts';
import { typeCode } from '../format-type.ts';
import type { GraphNode, GraphView, LineageView } from '../resource-page.ts';

const WORDS = RESOURCE.lineage;

/** Links that a list of parents or children shows; the JSON twin has all. */
const MOST_LISTED = 300;

/** What a resource depends on and what uses it; null for types that are no part of the flow of data and have no parents. */
export function lineageView(resource: Resource, context: ViewContext): LineageView | null {
  const { links, project } = context;
  const parents = [...resource.parents, ...resource.missingParents];
  const children = project.children.get(resource.uniqueId) ?? [];
  if (parents.length === 0 && children.length === 0 && !isInFlow(resource.resourceType))
    return null;
  const { upstream, downstream } = lineageTotals(resource.uniqueId, context);
  return {
    parents: links.links(parents.slice(0, MOST_LISTED)),
    children: links.links(children.slice(0, MOST_LISTED)),
    parentsLeftOut: Math.max(0, parents.length - MOST_LISTED),
    childrenLeftOut: Math.max(0, children.length - MOST_LISTED),
    totalUpstream: upstream,
    totalDownstream: downstream,
    graph:
      parents.length + children.length === 0
        ? null
        : graphView(resource, parents, children, context),
    lineageHref:
      links.href('/lineage/') + explorerSearch(exploredAs(inExplorer(resource, project))),
  };
}

/**
 * Where the explorer opens: at a resource; as tests are no part of the graph, at what one is declared on, or at the first
 * that it reads.
 */
function inExplorer(resource: Resource, { resources }: Project): Resource {
  if (isInFlow(resource.resourceType)) return resource;
  const tested = testedId(resource.details);
  const checked = tested === null ? resource.parents : [tested, ...resource.parents];
  const parents = checked.flatMap((id) => resources.get(id) ?? []);
  return parents.find(({ resourceType }) => isInFlow(resourceType)) ?? resource;
}

function exploredAs(resource: Resource): Explored {
  return {
    uniqueId: resource.uniqueId,
    resourceType: resource.resourceType,
    name: displayName(resource),
    shortName: resource.name,
  };
}

/** How many resources lie above and below one, itself never counted. */
export function lineageTotals(
  uniqueId: string,
  context: ViewContext,
): { readonly upstream: number; readonly downstream: number } {
  const index = context.graph.indexOf.get(uniqueId);
  return index === undefined
    ? { upstream: ancestorCount(uniqueId, context), downstream: 0 }
    : {
        upstream: context.reach.upstream[index] ?? 0,
        downstream: context.reach.downstream[index] ?? 0,
      };
}

/** Counts what lies above a test or anything else that is no part of the graph. */
function ancestorCount(uniqueId: string, { project, graph, reach }: ViewContext): number {
  const parentsOf = (id: string): readonly string[] => project.resources.get(id)?.parents ?? [];
  const [first, ...others] = parentsOf(uniqueId);
  // Most tests read one thing, whose own ancestors are counted already.
  const only = others.length > 0 ? undefined : graph.indexOf.get(first ?? '');
  if (only !== undefined) return 1 + (reach.upstream[only] ?? 0);
  const seen = new Set([uniqueId]);
  const queue = [uniqueId];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const parent of parentsOf(id)) {
      if (seen.has(parent)) continue;
      seen.add(parent);
      queue.push(parent);
    }
  }
  return seen.size - 1;
}

function graphView(
  resource: Resource,
  parents: readonly string[],
  children: readonly string[],
  context: ViewContext,
): GraphView {
  const drawn = layoutNeighbourhood(resource.uniqueId, parents, children);
  const named = new Set(drawn.boxes.map((box) => box.id));
  const leftOut = {
    parent: parents.filter((id) => !named.has(id)).length,
    self: 0,
    child: children.filter((id) => !named.has(id)).length,
  };
  return {
    width: drawn.width,
    height: drawn.height,
    nodes: drawn.boxes.map((box): GraphNode => {
      const place = { x: box.x, y: box.y, width: BOX_WIDTH, height: BOX_HEIGHT };
      if (box.id === null) {
        return {
          ...place,
          label: WORDS.boxMore(leftOut[box.role]),
          code: '',
          resourceType: '',
          href: '#lineage',
          isSelf: false,
          isHidden: false,
          color: null,
          status: null,
        };
      }
      const link = context.links.link(box.id);
      const drawnResource = context.project.resources.get(box.id);
      return {
        ...place,
        label: link.name,
        code: link.resourceType === '' ? '' : typeCode(link.resourceType),
        resourceType: link.resourceType,
        href: box.role === 'self' ? null : link.href,
        isSelf: box.role === 'self',
        isHidden: drawnResource?.isShown === false,
        color: drawnResource?.nodeColor ?? null,
        status: currentStatus(context, box.id),
      };
    }),
    edges: drawn.edges.map((path) => ({ path })),
    title: WORDS.neighbourhood(resource.name, parents.length, children.length),
  };
}
