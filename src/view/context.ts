import { STATUSES } from '../messages/statuses.ts';
import { DEFAULT_HEALTH, type HealthConfig, type LayerName } from '../config/health.ts';
import { buildHealth } from '../health/build-health.ts';
import { buildHealthReport, type HealthReport } from '../health/build-report.ts';
import type { Health } from '../health/health.ts';
import type { KeptFindings } from '../health/kept-findings.ts';
import { createLayers } from '../health/rules/layers.ts';
import { buildGraph, type Graph } from '../lineage/graph.ts';
import { layers, type Layers } from '../lineage/order.ts';
import { reach, type Reach } from '../lineage/reach.ts';
import type { Project } from '../project/project.ts';
import type { Resource } from '../project/resource.ts';
import type { History } from '../runs/history.ts';
import type { SlowdownLimits } from '../runs/slowdown.ts';
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
  readonly health: Health;
  readonly healthConfig: HealthConfig;
  /** What rules find, and coverage; made when it is first asked for. */
  readonly healthReport: () => HealthReport;
  /** The layer of a model by its name or its folder; null for anything else. */
  readonly layerOf: (uniqueId: string) => LayerName | null;
  /** What counts as slower than it was; null when the rule `slow-models` is off. */
  readonly slowdownLimits: SlowdownLimits | null;
  /** Name of a group → unique_ids of the groups of that name. */
  readonly groupIds: ReadonlyMap<string, readonly string[]>;
}

/**
 * Prepares what all views share.
 *
 * @param keptFindings asked for when rules are to be applied
 */
export function createViewContext(
  project: Project,
  history: History,
  options: LinkOptions,
  healthConfig: HealthConfig = DEFAULT_HEALTH,
  keptFindings: () => KeptFindings | null = () => null,
): ViewContext {
  const graph = buildGraph(project);
  const order = layers(graph);
  const judged = { project, history, graph, layers: order };
  let report: HealthReport | null = null;
  return {
    project,
    history,
    links: createLinks(project, history.runs, options),
    graph,
    layers: order,
    reach: reach(graph, order),
    health: buildHealth(judged, healthConfig),
    healthConfig,
    healthReport: () => (report ??= buildHealthReport(judged, healthConfig, keptFindings())),
    layerOf: createLayers(
      [...project.resources.values()].filter(({ resourceType }) => resourceType === 'model'),
      healthConfig.layers,
    ).layerOf,
    slowdownLimits: slowdownLimits(healthConfig),
    groupIds: Map.groupBy(
      [...project.resources.values()]
        .filter((resource) => resource.resourceType === 'group')
        .map((resource) => resource.uniqueId),
      (id) => project.resources.get(id)?.name ?? '',
    ),
  };
}

function slowdownLimits({ rules }: HealthConfig): SlowdownLimits | null {
  const { isOn, thresholds } = rules['slow-models'];
  return isOn ? thresholds : null;
}

/** How a resource without a result is shown. */
export const NOT_RUN: StatusView = { word: STATUSES.notRun, kind: 'none' };

/** A status by dbt's word. */
export function statusView(word: string | null): StatusView {
  return word === null ? NOT_RUN : { word, kind: statusKind(word) };
}

/** The status of a model that dbt writes into the SQL of those that use it, so that it never runs. */
const INLINED: StatusView = { word: STATUSES.inlined, kind: 'none' };
const NO_RULE: StatusView = { word: STATUSES.noRule, kind: 'none' };
const NOT_CHECKED: StatusView = { word: STATUSES.notChecked, kind: 'none' };

/**
 * The newest known status of a resource: of its freshness for sources, of its last run on the main target for all
 * others. Null for what dbt never runs, tests or checks (metrics, groups …), and for what the artifacts don't contain.
 */
export function currentStatus(context: ViewContext, uniqueId: string): StatusView | null {
  const latest =
    context.history.latest(uniqueId)?.result ?? context.history.latestFreshness(uniqueId)?.result;
  if (latest !== undefined) return statusView(latest.status);
  const resource = context.project.resources.get(uniqueId);
  return resource === undefined ? null : withoutResult(resource);
}

function withoutResult({ resourceType, details }: Resource): StatusView | null {
  if (details.kind === 'node' && details.materialized === 'ephemeral') return INLINED;
  if (details.kind === 'source') {
    const { freshness } = details;
    const hasRule =
      freshness !== null && (freshness.warnAfter !== null || freshness.errorAfter !== null);
    return hasRule ? NOT_CHECKED : NO_RULE;
  }
  return RUNNABLE.has(resourceType) ? NOT_RUN : null;
}

/** Types that dbt runs or tests. */
const RUNNABLE: ReadonlySet<string> = new Set([
  'model',
  'seed',
  'snapshot',
  'test',
  'unit_test',
  'operation',
  'function',
]);
