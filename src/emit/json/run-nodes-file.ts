import type { z } from 'zod';
import { compareText } from '../../project/order.ts';
import type { ViewContext } from '../../view/context.ts';
import { API_VERSION } from '../api-version.ts';
import type { runNodesFileSchema } from '../schemas/run.ts';

type RunNodesFile = z.input<typeof runNodesFileSchema>;

/**
 * Which nodes each run has results of. A thousand runs of ten thousand nodes are few different sets of them, and a set
 * is few ranges of the sorted ids.
 */
export function runNodesFile({ history }: ViewContext): RunNodesFile {
  const lists = history.runs.map(({ id }) => ({ id, nodes: history.idsOf(id) }));
  // Runs that ran the same share their list.
  const different = new Set(lists.map(({ nodes }) => nodes));
  const ids = [...new Set([...different].flat())].sort(compareText);
  const placeOf = new Map(ids.map((id, at) => [id, at]));
  const sets = new Map<string, { readonly at: number; readonly ranges: [number, number][] }>();
  const known = new Map<readonly string[], number>();
  const runs: Record<string, number> = {};
  for (const { id, nodes } of lists) {
    let set = known.get(nodes);
    if (set === undefined) {
      const ranges = rangesOf(nodes.flatMap((node) => placeOf.get(node) ?? []));
      const text = JSON.stringify(ranges);
      const same = sets.get(text) ?? { at: sets.size, ranges };
      sets.set(text, same);
      set = same.at;
      known.set(nodes, set);
    }
    runs[id] = set;
  }
  return {
    api_version: API_VERSION,
    ids,
    sets: [...sets.values()].map(({ ranges }) => ranges),
    runs,
  };
}

/** Numbers as ranges, both ends included: `[[0, 3], [7, 7]]`. */
function rangesOf(places: readonly number[]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const at of [...new Set(places)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === at - 1) last[1] = at;
    else ranges.push([at, at]);
  }
  return ranges;
}
