import { isJsonObject, type JsonObject } from '../../fields.ts';
import { whereStrings } from './filters-to-strings.ts';

/** The first saved queries (dbt 1.7) have their parameters on the node, as `group_bys`. */
export function savedQueryParams(raw: JsonObject): JsonObject {
  const params = isJsonObject(raw.query_params) ? raw.query_params : oldParams(raw);
  return { ...raw, query_params: { ...params, where: whereStrings(params.where) } };
}

function oldParams(raw: JsonObject): JsonObject {
  return { metrics: raw.metrics, group_by: raw.group_bys ?? raw.group_by, where: raw.where };
}

/** Before `query_params`, `metrics` of a saved query is a list of names, not of references. */
export function savedQueryMetrics(raw: JsonObject): JsonObject {
  const { metrics } = raw;
  if (!Array.isArray(metrics) || !metrics.some((metric) => typeof metric === 'string')) return raw;
  return {
    ...raw,
    metrics: metrics.map((metric: unknown) => (typeof metric === 'string' ? [metric] : metric)),
  };
}
