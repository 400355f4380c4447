import { z } from 'zod';
import { ArtifactWrongShape, NodeInvalid } from '../errors/catalogue.ts';
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
  nullableFlag,
  nullableNumber,
  nullableText,
  orElse,
  text,
} from './fields.ts';
import { describeValue, entriesOf, type JsonFile, parseSpan, topLevel } from './json-file.ts';
import { formatJsonPath } from './json-path.ts';
import type { OuterEntry } from './json-spans.ts';
import { salvage } from './salvage.ts';

export const catalogColumnSchema = leanObject({
  name: z.string(),
  type: text,
  index: nullableNumber,
  comment: nullableText,
});
export type CatalogColumn = z.infer<typeof catalogColumnSchema>;

/** A figure that the warehouse gave, e.g. the number of rows. */
export const catalogStatSchema = leanObject({
  id: z.string(),
  label: text,
  value: orElse(z.union([z.string(), z.number(), z.boolean(), z.null()]), () => null),
  include: nullableFlag,
  description: nullableText,
});

export const catalogTableSchema = leanObject({
  unique_id: z.string(),
  metadata: leanObject({
    type: text,
    schema: nullableText,
    name: text,
    database: nullableText,
    comment: nullableText,
    owner: nullableText,
  }),
  /** In the warehouse's order: by `index`, then as the file has them. */
  columns: listOf(catalogColumnSchema),
  stats: listOf(catalogStatSchema),
});
/** A table or view as the warehouse describes it. */
export type CatalogTable = z.infer<typeof catalogTableSchema>;

/** A `catalog.json`: what the warehouse holds. Its ids need not be in the manifest. */
export interface Catalog {
  metadata: ArtifactMetadata;
  nodes: CatalogTable[];
  sources: CatalogTable[];
  /** What failed while dbt asked the warehouse. */
  errors: string[];
}

const NEWEST_SCHEMA = 1;

/**
 * Reads a catalog table by table; null, with a diagnostic, when the file is something else.
 *
 * @throws JsonStructureError when the file is cut off or its outer structure is broken.
 */
export function readCatalog(file: JsonFile): Catalog | null {
  const top = topLevel(file);
  const metadata = readArtifactMetadata(file, top ?? []);
  const foreign = foreignKind(top, metadata, 'catalog', ['nodes', 'sources']);
  if (top === null || foreign !== null) {
    file.diagnostics.add(ArtifactWrongShape, file.path, null, foreign ?? 'it is no object');
    return null;
  }
  checkSchemaNumber(file, metadata, NEWEST_SCHEMA);
  const errors = readScalar(file, top, 'errors');
  return {
    metadata,
    nodes: readTables(file, top, 'nodes'),
    sources: readTables(file, top, 'sources'),
    errors: Array.isArray(errors) ? errors.map(errorText) : [],
  };
}

function readTables(file: JsonFile, top: readonly OuterEntry[], key: string): CatalogTable[] {
  const collection = top.findLast((entry) => entry.key === key);
  if (collection === undefined) return [];
  const tables = new Map<string, CatalogTable>();
  for (const entry of entriesOf(file, collection, [key])) {
    const path = [key, entry.key];
    const value = parseSpan(file, entry, path);
    if (value === undefined) continue;
    if (!isJsonObject(value)) {
      const reason = `it is ${describeValue(value)} and not an object`;
      file.diagnostics.add(NodeInvalid, file.path, formatJsonPath(path), reason);
      continue;
    }
    const raw = upgradeTable(value, String(entry.key));
    const place = { file: file.path, path, diagnostics: file.diagnostics };
    const table = salvage(catalogTableSchema, raw, place);
    if (table === null || tables.has(table.unique_id)) continue;
    // Without an index a column keeps its place in the file, after those that have one.
    table.columns.sort((a, b) => (a.index ?? Infinity) - (b.index ?? Infinity) || 0);
    tables.set(table.unique_id, table);
  }
  return [...tables.values()];
}

/**
 * Maps become lists. The key is the name: dbt writes both alike, and where a file made by hand or by an anonymiser
 * doesn't, only keys are sure to be distinct.
 */
function upgradeTable(raw: JsonObject, key: string): JsonObject {
  return {
    ...raw,
    unique_id: raw.unique_id ?? key,
    metadata: raw.metadata ?? {},
    columns: keyedList(raw.columns, 'name'),
    stats: keyedList(raw.stats, 'id'),
  };
}

function keyedList(value: unknown, nameKey: string): unknown {
  if (value === undefined || value === null) return [];
  if (!isJsonObject(value)) return value;
  return Object.entries(value).map(([key, entry]) =>
    isJsonObject(entry) ? { ...entry, [nameKey]: key, ...includeFlag(entry) } : entry,
  );
}

/** Spark writes 1 and 0 for true and false. */
function includeFlag({ include }: JsonObject): JsonObject {
  return include === 1 || include === 0 ? { include: include === 1 } : {};
}

function errorText(error: unknown): string {
  return typeof error === 'string' ? error : JSON.stringify(error);
}
