import type { ManifestMetric } from '../../artifacts/manifest/metric.ts';
import { objectOf, textOf, type RawObject } from '../raw-values.ts';

/**
 * A metric's formula as a person would say it, without SQL around it: `revenue / orders`, `sum of amount`.
 * Null when the artifact doesn't tell.
 */
export function metricFormula(
  metric: Pick<ManifestMetric, 'type' | 'type_params' | 'legacy'>,
): string | null {
  if (metric.legacy !== null) return legacyFormula(metric.legacy);
  const params = metric.type_params;
  switch (metric.type) {
    case 'simple':
      return (
        nameOf(params['measure']) ??
        aggregation(params['metric_aggregation_params'], params['expr'])
      );
    case 'ratio':
      return joined(nameOf(params['numerator']), ' / ', nameOf(params['denominator']));
    case 'derived':
      return textOf(params['expr']);
    case 'cumulative':
      return cumulativeFormula(params);
    case 'conversion':
      return conversionFormula(params['conversion_type_params']);
    default:
      return textOf(params['expr']) ?? nameOf(params['measure']);
  }
}

function legacyFormula(legacy: NonNullable<ManifestMetric['legacy']>): string | null {
  const { calculation_method: method, expression } = legacy;
  if (method === null || method === 'derived' || method === 'expression') return expression;
  return expression === null ? method : `${method} of ${expression}`;
}

function cumulativeFormula(params: RawObject): string | null {
  const nested = objectOf(params['cumulative_type_params']);
  const subject = nameOf(params['measure']) ?? nameOf(nested?.['metric']);
  if (subject === null) return null;
  const window = windowOf(params['window'] ?? nested?.['window']);
  const grainToDate = textOf(params['grain_to_date'] ?? nested?.['grain_to_date']);
  if (window !== null) return `${subject} over the last ${window}`;
  return grainToDate === null ? `${subject} over all time` : `${subject}, ${grainToDate} to date`;
}

function conversionFormula(raw: unknown): string | null {
  const params = objectOf(raw);
  if (params === null) return null;
  const formula = joined(
    nameOf(params['conversion_measure']) ?? nameOf(params['conversion_metric']),
    // A count of conversions is no share of what they began with.
    params['calculation'] === 'conversions' ? ' after ' : ' per ',
    nameOf(params['base_measure']) ?? nameOf(params['base_metric']),
  );
  const window = windowOf(params['window']);
  return formula === null || window === null ? formula : `${formula} within ${window}`;
}

function aggregation(raw: unknown, expression: unknown): string | null {
  const agg = textOf(objectOf(raw)?.['agg']);
  const subject = textOf(objectOf(raw)?.['expr']) ?? textOf(expression);
  if (agg === null) return subject;
  return subject === null ? agg : `${agg} of ${subject}`;
}

function windowOf(raw: unknown): string | null {
  const window = objectOf(raw);
  if (window === null) return textOf(raw);
  const { count, granularity } = window;
  return typeof count === 'number' && typeof granularity === 'string'
    ? `${count} ${granularity}${count === 1 ? '' : 's'}`
    : null;
}

function joined(left: string | null, between: string, right: string | null): string | null {
  return left === null || right === null ? (left ?? right) : `${left}${between}${right}`;
}

function nameOf(raw: unknown): string | null {
  return textOf(raw) ?? textOf(objectOf(raw)?.['name']);
}
