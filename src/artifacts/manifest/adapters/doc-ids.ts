import type { JsonObject } from '../../fields.ts';

/** dbt before 1.4 says `project.name` for `doc.project.name`. */
export function docIds(raw: JsonObject): JsonObject {
  const { unique_id: id } = raw;
  if (typeof id !== 'string' || id.startsWith('doc.')) return raw;
  return { ...raw, unique_id: `doc.${id}` };
}
