import type { Manifest } from './manifest.ts';

/**
 * Where entries were listed under another id than their own, what depends on the listed id follows
 * to the own one, so that the edges hold. Changes `manifest`; `renamed` maps listed to own ids.
 */
export function followRenamedIds(manifest: Manifest, renamed: ReadonlyMap<string, string>): void {
  if (renamed.size === 0) return;
  const own = (id: string): string => renamed.get(id) ?? id;
  const dependents = [
    ...manifest.nodes,
    ...manifest.exposures,
    ...manifest.metrics,
    ...manifest.semantic_models,
    ...manifest.saved_queries,
    ...manifest.unit_tests,
    ...manifest.functions,
  ];
  for (const { depends_on: dependsOn } of dependents) dependsOn.nodes = dependsOn.nodes.map(own);
  for (const node of manifest.nodes) {
    if (node.attached_node !== null) node.attached_node = own(node.attached_node);
  }
  manifest.parent_map = mapIds(manifest.parent_map, own);
  manifest.child_map = mapIds(manifest.child_map, own);
}

function mapIds(map: Map<string, string[]>, own: (id: string) => string): Map<string, string[]> {
  return new Map([...map].map(([id, others]) => [own(id), others.map(own)]));
}
