import { createHash } from 'node:crypto';
import type { Manifest } from '../artifacts/manifest/manifest.ts';
import { sortedUnique } from './order.ts';

/**
 * The root project's name. dbt ≥ 1.6 says it; before, `project_id` is the MD5 of it, so a package name can be checked
 * against it; else it is the package with the most models.
 */
export function rootPackage(manifest: Manifest): string | null {
  const { project_name: stated, project_id: projectId } = manifest.metadata;
  if (stated !== null && stated !== '') return stated;
  const counts = new Map<string, number>();
  for (const node of manifest.nodes) {
    if (node.package_name !== '')
      counts.set(node.package_name, (counts.get(node.package_name) ?? 0) + 1);
  }
  const candidates = sortedUnique([
    ...counts.keys(),
    ...manifest.sources.map((source) => source.package_name),
    ...manifest.macros.map((macro) => macro.package_name),
  ]).filter((name) => name !== '');
  const hashed = candidates.find(
    (name) => createHash('md5').update(name).digest('hex') === projectId,
  );
  if (hashed !== undefined) return hashed;
  const [first = null] = candidates.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  return first;
}

/**
 * Overview blocks: `__overview__` under the empty name, `__<package>__` under the package's. The root project's block
 * wins over a package's, and the text that dbt ships for every project is no overview of this one.
 */
export function overviewBlocks(manifest: Manifest, root: string | null): Map<string, string> {
  const overviews = new Map<string, string>();
  const own = manifest.docs.filter((block) => block.package_name !== 'dbt');
  const rootLast = own.toSorted(
    (a, b) => Number(a.package_name === root) - Number(b.package_name === root),
  );
  for (const block of rootLast) {
    const name = /^__(.+)__$/.exec(block.name)?.[1];
    if (name === undefined || block.block_contents.trim() === '') continue;
    overviews.set(name === 'overview' ? '' : name, block.block_contents);
  }
  return overviews;
}
