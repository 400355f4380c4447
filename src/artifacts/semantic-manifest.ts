import { ArtifactWrongShape } from '../errors/catalogue.ts';
import { readScalar } from './artifact-metadata.ts';
import { isJsonObject, type JsonObject, stringOrNull } from './fields.ts';
import { type JsonFile, topLevel } from './json-file.ts';
import type { OuterEntry } from './json-spans.ts';
import { readResultRows } from './result-rows.ts';

/** A time spine of a `semantic_manifest.json`. */
export interface TimeSpine {
  /** The relation, e.g. `analytics.main.all_days`. */
  relation: string;
  column: string | null;
  granularity: string | null;
}

/** What a `semantic_manifest.json` adds to the manifest: the time spines and what MetricFlow knows by name. */
export interface SemanticManifest {
  time_spines: TimeSpine[];
  semantic_models: string[];
  metrics: string[];
  saved_queries: string[];
}

/**
 * Reads a semantic manifest; null, with a diagnostic, when the file is something else.
 *
 * @throws JsonStructureError when the file is cut off or its outer structure is broken.
 */
export function readSemanticManifest(file: JsonFile): SemanticManifest | null {
  const top = topLevel(file);
  const isSemantic = top?.some(
    ({ key }) => key === 'semantic_models' || key === 'project_configuration',
  );
  const isManifest = top?.some(({ key }) => key === 'nodes');
  if (top === null || isSemantic !== true || isManifest === true) {
    const found = 'it has no `project_configuration` and no list of `semantic_models`';
    file.diagnostics.add(ArtifactWrongShape, file.path, null, found);
    return null;
  }
  const configuration = readScalar(file, top, 'project_configuration');
  return {
    time_spines: isJsonObject(configuration) ? readTimeSpines(configuration) : [],
    semantic_models: readNames(file, top, 'semantic_models'),
    metrics: readNames(file, top, 'metrics'),
    saved_queries: readNames(file, top, 'saved_queries'),
  };
}

function readNames(file: JsonFile, top: readonly OuterEntry[], key: string): string[] {
  const rows = [...readResultRows(file, top, key)];
  return rows.map(({ raw }) => stringOrNull(raw.name)).filter((name) => name !== null);
}

/** `time_spines` (dbt 1.9), or the older `time_spine_table_configurations`. */
function readTimeSpines(configuration: JsonObject): TimeSpine[] {
  const newer = objectsIn(configuration.time_spines).map((spine): TimeSpine | null => {
    const relation = isJsonObject(spine.node_relation) ? spine.node_relation : {};
    const column = isJsonObject(spine.primary_column) ? spine.primary_column : {};
    const name = stringOrNull(relation.relation_name) ?? stringOrNull(relation.alias);
    if (name === null) return null;
    const granularity = stringOrNull(column.time_granularity);
    return { relation: name, column: stringOrNull(column.name), granularity };
  });
  const older = objectsIn(configuration.time_spine_table_configurations).map(
    (spine): TimeSpine | null => {
      const location = stringOrNull(spine.location);
      if (location === null) return null;
      const granularity = stringOrNull(spine.grain);
      return { relation: location, column: stringOrNull(spine.column_name), granularity };
    },
  );
  const spines = newer.length > 0 ? newer : older;
  return spines.filter((spine) => spine !== null);
}

function objectsIn(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}
