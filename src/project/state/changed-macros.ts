import type { Manifest } from '../../artifacts/manifest/manifest.ts';

/** unique_ids of macros that are new, gone, or whose code is another. */
export function changedMacros(older: Manifest, newer: Manifest): ReadonlySet<string> {
  const before = new Map(older.macros.map((macro) => [macro.unique_id, macro.macro_sql]));
  const changed = new Set<string>();
  for (const { unique_id, macro_sql } of newer.macros) {
    if (before.get(unique_id) !== macro_sql) changed.add(unique_id);
    before.delete(unique_id);
  }
  for (const id of before.keys()) changed.add(id);
  return changed;
}

/** Tells whether any of some macros, or any that they call, is among the changed ones. */
export function createMacroCheck(
  { macros }: Manifest,
  changed: ReadonlySet<string>,
): (ids: readonly string[]) => boolean {
  const calls = new Map(macros.map(({ unique_id, depends_on }) => [unique_id, depends_on.macros]));
  return (ids) => {
    if (changed.size === 0) return false;
    const seen = new Set<string>();
    const open = [...ids];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      if (changed.has(id)) return true;
      open.push(...(calls.get(id) ?? []));
    }
    return false;
  };
}
