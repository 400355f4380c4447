import type { JsonObject } from '../fields.ts';
import { type Place, salvage } from '../salvage.ts';
import { type Adapter, adapt } from './adapters/adapter.ts';
import { argumentsToDataTypes } from './adapters/arguments-to-data-types.ts';
import { checksumToObject } from './adapters/checksum-to-object.ts';
import { columnsToList } from './adapters/columns-to-list.ts';
import { configToNode } from './adapters/config-to-node.ts';
import { docIds } from './adapters/doc-ids.ts';
import { dropUnread } from './adapters/drop-unread.ts';
import { exposureType } from './adapters/exposure-type.ts';
import { filtersToStrings } from './adapters/filters-to-strings.ts';
import { sourceFreshness } from './adapters/freshness-criteria.ts';
import { fusionGaps } from './adapters/fusion-gaps.ts';
import { macroCode } from './adapters/macro-code.ts';
import { metricMeasures } from './adapters/metric-measures.ts';
import { metricsBeforeMetricflow } from './adapters/metrics-before-metricflow.ts';
import { ownerToText } from './adapters/owner-to-text.ts';
import { rawSqlToRawCode } from './adapters/raw-sql-to-raw-code.ts';
import { refsToObjects } from './adapters/refs-to-objects.ts';
import { savedQueryMetrics, savedQueryParams } from './adapters/saved-query-params.ts';
import { testShape } from './adapters/test-shape.ts';
import { unknownFields } from './adapters/unknown-fields.ts';
import { versionsToText } from './adapters/versions-to-text.ts';
import { exposureSchema } from './exposure.ts';
import { functionSchema } from './function.ts';
import { groupSchema } from './group.ts';
import { docBlockSchema, macroSchema } from './macro.ts';
import type { Manifest } from './manifest.ts';
import { metricSchema, savedQuerySchema, semanticModelSchema } from './metric.ts';
import { nodeSchema } from './node.ts';
import { sourceSchema } from './source.ts';
import { unitTestSchema } from './unit-test.ts';

const everyResource: readonly Adapter[] = [dropUnread, configToNode, fusionGaps];
const dependents: readonly Adapter[] = [...everyResource, refsToObjects];
const nodes: readonly Adapter[] = [
  ...dependents,
  rawSqlToRawCode,
  columnsToList,
  versionsToText,
  testShape,
  checksumToObject,
  (raw) => ((raw.alias ?? null) === null ? { ...raw, alias: raw.name } : raw),
  unknownFields(new Set(Object.keys(nodeSchema.shape))),
];
const sources: readonly Adapter[] = [...everyResource, columnsToList, sourceFreshness];
const exposures: readonly Adapter[] = [...dependents, ownerToText, exposureType];
const metrics: readonly Adapter[] = [
  ...dependents,
  metricsBeforeMetricflow,
  metricMeasures,
  filtersToStrings,
];
const savedQueries: readonly Adapter[] = [savedQueryParams, savedQueryMetrics, ...dependents];
const unitTests: readonly Adapter[] = [...dependents, versionsToText, checksumToObject];
const functions: readonly Adapter[] = [
  ...dependents,
  rawSqlToRawCode,
  checksumToObject,
  argumentsToDataTypes,
];

/**
 * Upgrades and validates one resource and adds it to the list of its type, whatever collection of the
 * file it came from: dbt 0.16 keeps its sources among the nodes. An unknown type becomes a node.
 */
export function addResource(manifest: Manifest, raw: JsonObject, place: Place): void {
  switch (raw.resource_type) {
    case 'source':
      return keep(manifest.sources, salvage(sourceSchema, adapt(raw, sources), place));
    case 'exposure':
      return keep(manifest.exposures, salvage(exposureSchema, adapt(raw, exposures), place));
    case 'metric':
      return keep(manifest.metrics, salvage(metricSchema, adapt(raw, metrics), place));
    case 'semantic_model':
      return keep(
        manifest.semantic_models,
        salvage(semanticModelSchema, adapt(raw, dependents), place),
      );
    case 'saved_query':
      return keep(
        manifest.saved_queries,
        salvage(savedQuerySchema, adapt(raw, savedQueries), place),
      );
    case 'unit_test':
      return keep(manifest.unit_tests, salvage(unitTestSchema, adapt(raw, unitTests), place));
    case 'function':
      return keep(manifest.functions, salvage(functionSchema, adapt(raw, functions), place));
    case 'group':
      return keep(
        manifest.groups,
        salvage(groupSchema, adapt(raw, [configToNode, ownerToText]), place),
      );
    case 'macro':
      return keep(
        manifest.macros,
        salvage(macroSchema, adapt(raw, [configToNode, macroCode, argumentsToDataTypes]), place),
      );
    case 'doc':
      return keep(manifest.docs, salvage(docBlockSchema, adapt(raw, [docIds]), place));
    default:
      return keep(manifest.nodes, salvage(nodeSchema, adapt(raw, nodes), place));
  }
}

/** Adds a disabled resource; of whatever type, it is kept as a node. */
export function addDisabled(manifest: Manifest, raw: JsonObject, place: Place): void {
  keep(manifest.disabled, salvage(nodeSchema, adapt(raw, nodes), place));
}

function keep<T>(list: T[], value: T | null): void {
  if (value !== null) list.push(value);
}
