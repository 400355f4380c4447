import type { JsonObject } from '../../fields.ts';

/**
 * Forgets the project's folder on the machine that ran dbt (`root_path`, before dbt 1.4), and the
 * CTEs of a node, which repeat the SQL of ephemeral models.
 */
export function dropUnread(raw: JsonObject): JsonObject {
  const hasCtes = Array.isArray(raw.extra_ctes) && raw.extra_ctes.length > 0;
  if (!('root_path' in raw) && !hasCtes) return raw;
  const rest = { ...raw };
  delete rest.root_path;
  delete rest.extra_ctes;
  return rest;
}
