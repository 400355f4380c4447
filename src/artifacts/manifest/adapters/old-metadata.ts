import type { JsonObject } from '../../fields.ts';

const number = /\/v(\d+)(?:\.json)?$/;

/**
 * Files of dbt before 0.19 have `generated_at` at the top and no version. Adds `schema_number`, and
 * `is_fusion` for files of the Rust engine, which calls itself dbt 2 or wrote schema v20.
 */
export function oldMetadata(metadata: JsonObject, top: JsonObject): JsonObject {
  const { dbt_schema_version: schema, dbt_version: dbt } = metadata;
  const digits = typeof schema === 'string' ? number.exec(schema)?.[1] : undefined;
  const schemaNumber = digits === undefined ? null : Number(digits);
  const isFusion = schemaNumber === 20 || (typeof dbt === 'string' && /^2\.|fusion/.test(dbt));
  return {
    ...metadata,
    generated_at: metadata.generated_at ?? top.generated_at,
    schema_number: schemaNumber,
    is_fusion: isFusion,
  };
}
