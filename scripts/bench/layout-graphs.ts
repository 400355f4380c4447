/** Graphs that look like dbt projects, and two that are hard to draw. All are made without chance. */
export const GRAPH_KINDS = ['project', 'chains', 'hubs'] as const;
export type GraphKind = (typeof GRAPH_KINDS)[number];

/** For each node its parents, ascending. */
export function makeGraph(kind: GraphKind, count: number): number[][] {
  const random = generator(count);
  switch (kind) {
    case 'project':
      return project(count, random);
    case 'chains':
      // Chains of 200 that read each other now and then.
      return Array.from({ length: count }, (_, node) => [
        ...(node % 200 === 0 ? [] : [node - 1]),
        ...(node > 400 && node % 40 === 7 ? [node - 207 - (node % 13)] : []),
      ]).map(ascending);
    case 'hubs':
      // One node of a hundred is read by most of the rest.
      return Array.from({ length: count }, (_, node) => {
        const hubs = Math.max(1, Math.floor(count / 100));
        if (node < hubs) return [];
        return [Math.floor(hubs * random() ** 3), hubs + Math.floor((node - hubs) * random())];
      }).map((list, node) => ascending(list.filter((parent) => parent < node)));
  }
}

/** Sources, staging models, and models upon models in folders of about fifty, as projects grow. */
function project(count: number, random: () => number): number[][] {
  const sources = Math.floor(count * 0.12);
  const staging = sources * 2;
  return Array.from({ length: count }, (_, node) => {
    if (node < sources) return [];
    if (node < staging) return [node - sources];
    const parents = 1 + Math.floor(3 * random() ** 2);
    return ascending(
      Array.from({ length: parents }, () => {
        const isNear = random() < 0.75 && node - staging > 60;
        return isNear
          ? node - 1 - Math.floor(50 * random())
          : sources + Math.floor((node - sources) * random());
      }),
    );
  });
}

function ascending(list: readonly number[]): number[] {
  return [...new Set(list)].sort((a, b) => a - b);
}

/** Marsaglia's xorshift: the same numbers on every machine. */
function generator(seed: number): () => number {
  let state = seed * 2654435761 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
