import type { ManifestNode } from '../artifacts/manifest/node.ts';
import type { ManifestSource } from '../artifacts/manifest/source.ts';
import { pushTo } from './push-to.ts';
import type { RefText } from './ref-text.ts';

/** What `ref()` and `source()` resolve to. */
export interface NameIndex {
  /** The unique_id meant, preferring one of `among` where names repeat; null when there is none. */
  resolve(ref: RefText, among: readonly string[]): string | null;
}

/** Types that a `ref()` can name. */
const REFERABLE: ReadonlySet<string> = new Set(['model', 'seed', 'snapshot']);

/** Indexes everything that can be named by `ref()` or `source()`. */
export function indexNames(
  nodes: readonly ManifestNode[],
  sources: readonly ManifestSource[],
): NameIndex {
  const byName = new Map<string, ManifestNode[]>();
  for (const node of nodes) {
    if (REFERABLE.has(node.resource_type)) pushTo(byName, node.name, node);
  }
  const bySource = Map.groupBy(sources, (source) => `${source.source_name}\n${source.name}`);

  return {
    resolve(ref, among) {
      if (ref.kind === 'source') {
        const namesakes = bySource.get(`${ref.sourceName}\n${ref.name}`) ?? [];
        const meant = namesakes.find(({ unique_id: id }) => among.includes(id)) ?? namesakes[0];
        return meant?.unique_id ?? null;
      }
      const candidates = (byName.get(ref.name) ?? []).filter(
        (node) =>
          (ref.packageName === null || node.package_name === ref.packageName) &&
          (ref.version === null || node.version === ref.version),
      );
      const best =
        candidates.find((node) => among.includes(node.unique_id)) ??
        candidates.find((node) => node.version === node.latest_version) ??
        candidates[0];
      return best?.unique_id ?? null;
    },
  };
}
