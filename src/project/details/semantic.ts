import type {
  ManifestMetric,
  ManifestSavedQuery,
  ManifestSemanticModel,
  SemanticElement as ManifestElement,
} from '../../artifacts/manifest/metric.ts';
import { textOf } from '../raw-values.ts';
import type {
  MetricDetails,
  SavedQueryDetails,
  SemanticElement,
  SemanticModelDetails,
} from './details.ts';
import { metricFormula } from './metric-formula.ts';

/** What only metrics tell. */
export function metricDetails(metric: ManifestMetric): MetricDetails {
  return {
    kind: 'metric',
    metricType: metric.type === '' ? null : metric.type,
    formula: metricFormula(metric),
    filters: [...metric.filter, ...(metric.legacy?.filters ?? [])],
    timeGranularity: metric.time_granularity,
    typeParams: metric.type_params,
    dimensions: metric.legacy?.dimensions ?? [],
    timestamp: metric.legacy?.timestamp ?? null,
    timeGrains: metric.legacy?.time_grains ?? [],
  };
}

/** What only semantic models tell. `modelId` is the relation's resource that it stands on. */
export function semanticModelDetails(
  semanticModel: ManifestSemanticModel,
  modelId: string | null,
): SemanticModelDetails {
  const timeDimension = semanticModel.defaults['agg_time_dimension'];
  return {
    kind: 'semantic_model',
    modelId,
    primaryEntity: semanticModel.primary_entity,
    defaultTimeDimension: typeof timeDimension === 'string' ? timeDimension : null,
    entities: semanticModel.entities.map(elementOf),
    dimensions: semanticModel.dimensions.map(elementOf),
    measures: semanticModel.measures.map(elementOf),
  };
}

/** What only saved queries tell. */
export function savedQueryDetails(savedQuery: ManifestSavedQuery): SavedQueryDetails {
  return {
    kind: 'saved_query',
    metrics: savedQuery.query_params.metrics,
    groupBy: savedQuery.query_params.group_by,
    where: savedQuery.query_params.where,
    orderBy: savedQuery.query_params.order_by,
    limit: savedQuery.query_params.limit,
    exports: savedQuery.exports.map(({ name, config }) => ({
      name,
      exportAs: textOf(config['export_as']),
      database: textOf(config['database']),
      schema: textOf(config['schema_name']) ?? textOf(config['schema']),
      alias: textOf(config['alias']),
    })),
  };
}

function elementOf(element: ManifestElement): SemanticElement {
  const percentile = element.agg_params?.['percentile'];
  return {
    name: element.name,
    type: element.type ?? element.agg,
    expression: element.expr,
    description: element.description,
    label: element.label,
    granularity: textOf(element.type_params?.['time_granularity']),
    timeDimension: element.agg_time_dimension,
    nonAdditiveDimension: textOf(element.non_additive_dimension?.['name']),
    percentile: typeof percentile === 'number' ? percentile : null,
  };
}
