import { z } from 'zod';
import { ArtifactWrongShape } from '../errors/catalogue.ts';
import {
  type ArtifactMetadata,
  checkSchemaNumber,
  foreignKind,
  readArtifactMetadata,
  readScalar,
} from './artifact-metadata.ts';
import {
  isJsonObject,
  type JsonObject,
  leanObject,
  listOf,
  nullable,
  nullableNumber,
  nullableText,
  stringOrNull,
} from './fields.ts';
import { type JsonFile, topLevel } from './json-file.ts';
import { freshnessCriteria } from './manifest/adapters/freshness-criteria.ts';
import { freshnessCriteriaSchema } from './manifest/parts.ts';
import { readResults } from './result-rows.ts';
import { timingSchema } from './run-results.ts';

export const freshnessResultSchema = leanObject({
  unique_id: z.string(),
  /** Lower case: `pass`, `warn`, `error`, `runtime error`. */
  status: z.string(),
  max_loaded_at: nullableText,
  snapshotted_at: nullableText,
  max_loaded_at_time_ago_in_s: nullableNumber,
  criteria: nullable(freshnessCriteriaSchema),
  /** Why the check itself failed. */
  error: nullableText,
  timing: listOf(timingSchema),
  thread_id: nullableText,
  /** Seconds. */
  execution_time: nullableNumber,
});
export type FreshnessResult = z.infer<typeof freshnessResultSchema>;

/** A `sources.json`: how old the data in the sources was. */
export interface Freshness {
  metadata: ArtifactMetadata;
  /** Seconds. */
  elapsed_time: number | null;
  results: FreshnessResult[];
}

const NEWEST_SCHEMA = 3;

/**
 * Reads a freshness check; null, with a diagnostic, when the file is something else.
 *
 * @throws JsonStructureError when the file is cut off or its outer structure is broken.
 */
export function readFreshness(file: JsonFile): Freshness | null {
  const top = topLevel(file);
  const metadata = readArtifactMetadata(file, top ?? []);
  const foreign = foreignKind(top, metadata, 'sources', ['results', 'sources']);
  if (top === null || foreign !== null) {
    file.diagnostics.add(ArtifactWrongShape, file.path, null, foreign ?? 'it is no object');
    return null;
  }
  checkSchemaNumber(file, metadata, NEWEST_SCHEMA);
  // dbt 0.17 and older: a map of ids under `sources`.
  const key = top.some((entry) => entry.key === 'results') ? 'results' : 'sources';
  const results = readResults(file, top, key, freshnessResultSchema, upgradeResult);
  const meta = readScalar(file, top, 'meta');
  const elapsed =
    readScalar(file, top, 'elapsed_time') ?? (isJsonObject(meta) ? meta.elapsed_time : null);
  return { metadata, elapsed_time: typeof elapsed === 'number' ? elapsed : null, results };
}

/** dbt 0.18 has the whole node and an `age`; older files are keyed by id and say `state`. */
function upgradeResult(raw: JsonObject, key: PropertyKey | undefined): JsonObject {
  const node = isJsonObject(raw.node) ? raw.node : {};
  const status = stringOrNull(raw.status) ?? stringOrNull(raw.state);
  const error = stringOrNull(raw.error);
  return {
    ...raw,
    unique_id: raw.unique_id ?? node.unique_id ?? (typeof key === 'string' ? key : undefined),
    status: status?.toLowerCase() ?? (error === null ? 'unknown' : 'runtime error'),
    error,
    max_loaded_at_time_ago_in_s: raw.max_loaded_at_time_ago_in_s ?? raw.age,
    criteria: freshnessCriteria(raw.criteria ?? node.freshness),
  };
}
