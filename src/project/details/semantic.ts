import type {
  ManifestMetric,
  ManifestSavedQuery,
  ManifestSemanticModel,
  SemanticElement as ManifestElement,
} from '../../artifacts/manifest/metric.ts';
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
    exports: savedQuery.exports.map(({ name, config }) => ({
      name,
      exportAs: typeof config['export_as'] === 'string' ? config['export_as'] : null,
    })),
  };
}

function elementOf(element: ManifestElement): SemanticElement {
  return {
    name: element.name,
    type: element.type ?? element.agg,
    expression: element.expr,
    description: element.description,
  };
}
