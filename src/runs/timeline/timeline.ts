import { compareText } from '../../project/order.ts';
import type { Run } from '../run.ts';
import { concurrency, type Concurrency } from './concurrency.ts';
import { criticalPath, type CriticalPath } from './critical-path.ts';
import { executedNodes, type ExecutedNode, type ParentsOf } from './executed-node.ts';
import { waiting, type Waiting } from './waiting.ts';

/** What made a run as long as it was. */
export interface Timeline {
  /** Milliseconds since 1970, from the run's start to the last end that is known; null when no node has times. */
  readonly span: { readonly start: number; readonly end: number } | null;
  /** By id. */
  readonly nodes: ReadonlyMap<string, ExecutedNode>;
  /**
   * Seconds from the run's start to its last end: what somebody waited who started it. dbt's own figure is shorter, as
   * it leaves out parsing.
   */
  readonly wallClock: number | null;
  readonly criticalPath: CriticalPath;
  readonly concurrency: Concurrency;
  readonly waiting: Waiting;
  /** The model that took longest; any node where no model was executed. */
  readonly longest: ExecutedNode | null;
  /** The node that started last. */
  readonly latestStart: ExecutedNode | null;
  /** How many executed nodes the manifest doesn't know, so that nobody knows what they waited for. */
  readonly unknownCount: number;
}

/** Measures a run against the graph of the project. */
export function buildTimeline(
  run: Pick<Run, 'results' | 'startedAt' | 'elapsed'>,
  parentsOf: ParentsOf,
): Timeline {
  const nodes = executedNodes(run.results);
  const all = [...nodes.values()];
  const starts = all.flatMap(({ start }) => (start === null ? [] : [start]));
  const ends = all.flatMap(({ start, end }) => (start === null ? [] : [end ?? start]));
  const first = starts.reduce((least, start) => Math.min(least, start), Infinity);
  const last = ends.reduce((most, end) => Math.max(most, end), -Infinity);
  const begun = run.startedAt === null ? null : Date.parse(run.startedAt);
  // Where clocks disagree, the first node says when the run can at the latest have begun.
  const start = begun === null ? first : Math.min(begun, first);
  const span = starts.length === 0 ? null : { start, end: last };
  const models = all.filter(({ uniqueId }) => uniqueId.startsWith('model.'));
  return {
    span,
    nodes,
    wallClock: longer(run.elapsed, span === null ? null : (span.end - span.start) / 1000),
    criticalPath: criticalPath(nodes, parentsOf),
    concurrency: concurrency(all),
    waiting: waiting(nodes, parentsOf, span?.start ?? null),
    longest: largest(models.length > 0 ? models : all, ({ executionTime }) => executionTime),
    latestStart: largest(
      all.filter((node) => node.start !== null),
      (node) => node.start ?? 0,
    ),
    unknownCount: all.filter(({ uniqueId }) => parentsOf(uniqueId) === null).length,
  };
}

function longer(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

/** The node with the largest value, of equal ones the first by id; null of none. */
function largest(
  nodes: readonly ExecutedNode[],
  valueOf: (node: ExecutedNode) => number,
): ExecutedNode | null {
  let best: ExecutedNode | null = null;
  for (const node of nodes) {
    const isBetter =
      best === null ||
      valueOf(node) > valueOf(best) ||
      (valueOf(node) === valueOf(best) && compareText(node.uniqueId, best.uniqueId) < 0);
    if (isBetter) best = node;
  }
  return best;
}
