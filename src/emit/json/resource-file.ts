import type { z } from 'zod';
import type { Column } from '../../project/column.ts';
import type { Details } from '../../project/details/details.ts';
import { metricInputs } from '../../project/details/metric-inputs.ts';
import { nestedParts } from '../../project/nested-type.ts';
import type { Resource } from '../../project/resource.ts';
import type { ViewContext } from '../../view/context.ts';
import { displayName } from '../../project/display-name.ts';
import { lineageTotals } from '../../view/resource/lineage.ts';
import { rulePath } from '../../view/health/state-counts.ts';
import { upstreamOf } from '../../view/resource/upstream.ts';
import { standingOf } from '../../view/resource/version-sections.ts';
import type { ResourcePageView } from '../../view/resource-page.ts';
import { API_VERSION } from '../api-version.ts';
import type { resourceFileSchema } from '../schemas/resource.ts';
import { healthJson } from './health-json.ts';
import { historyJson } from './history-json.ts';
import { lastStatus, resourceRef } from './last-status.ts';

type ResourceFile = z.input<typeof resourceFileSchema>;

/** The JSON twin of a resource's page. Figures come from the page's view, so that both say the same. */
export function resourceFile(
  resource: Resource,
  view: ResourcePageView,
  context: ViewContext,
): ResourceFile {
  const { uniqueId } = resource;
  const totals = lineageTotals(uniqueId, context);
  const checked = context.history.latestFreshness(uniqueId)?.result ?? null;
  return {
    api_version: API_VERSION,
    unique_id: uniqueId,
    name: displayName(resource),
    label: resource.label,
    resource_type: resource.resourceType,
    package_name: resource.packageName,
    href: view.head.href,
    description: resource.description,
    doc_blocks: [...resource.docBlocks],
    tags: [...resource.tags],
    meta: resource.meta,
    config: resource.config,
    owner: resource.owner,
    group: resource.group,
    fqn: [...resource.fqn],
    file_path: resource.filePath,
    patch_path: resource.patchPath,
    is_shown: resource.isShown,
    node_color: resource.nodeColor,
    checksum: resource.checksum,
    language: resource.language,
    relation: resource.relation,
    catalog:
      resource.catalog === null
        ? null
        : { ...resource.catalog, stats: [...resource.catalog.stats] },
    columns: resource.columns.map(columnOf),
    tests: (view.tests?.rows ?? []).map((row) => ({
      unique_id: row.uniqueId,
      name: row.name,
      column_name: row.columnName,
      demands: row.detail,
      severity: row.severity,
      last_status: lastStatus(row.uniqueId, context),
      last_run_at: row.at,
      last_results: [...row.last],
      history: historyJson(row.uniqueId, context),
      failures: row.failures,
      message: row.message,
    })),
    parents: resource.parents.map((id) => resourceRef(id, context)),
    children: (context.project.children.get(uniqueId) ?? []).map((id) => resourceRef(id, context)),
    missing_parents: [...resource.missingParents],
    macros: [...resource.macros],
    total_upstream: totals.upstream,
    total_downstream: totals.downstream,
    last_status: lastStatus(uniqueId, context),
    health: healthJson(uniqueId, context),
    results: (view.results?.rows ?? []).map((row) => ({
      run: row.runHref.replace(/\/$/, '.json'),
      href: row.href,
      at: row.at,
      status: row.status.word,
      target: row.target,
      turn: row.turn,
      execution_time: row.executionTime,
      rows_affected: row.rowsAffected,
      failures: row.failures,
      message: row.message,
    })),
    history: historyJson(uniqueId, context),
    freshness:
      checked === null
        ? null
        : {
            status: checked.status,
            max_loaded_at: checked.maxLoadedAt,
            checked_at: checked.snapshottedAt,
            age: checked.age,
          },
    freshness_history: (view.freshness?.rows ?? []).map((row) => ({
      run: row.runHref.replace(/\/$/, '.json'),
      href: row.href,
      status: row.status.word,
      checked_at: row.checkedAt,
      max_loaded_at: row.maxLoadedAt,
      age: row.age,
      criteria: row.criteria,
      error: row.error,
    })),
    versions: versionsOf(resource, context),
    upstream_trouble: troubleOf(resource, context),
    metric_inputs: inputsOf(resource.details),
    raw_code: resource.rawCode,
    compiled_code: resource.compiledCode,
    details: detailsOf(resource.details),
  };
}

function versionsOf({ details }: Resource, context: ViewContext): ResourceFile['versions'] {
  if (details.kind !== 'node') return [];
  return details.versionIds.map((id) => {
    const other = context.project.resources.get(id)?.details;
    const version = other?.kind === 'node' ? other : null;
    return {
      unique_id: id,
      href: context.links.link(id).href,
      version: version?.version ?? null,
      standing: version === null ? null : standingOf(version),
      deprecation_date: version?.deprecationDate ?? null,
    };
  });
}

function troubleOf(resource: Resource, context: ViewContext): ResourceFile['upstream_trouble'] {
  if (resource.details.kind !== 'exposure') return null;
  const { count, states, tests, troubles, debt } = upstreamOf(resource, context);
  const healthCounts = { degraded: 0, unknown: 0, caution: 0, healthy: 0 };
  for (const { state, count: some } of states) healthCounts[state] = some;
  return {
    upstream: count,
    states: healthCounts,
    test_results: { ...tests },
    rules: debt.map(({ rule, count: affected }) => ({
      name: rule.name,
      affected,
      href: context.links.href(rulePath(rule.name)),
    })),
    troubles: troubles.map(({ uniqueId, status, reasons }) => ({
      unique_id: uniqueId,
      status: status.word,
      reasons: [...reasons],
    })),
  };
}

function inputsOf(details: Details): ResourceFile['metric_inputs'] {
  if (details.kind !== 'metric') return [];
  return metricInputs(details).map(
    ({ role, of, name, alias, filters, offset, fillNullsWith, joinsTimeSpine }) => ({
      role,
      of,
      name,
      alias,
      filters: [...filters],
      offset,
      fill_nulls_with: fillNullsWith,
      joins_time_spine: joinsTimeSpine,
    }),
  );
}

function columnOf(column: Column): ResourceFile['columns'][number] {
  return {
    name: column.name,
    description: column.description,
    type: column.catalogType ?? column.declaredType,
    declared_type: column.declaredType,
    catalog_type: column.catalogType,
    comment: column.comment,
    doc_blocks: [...column.docBlocks],
    parts: nestedParts(column.catalogType ?? column.declaredType ?? '').map(({ path, type }) => ({
      path: [column.name, ...path].join('.'),
      type,
    })),
    tags: [...column.tags],
    meta: column.meta,
    constraints: column.constraints.map((constraint) => ({
      ...constraint,
      columns: [...constraint.columns],
    })),
    is_primary_key: column.isPrimaryKey,
    foreign_keys: column.foreignKeys.map((key) => ({
      to: key.toId,
      to_name: key.toName,
      to_column: key.toColumn,
      from: key.from,
    })),
    tests: [...column.testIds],
    is_declared: column.isDeclared,
    is_in_catalog: column.isInCatalog,
  };
}

/** Our own keys in snake_case; what the project wrote (type parameters, arguments) as it is. */
function detailsOf(details: Details): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(details).map(([key, value]: [string, unknown]) => [
      snakeCase(key),
      USER_WRITTEN.has(key) ? value : snakeKeys(value),
    ]),
  );
}

/** Details whose keys are the project's own. */
const USER_WRITTEN: ReadonlySet<string> = new Set([
  'kwargs',
  'typeParams',
  'overrides',
  'external',
  'unknownFields',
  'contact',
]);

function snakeKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => [
      snakeCase(key),
      snakeKeys(inner),
    ]),
  );
}

function snakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
