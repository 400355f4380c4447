import { compareText } from '../../project/order.ts';
import type { ExecutedNode } from './executed-node.ts';

/** Nodes that ran one after the other, in the order of their start. */
export interface Lane {
  /** The thread as dbt names it; null where it names none. */
  readonly threadId: string | null;
  readonly nodes: readonly ExecutedNode[];
}

/**
 * Puts nodes with times into lanes, one for each thread. Nodes that overlap on one thread, as batches or odd clocks
 * may, get another lane of it, and so do nodes without a thread. `Thread-2` comes before `Thread-10`.
 */
export function lanes(nodes: Iterable<ExecutedNode>): Lane[] {
  const byThread = Map.groupBy(
    [...nodes].filter(({ start }) => start !== null).sort(byStart),
    ({ threadId }) => threadId,
  );
  return [...byThread]
    .sort(([a], [b]) => compareThreads(a, b))
    .flatMap(([threadId, ran]) => {
      const rows: { nodes: ExecutedNode[]; end: number }[] = [];
      for (const node of ran) {
        const start = node.start ?? 0;
        const free = rows.find(({ end }) => end <= start);
        const row = free ?? { nodes: [], end: 0 };
        if (free === undefined) rows.push(row);
        row.nodes.push(node);
        row.end = node.end ?? start;
      }
      return rows.map(({ nodes: inLane }) => ({ threadId, nodes: inLane }));
    });
}

function byStart(a: ExecutedNode, b: ExecutedNode): number {
  return (a.start ?? 0) - (b.start ?? 0) || compareText(a.uniqueId, b.uniqueId);
}

/** Names by their words, numbers in them by value; nodes without a thread come last. */
function compareThreads(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return compareText(padded(a), padded(b)) || compareText(a, b);
}

function padded(name: string): string {
  return name.replaceAll(/\d+/g, (digits) => digits.padStart(12, '0'));
}
