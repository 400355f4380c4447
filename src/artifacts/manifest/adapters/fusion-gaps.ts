import { isJsonObject, type JsonObject } from '../../fields.ts';

/** Fusion writes a placeholder where it has no code, and positions beside the dependencies, which nothing here reads. */
export function fusionGaps(raw: JsonObject): JsonObject {
  const { raw_code: code, depends_on: dependsOn } = raw;
  const hasLocations = isJsonObject(dependsOn) && 'nodes_with_ref_location' in dependsOn;
  if (code !== '--placeholder--' && !hasLocations) return raw;
  const patch: JsonObject = {};
  if (code === '--placeholder--') patch.raw_code = null;
  if (hasLocations) patch.depends_on = { nodes: dependsOn.nodes, macros: dependsOn.macros };
  return { ...raw, ...patch };
}
