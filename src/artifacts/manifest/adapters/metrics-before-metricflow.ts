import { isJsonObject, type JsonObject } from '../../fields.ts';

const oldKeys = [
  'model',
  'sql',
  'expression',
  'calculation_method',
  'timestamp',
  'time_grains',
  'dimensions',
  'filters',
  'window',
];

/**
 * Metrics of dbt 1.0–1.5 hold a calculation of their own, under other names from 1.3 on
 * (`type` → `calculation_method`, `sql` → `expression`). It is kept under `legacy`.
 */
export function metricsBeforeMetricflow(raw: JsonObject): JsonObject {
  const isOld = !isJsonObject(raw.type_params) && oldKeys.some((key) => key in raw);
  if (!isOld) return raw;
  const method = raw.calculation_method ?? raw.type;
  const legacy = {
    model: raw.model,
    calculation_method: method,
    expression: raw.expression ?? raw.sql,
    timestamp: raw.timestamp,
    time_grains: raw.time_grains,
    dimensions: raw.dimensions,
    filters: Array.isArray(raw.filters) ? raw.filters.map(filterText) : raw.filters,
    window: windowText(raw.window),
  };
  const rest = Object.entries(raw).filter(([key]) => !oldKeys.includes(key));
  return { ...Object.fromEntries(rest), type: method, legacy };
}

function filterText(filter: unknown): unknown {
  if (!isJsonObject(filter)) return filter;
  return [filter.field, filter.operator, filter.value].map(partText).join(' ').trim();
}

/** What is no text or number, where dbt writes one, is shown as JSON. */
function partText(part: unknown): string {
  if (part === null || part === undefined) return '';
  return typeof part === 'string' ? part : JSON.stringify(part);
}

function windowText(window: unknown): unknown {
  if (!isJsonObject(window)) return window;
  const { count, period } = window;
  return (count ?? null) === null ? null : `${partText(count)} ${partText(period)}`;
}
