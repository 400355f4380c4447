import { type HealthConfig, type LayerName, LAYERS } from '../../config/health.ts';
import type { Resource } from '../../project/resource.ts';

/** The layers of a project's models. */
export interface KnownLayers {
  readonly layerOf: (uniqueId: string) => LayerName | null;
  readonly hasLayers: boolean;
}

/** Knows models by what their names begin with, else by the folder nearest to them. */
export function createLayers(
  models: readonly Resource[],
  layers: HealthConfig['layers'],
): KnownLayers {
  const known = new Map<string, LayerName>();
  for (const model of models) {
    const layer = layerOfName(model.name, layers) ?? layerOfFolder(model.filePath, layers);
    if (layer !== null) known.set(model.uniqueId, layer);
  }
  return {
    layerOf: (uniqueId) => known.get(uniqueId) ?? null,
    hasLayers: new Set(known.values()).size > 1,
  };
}

/** The layer whose prefix a name has. */
export function layerOfName(name: string, layers: HealthConfig['layers']): LayerName | null {
  return (
    LAYERS.find((layer) => layers[layer].prefixes.some((prefix) => name.startsWith(prefix))) ?? null
  );
}

/** The layer whose folder is the nearest above a file. */
export function layerOfFolder(
  filePath: string | null,
  layers: HealthConfig['layers'],
): LayerName | null {
  for (const folder of foldersAbove(filePath).toReversed()) {
    const layer = LAYERS.find((name) => layers[name].folder === folder);
    if (layer !== undefined) return layer;
  }
  return null;
}

/** The folders above a file, from the top down. */
export function foldersAbove(filePath: string | null): readonly string[] {
  return filePath?.split('/').slice(0, -1) ?? [];
}
