import type { z } from 'zod';
import { flag, nullableNumber, nullableText, record, leanObject } from '../fields.ts';

/** Who wrote the manifest, when, and for what project. Everything may be unknown. */
export const manifestMetadataSchema = leanObject({
  dbt_schema_version: nullableText,
  /** The number in `dbt_schema_version`, e.g. 12; null in files from before dbt 0.19. */
  schema_number: nullableNumber,
  /** Semver, a dbt Cloud calendar version, or null. */
  dbt_version: nullableText,
  generated_at: nullableText,
  invocation_id: nullableText,
  invocation_started_at: nullableText,
  adapter_type: nullableText,
  project_name: nullableText,
  project_id: nullableText,
  env: record,
  /** Written by the Rust engine: dbt Fusion or dbt 2. */
  is_fusion: flag(false),
});
export type ManifestMetadata = z.infer<typeof manifestMetadataSchema>;
