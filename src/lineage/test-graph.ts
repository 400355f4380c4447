import type { Graph } from './graph.ts';

/** A graph from `parent>child` pairs, for tests: ids are single words. */
export function graphOf(...pairs: readonly string[]): Graph {
  const ids = [...new Set(pairs.flatMap((pair) => pair.split('>')))].sort();
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const parents: number[][] = ids.map(() => []);
  const children: number[][] = ids.map(() => []);
  for (const pair of pairs) {
    const [from, to] = pair.split('>').map((id) => indexOf.get(id));
    if (from === undefined || to === undefined) continue;
    parents[to]?.push(from);
    children[from]?.push(to);
  }
  return { ids, indexOf, parents, children };
}
