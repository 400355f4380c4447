import { compareText } from '../../project/order.ts';
import type { RunResult } from '../run.ts';

/** A node that a run worked on: neither skipped, nor reused, nor without anything to do. */
export interface ExecutedNode {
  readonly uniqueId: string;
  /** Milliseconds since 1970; null when dbt didn't say. */
  readonly start: number | null;
  /** Null when dbt didn't say, and where it is before `start`: a clock that ran backwards tells no end. */
  readonly end: number | null;
  /** Seconds, compile and execute together; 0 when dbt says it in no way. */
  readonly executionTime: number;
  readonly threadId: string | null;
}

/** The parents of a node by the manifest; null for a node that the manifest doesn't know. */
export type ParentsOf = (uniqueId: string) => readonly string[] | null;

/**
 * What a run executed, by id, sorted by id. Where a node has several results, as one that was tried again, the one
 * that ended last stands for it.
 */
export function executedNodes(results: readonly RunResult[]): ReadonlyMap<string, ExecutedNode> {
  const nodes = new Map<string, ExecutedNode>();
  for (const result of results) {
    const node = executedNode(result);
    if (node === null) continue;
    const known = nodes.get(node.uniqueId);
    if (known === undefined || (known.end ?? 0) <= (node.end ?? 0)) nodes.set(node.uniqueId, node);
  }
  return new Map([...nodes].sort(([a], [b]) => compareText(a, b)));
}

/** One result as a node that was executed; null when it wasn't. */
export function executedNode(result: RunResult): ExecutedNode | null {
  if (result.kind === 'skipped') return null;
  const start = milliseconds(result.startedAt);
  const ended = milliseconds(result.completedAt);
  if (start === null && ended === null && result.executionTime === null) return null;
  const end = start === null || ended === null || ended < start ? null : ended;
  const measured = start === null || end === null ? 0 : (end - start) / 1000;
  return {
    uniqueId: result.uniqueId,
    start,
    end,
    executionTime: result.executionTime ?? measured,
    threadId: result.threadId,
  };
}

function milliseconds(iso: string | null): number | null {
  return iso === null ? null : Date.parse(iso);
}
