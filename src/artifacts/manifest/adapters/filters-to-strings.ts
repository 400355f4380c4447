import { isJsonObject, type JsonObject } from '../../fields.ts';

/** `{where_filters: [{where_sql_template}]}`, `{where_sql_template}` (dbt 1.6), a string or a list: always a list of strings. */
export function whereStrings(filter: unknown): unknown {
  if (filter === undefined || filter === null) return [];
  if (typeof filter === 'string') return [filter.trim()];
  if (Array.isArray(filter)) return filter.flatMap(whereStrings);
  if (!isJsonObject(filter)) return filter;
  if (Array.isArray(filter.where_filters)) return filter.where_filters.flatMap(whereStrings);
  return typeof filter.where_sql_template === 'string'
    ? [filter.where_sql_template.trim()]
    : filter;
}

/** The `filter` of a metric as a list of conditions. */
export function filtersToStrings(raw: JsonObject): JsonObject {
  return { ...raw, filter: whereStrings(raw.filter) };
}
