/** Adds everything within some steps of where it starts. */
export function walk(
  edges: readonly (readonly number[])[],
  starts: readonly number[],
  most: number,
  found: Set<number>,
): void {
  let frontier = starts;
  const seen = new Set(starts);
  for (let step = 0; step < most && frontier.length > 0; step++) {
    const next: number[] = [];
    for (const node of frontier) {
      for (const neighbour of edges[node] ?? []) {
        if (seen.has(neighbour)) continue;
        seen.add(neighbour);
        found.add(neighbour);
        next.push(neighbour);
      }
    }
    frontier = next;
  }
}
