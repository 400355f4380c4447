import type { ManifestNode } from '../artifacts/manifest/node.ts';
import { compareText } from './order.ts';

/** unique_id of each versioned model → unique_ids of all its versions, oldest first. */
export function versionGroups(
  nodes: readonly ManifestNode[],
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, ManifestNode[]>();
  for (const node of nodes) {
    if (node.version === null) continue;
    const key = `${node.package_name}\n${node.name}`;
    groups.set(key, [...(groups.get(key) ?? []), node]);
  }
  const result = new Map<string, readonly string[]>();
  for (const group of groups.values()) {
    const ids = group
      .toSorted(
        (a, b) =>
          compareVersions(a.version ?? '', b.version ?? '') ||
          compareText(a.unique_id, b.unique_id),
      )
      .map((node) => node.unique_id);
    for (const id of ids) result.set(id, ids);
  }
  return result;
}

/** Numbers by value (2 before 10), anything else as text. */
function compareVersions(a: string, b: string): number {
  const difference = Number(a) - Number(b);
  return Number.isNaN(difference) ? compareText(a, b) : difference;
}
