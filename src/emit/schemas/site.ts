import { z } from 'zod';
import { apiVersion, count, href, json, time } from './common.ts';

const projectSchema = z.strictObject({
  name: z.string().nullable(),
  adapter_type: z.string().nullable(),
  dbt_version: z.string().nullable(),
  generated_at: time.describe('When dbt wrote the manifest.'),
  invocation_id: z.string().nullable(),
});

/** `/index.json`: where to start. */
export const indexFileSchema = z.strictObject({
  api_version: apiVersion,
  title: z.string(),
  generator: z.string(),
  project: projectSchema,
  collections: z.array(z.strictObject({ collection: z.string(), count, href, json })),
  runs: z.strictObject({ count, json, newest: json.nullable() }),
  changes: z
    .array(
      z.strictObject({
        kind: z.enum([
          'failing',
          'stale',
          'slower',
          'recovered',
          'fresh',
          'first',
          'changed',
          'removed',
        ]),
        total: count,
        items: z
          .array(z.strictObject({ unique_id: z.string(), text: z.string(), href: href.nullable() }))
          .describe('At most 8.'),
      }),
    )
    .describe('What the newest run on the main target changed, and the newest check of sources.'),
  feeds: z.strictObject({ atom: z.string().describe('URL of the Atom feed.'), json }),
  lineage: z.strictObject({ json }),
  health: z.strictObject({ json }),
  artifacts: z.strictObject({ json }),
  build: z.strictObject({ json }),
  openapi: z.strictObject({ json }),
});

/** `/build.json`: what was built from what. Deterministic: no time and no machine in it. */
export const buildFileSchema = z.strictObject({
  api_version: apiVersion,
  generator: z.string(),
  title: z.string(),
  base: z.string(),
  project: projectSchema,
  counts: z.record(z.string(), count).describe('Resources by collection.'),
  runs: count,
  diagnostics: z.strictObject({ error: count, warning: count, info: count }),
  artifacts: z.array(z.strictObject({ path: z.string(), sha256: z.string().nullable() })),
});

/** `/artifacts/index.json`: the files that the site was made from, and what was found wrong with them. */
export const artifactsFileSchema = z.strictObject({
  api_version: apiVersion,
  files: z.array(
    z.strictObject({
      path: z.string(),
      kind: z.string(),
      schema_version: z.string().nullable(),
      dbt_version: z.string().nullable(),
      generated_at: z.string().nullable().describe('As the file says it.'),
      invocation_id: z.string().nullable(),
      bytes: count,
      sha256: z.string().nullable(),
      state: z.enum(['read', 'skipped', 'unreadable']),
      reason: z.string().nullable(),
      href: z
        .string()
        .nullable()
        .describe('URL of the published copy; null when it isn’t published.'),
    }),
  ),
  disabled: z
    .array(
      z.strictObject({
        unique_id: z.string(),
        name: z.string(),
        resource_type: z.string(),
        file_path: z.string().nullable(),
      }),
    )
    .describe('What the project switched off.'),
  coherence: z.array(
    z.strictObject({
      title: z.string(),
      state: z.enum(['ok', 'differs', 'unknown']),
      text: z.string(),
    }),
  ),
  diagnostics: z.array(
    z.strictObject({
      code: z.string(),
      severity: z.enum(['error', 'warning', 'info']),
      file: z.string(),
      json_path: z.string().nullable(),
      message: z.string(),
      hint: z.string(),
    }),
  ),
});
