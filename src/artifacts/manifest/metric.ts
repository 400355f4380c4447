import { z } from 'zod';
import {
  listOf,
  nullable,
  nullableFlag,
  nullableNumber,
  nullableRecord,
  nullableText,
  record,
  strings,
  text,
  leanObject,
} from '../fields.ts';
import { dependentShape, resourceShape } from './parts.ts';

/** What a metric of dbt 1.0–1.5 (before MetricFlow) says. */
export const legacyMetricSchema = leanObject({
  model: nullableText,
  calculation_method: nullableText,
  expression: nullableText,
  timestamp: nullableText,
  time_grains: strings,
  dimensions: strings,
  /** Conditions as SQL-like strings, e.g. `status = 'paid'`. */
  filters: strings,
  /** Number and period, e.g. `14 day`. */
  window: nullableText,
});

/** `type` is MetricFlow's, or the `calculation_method` of a metric from before it (then `legacy` is set). */
export const metricSchema = leanObject({
  ...resourceShape,
  ...dependentShape,
  label: text,
  type: text,
  type_params: record,
  /** Conditions (`where`), joined by AND. */
  filter: strings,
  /** Names of the measures that the metric is made from. */
  measures: strings,
  time_granularity: nullableText,
  legacy: nullable(legacyMetricSchema),
});
export type ManifestMetric = z.infer<typeof metricSchema>;

/** An entity, measure or dimension of a semantic model. */
export const semanticElementSchema = leanObject({
  name: z.string(),
  /** Entity: `primary`, `foreign` …; dimension: `time`, `categorical`; a measure has none. */
  type: nullableText,
  /** Only measures have one: `sum`, `count_distinct` … */
  agg: nullableText,
  expr: nullableText,
  label: nullableText,
  description: text,
  /** Only measures: the time dimension they are summed along, where it is not the default. */
  agg_time_dimension: nullableText,
  /** Only measures: `percentile` and how it is computed. */
  agg_params: nullableRecord,
  /** Only measures: the dimension they must not be summed over. */
  non_additive_dimension: nullableRecord,
  /** Only measures: dbt makes a simple metric of the same name. */
  create_metric: nullableFlag,
  /** Only dimensions: `time_granularity` and `validity_params`. */
  type_params: nullableRecord,
});
export type SemanticElement = z.infer<typeof semanticElementSchema>;

export const semanticModelSchema = leanObject({
  ...resourceShape,
  ...dependentShape,
  label: nullableText,
  model: text,
  entities: listOf(semanticElementSchema),
  measures: listOf(semanticElementSchema),
  dimensions: listOf(semanticElementSchema),
  defaults: record,
  node_relation: record,
  primary_entity: nullableText,
});
export type ManifestSemanticModel = z.infer<typeof semanticModelSchema>;

export const savedQuerySchema = leanObject({
  ...resourceShape,
  ...dependentShape,
  label: nullableText,
  query_params: leanObject({
    metrics: strings,
    group_by: strings,
    where: strings,
    order_by: strings,
    limit: nullableNumber,
  }),
  /** `config` as a target makes it, `unrendered_config` as somebody wrote it (dbt 1.9 and newer). */
  exports: listOf(
    leanObject({ name: z.string(), config: record, unrendered_config: nullableRecord }),
  ),
});
export type ManifestSavedQuery = z.infer<typeof savedQuerySchema>;
