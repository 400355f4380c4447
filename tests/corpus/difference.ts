/** How two sets differ; empty lists when they don't. At most ten examples of each. */
export interface Difference {
  readonly missing: readonly string[];
  readonly unexpected: readonly string[];
}

export const NO_DIFFERENCE: Difference = { missing: [], unexpected: [] };

export function difference(expected: Iterable<string>, actual: Iterable<string>): Difference {
  const wanted = new Set(expected);
  const found = new Set(actual);
  return {
    missing: examples([...wanted].filter((item) => !found.has(item))),
    unexpected: examples([...found].filter((item) => !wanted.has(item))),
  };
}

/** `key = value` for every entry, so that two maps can be compared as sets. */
export function* entriesOf(map: ReadonlyMap<string, string | null>): Generator<string> {
  for (const [key, value] of map) yield `${key} = ${value ?? 'null'}`;
}

function examples(items: readonly string[]): string[] {
  const sorted = [...items].sort();
  return sorted.length <= 10 ? sorted : [...sorted.slice(0, 10), `… ${sorted.length - 10} more`];
}
