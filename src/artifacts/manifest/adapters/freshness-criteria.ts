import { isJsonObject, type JsonObject } from '../../fields.ts';

/** dbt writes a threshold that nobody set as `{count: null, period: null}`, or leaves it out. */
export function freshnessCriteria(criteria: unknown): unknown {
  if (!isJsonObject(criteria)) return criteria;
  return {
    ...criteria,
    warn_after: threshold(criteria.warn_after),
    error_after: threshold(criteria.error_after),
  };
}

function threshold(value: unknown): unknown {
  if (!isJsonObject(value)) return value;
  return (value.count ?? null) === null || (value.period ?? null) === null ? null : value;
}

/** Freshness, `loaded_at_field` and `loaded_at_query` of a source: its own, or else those of its config (dbt 1.10). */
export function sourceFreshness(raw: JsonObject): JsonObject {
  const config = isJsonObject(raw.config) ? raw.config : {};
  return {
    ...raw,
    identifier: raw.identifier ?? raw.name,
    freshness: freshnessCriteria(raw.freshness ?? config.freshness),
    loaded_at_field: raw.loaded_at_field ?? config.loaded_at_field,
    loaded_at_query: raw.loaded_at_query ?? config.loaded_at_query,
  };
}
