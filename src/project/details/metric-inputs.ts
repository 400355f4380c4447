import { listOf, objectOf, textOf, type RawObject } from '../raw-values.ts';
import type { MetricDetails } from './details.ts';

/** One thing that a metric is computed from. */
export interface MetricInput {
  /** What it is in the formula. */
  readonly role: 'measure' | 'numerator' | 'denominator' | 'metric' | 'base' | 'conversion';
  /** Whether `name` is that of a metric or of a measure of a semantic model. */
  readonly of: 'metric' | 'measure';
  readonly name: string;
  /** The name that the formula calls it by, where that is another one. */
  readonly alias: string | null;
  readonly filters: readonly string[];
  /** `1 week` earlier, or `start of month`; null when it is not shifted. */
  readonly offset: string | null;
  /** What stands in for missing values; null when nothing does. */
  readonly fillNullsWith: string | null;
  readonly joinsTimeSpine: boolean;
}

/** A simple metric that aggregates by itself, without a measure (dbt 1.12 and newer). */
export interface OwnAggregation {
  readonly aggregation: string;
  readonly expression: string | null;
  readonly semanticModel: string | null;
  readonly timeDimension: string | null;
}

/** What a metric is computed from, in the order of its formula; empty for metrics from before MetricFlow. */
export function metricInputs(details: MetricDetails): MetricInput[] {
  const params = details.typeParams;
  const cumulative = objectOf(params['cumulative_type_params']);
  const conversion = objectOf(params['conversion_type_params']);
  switch (details.metricType) {
    case 'ratio':
      return [
        input('numerator', 'metric', params['numerator']),
        input('denominator', 'metric', params['denominator']),
      ].flat();
    case 'derived':
      return listOf(params['metrics']).flatMap((raw) => input('metric', 'metric', raw));
    case 'conversion':
      return [
        input('base', 'metric', conversion?.['base_metric']),
        input('base', 'measure', conversion?.['base_measure']),
        input('conversion', 'metric', conversion?.['conversion_metric']),
        input('conversion', 'measure', conversion?.['conversion_measure']),
      ].flat();
    default:
      return [
        input('measure', 'measure', params['measure']),
        input('metric', 'metric', cumulative?.['metric']),
      ].flat();
  }
}

/** How a metric without a measure aggregates; null for all others. */
export function ownAggregation(details: MetricDetails): OwnAggregation | null {
  const params = objectOf(details.typeParams['metric_aggregation_params']);
  const aggregation = textOf(params?.['agg']);
  if (params === null || aggregation === null) return null;
  return {
    aggregation,
    expression: textOf(params['expr']) ?? textOf(details.typeParams['expr']),
    semanticModel: textOf(params['semantic_model']),
    timeDimension: textOf(params['agg_time_dimension']),
  };
}

/** How a conversion metric matches its two sides. */
export interface ConversionMatch {
  readonly entity: string | null;
  /** Pairs of dimensions or entities that have to be equal too. */
  readonly constants: readonly { readonly base: string; readonly conversion: string }[];
}

/** How a conversion metric matches its two sides; null for all others. */
export function conversionMatch(details: MetricDetails): ConversionMatch | null {
  const params = objectOf(details.typeParams['conversion_type_params']);
  if (params === null) return null;
  return {
    entity: textOf(params['entity']),
    constants: listOf(params['constant_properties']).flatMap((raw) => {
      const base = textOf(objectOf(raw)?.['base_property']);
      const conversion = textOf(objectOf(raw)?.['conversion_property']);
      return base === null || conversion === null ? [] : [{ base, conversion }];
    }),
  };
}

/** Which value a cumulative metric shows for longer periods: `first`, `last` or `average`; null where dbt doesn't say. */
export function periodAggregation(details: MetricDetails): string | null {
  if (details.metricType !== 'cumulative') return null;
  return textOf(objectOf(details.typeParams['cumulative_type_params'])?.['period_agg']);
}

function input(role: MetricInput['role'], of: MetricInput['of'], raw: unknown): MetricInput[] {
  const object = objectOf(raw);
  const name = textOf(raw) ?? textOf(object?.['name']);
  if (name === null) return [];
  const fill = object?.['fill_nulls_with'];
  return [
    {
      role,
      of,
      name,
      alias: textOf(object?.['alias']),
      filters: filtersOf(object?.['filter']),
      offset: offsetOf(object),
      fillNullsWith: typeof fill === 'number' || typeof fill === 'string' ? String(fill) : null,
      joinsTimeSpine: object?.['join_to_timespine'] === true,
    },
  ];
}

function offsetOf(object: RawObject | null): string | null {
  const window = object?.['offset_window'];
  const grain = textOf(object?.['offset_to_grain']);
  if (grain !== null) return `start of ${grain}`;
  const text = textOf(window);
  if (text !== null) return text;
  const { count, granularity } = objectOf(window) ?? {};
  return typeof count === 'number' && typeof granularity === 'string'
    ? `${count} ${granularity}${count === 1 ? '' : 's'}`
    : null;
}

function filtersOf(raw: unknown): string[] {
  const text = textOf(raw);
  if (text !== null) return [text.trim()];
  const listed = Array.isArray(raw) ? listOf(raw) : listOf(objectOf(raw)?.['where_filters']);
  return listed.flatMap((filter) => {
    const sql = textOf(filter) ?? textOf(objectOf(filter)?.['where_sql_template']);
    return sql === null ? [] : [sql.trim()];
  });
}
