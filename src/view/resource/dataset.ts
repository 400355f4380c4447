import type { Resource } from '../../project/resource.ts';
import type { ViewContext } from '../context.ts';
import type { DatasetView } from '../dataset.ts';

/** What a resource is as data; null for what holds none: exposures, metrics, macros, and models that dbt inlines. */
export function datasetView(resource: Resource, context: ViewContext): DatasetView | null {
  const { uniqueId, details, relation, owner, tags } = resource;
  const isData =
    details.kind === 'source' ||
    (details.kind === 'node' &&
      DATA.has(resource.resourceType) &&
      details.materialized !== 'ephemeral');
  if (!isData) return null;
  return {
    relation: relation?.name ?? null,
    owner: owner?.name ?? null,
    tags,
    version: details.kind === 'node' ? details.version : null,
    modifiedAt: modifiedAt(uniqueId, context),
  };
}

const DATA: ReadonlySet<string> = new Set(['model', 'seed', 'snapshot']);

/** When dbt last built it, or, of a source, when its newest row was loaded. */
function modifiedAt(uniqueId: string, { history }: ViewContext): string | null {
  const checked = history.latestFreshness(uniqueId);
  if (checked !== null) return checked.result.maxLoadedAt;
  const built = history.resultsOf(uniqueId).find(({ result }) => result.kind === 'success');
  return built === undefined ? null : (built.result.completedAt ?? built.run.completedAt);
}
