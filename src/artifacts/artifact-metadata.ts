import type { z } from 'zod';
import { NewerSchema } from '../errors/catalogue.ts';
import {
  emptyOf,
  type JsonObject,
  leanObject,
  nullableNumber,
  nullableText,
  record,
  stringOrNull,
} from './fields.ts';
import { type JsonFile, parseObject, parseSpan } from './json-file.ts';
import type { OuterEntry } from './json-spans.ts';
import { salvage } from './salvage.ts';

/** The `metadata` of catalog, run results and freshness. */
export const artifactMetadataSchema = leanObject({
  dbt_schema_version: nullableText,
  schema_number: nullableNumber,
  dbt_version: nullableText,
  generated_at: nullableText,
  invocation_id: nullableText,
  invocation_started_at: nullableText,
  env: record,
});
export type ArtifactMetadata = z.infer<typeof artifactMetadataSchema>;

/** What `metadata` says, with what files before dbt 0.19 have at the top instead. */
export function readArtifactMetadata(file: JsonFile, top: readonly OuterEntry[]): ArtifactMetadata {
  const read = (key: string): JsonObject => {
    const entry = top.findLast((candidate) => candidate.key === key);
    return (entry && parseObject(file, entry, [key])) ?? {};
  };
  // `meta` is the name in sources.json of dbt 0.17 and older.
  const raw = { ...read('meta'), ...read('metadata') };
  const generatedAt = raw.generated_at ?? readScalar(file, top, 'generated_at');
  const schema = stringOrNull(raw.dbt_schema_version);
  const digits = schema === null ? undefined : /\/v(\d+)(?:\.json)?$/.exec(schema)?.[1];
  const upgraded = {
    ...raw,
    generated_at: generatedAt,
    schema_number: digits === undefined ? null : Number(digits),
  };
  const place = { file: file.path, path: ['metadata'], diagnostics: file.diagnostics };
  return salvage(artifactMetadataSchema, upgraded, place) ?? emptyOf(artifactMetadataSchema);
}

/** A value at the top of the file; null when it is absent. */
export function readScalar(file: JsonFile, top: readonly OuterEntry[], key: string): unknown {
  const entry = top.findLast((candidate) => candidate.key === key);
  return entry === undefined ? null : (parseSpan(file, entry, [key]) ?? null);
}

/** Why a file is not the artifact it should be; null when it is, as far as can be told. */
export function foreignKind(
  top: readonly OuterEntry[] | null,
  metadata: ArtifactMetadata,
  kind: string,
  keys: readonly string[],
): string | null {
  if (top === null) return 'it is no object';
  const schema = metadata.dbt_schema_version;
  const named = schema === null ? undefined : /\/dbt\/([a-z-]+)\//.exec(schema)?.[1];
  if (named !== undefined && named !== kind) return `it says that it is ${schema ?? ''}`;
  const isKnown = named === kind || keys.some((key) => top.some((entry) => entry.key === key));
  return isKnown ? null : `it has no \`${keys.join('` and no `')}\``;
}

/** Reports an artifact whose schema number is above the newest that is known. */
export function checkSchemaNumber(
  file: JsonFile,
  metadata: ArtifactMetadata,
  newest: number,
): void {
  const { dbt_schema_version: schema, schema_number: number } = metadata;
  if (schema === null || number === null || number <= newest) return;
  file.diagnostics.add(NewerSchema, file.path, '$.metadata.dbt_schema_version', schema, newest);
}
