import { buildGraph, type Graph } from '../lineage/graph.ts';
import { layers, type Layers } from '../lineage/order.ts';
import { reach, type Reach } from '../lineage/reach.ts';
import type { Project } from '../project/project.ts';
import { buildHistory, type History } from '../runs/history.ts';
import type { Run } from '../runs/run.ts';
import { statusKind } from '../runs/status.ts';
import { createLinks, type LinkOptions, type Links } from './links.ts';
import type { StatusView } from './status-view.ts';

/** Everything that views are made from. */
export interface ViewContext {
  readonly project: Project;
  readonly history: History;
  readonly links: Links;
  readonly graph: Graph;
  readonly layers: Layers;
  readonly reach: Reach;
  /** Name of a group → unique_ids of the groups of that name. */
  readonly groupIds: ReadonlyMap<string, readonly string[]>;
}

/** Prepares what all views share. */
export function createViewContext(
  project: Project,
  runs: readonly Run[],
  options: LinkOptions,
): ViewContext {
  const graph = buildGraph(project);
  const order = layers(graph);
  return {
    project,
    history: buildHistory(runs),
    links: createLinks(project, runs, options),
    graph,
    layers: order,
    reach: reach(graph, order),
    groupIds: Map.groupBy(
      [...project.resources.values()]
        .filter((resource) => resource.resourceType === 'group')
        .map((resource) => resource.uniqueId),
      (id) => project.resources.get(id)?.name ?? '',
    ),
  };
}

/** How a resource without a result is shown. */
export const NOT_RUN: StatusView = { word: 'not run', kind: 'none' };

/** A status by dbt's word. */
export function statusView(word: string | null): StatusView {
  return word === null ? NOT_RUN : { word, kind: statusKind(word) };
}

/** The newest known status of a resource: of its freshness for sources, of its last run for all others. */
export function currentStatus(context: ViewContext, uniqueId: string): StatusView {
  const latest =
    context.history.latest(uniqueId)?.result ?? context.history.latestFreshness(uniqueId)?.result;
  return statusView(latest?.status ?? null);
}

/** True for resource types that dbt runs, tests or checks, so that they can have a status. */
export function canHaveStatus(resourceType: string): boolean {
  return RUNNABLE.has(resourceType);
}

const RUNNABLE: ReadonlySet<string> = new Set([
  'model',
  'seed',
  'snapshot',
  'source',
  'test',
  'unit_test',
  'operation',
  'saved_query',
  'function',
]);
