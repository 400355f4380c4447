import { isDeepStrictEqual } from 'node:util';

interface Configured {
  readonly unrendered_config: Readonly<Record<string, unknown>>;
}

/** Where a resource lies and how it is labelled; dbt compares the first apart and doesn't count the others. */
const NOT_COMPARED: ReadonlySet<string> = new Set([
  ...['alias', 'schema', 'database', 'tags', 'group'],
]);

/** Whether two states of a resource are configured alike, as somebody wrote it: without what a target makes of it. */
export function sameConfig(old: Configured, entry: Configured): boolean {
  const [a, b] = [old.unrendered_config, entry.unrendered_config];
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => NOT_COMPARED.has(key) || isDeepStrictEqual(a[key], b[key]));
}
