import { readFileSync } from 'node:fs';

/** What a benchmark edits of a node. */
export interface EditedNode {
  readonly resource_type: string;
  readonly description: string;
  readonly raw_code: string;
}

/** How many models are edited. */
export const CHANGED_MODELS = 10;

/** A manifest in which the first of some models are changed as an edit of the project would, as JSON. */
export function editedManifest(
  path: string,
  among: (models: readonly EditedNode[]) => readonly EditedNode[],
  edit: (node: EditedNode) => Partial<EditedNode>,
): string {
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { nodes: Record<string, EditedNode> };
  const all = Object.values(manifest.nodes).filter((node) => node.resource_type === 'model');
  for (const node of among(all).slice(0, CHANGED_MODELS)) Object.assign(node, edit(node));
  return JSON.stringify(manifest);
}
