import { isJsonObject, type JsonObject } from '../../fields.ts';

/** The names of a metric's measures stand in several places of `type_params`: collected under `measures`. */
export function metricMeasures(raw: JsonObject): JsonObject {
  const params = raw.type_params;
  if (!isJsonObject(params)) return raw;
  const inputs = Array.isArray(params.input_measures) ? (params.input_measures as unknown[]) : [];
  const names = [params.measure, ...inputs].map(nameOf).filter((name) => name !== null);
  return { ...raw, measures: [...new Set(names)] };
}

function nameOf(measure: unknown): string | null {
  if (typeof measure === 'string') return measure;
  return isJsonObject(measure) && typeof measure.name === 'string' ? measure.name : null;
}
