import type { ManifestNode } from '../../artifacts/manifest/node.ts';
import { unquotedName } from '../column-name.ts';
import type { Constraint } from '../column.ts';
import { objectOf, textOf } from '../raw-values.ts';
import type { FreshnessCriteria, NodeDetails, Period } from './details.ts';

/** Resource types that dbt builds as a relation, or that describe one. */
const RELATION_TYPES: ReadonlySet<string> = new Set(['model', 'seed', 'snapshot']);

/** True for types whose details are those of a built relation. */
export function isRelationType(resourceType: string): boolean {
  return RELATION_TYPES.has(resourceType);
}

/** What only models, seeds and snapshots tell. */
export function nodeDetails(node: ManifestNode, versionIds: readonly string[]): NodeDetails {
  const materialized = node.config['materialized'];
  return {
    kind: 'node',
    materialized: typeof materialized === 'string' ? materialized : null,
    access: node.access,
    version: node.version,
    latestVersion: node.latest_version,
    versionIds,
    contractEnforced: node.contract.enforced,
    constraints: node.constraints.map(constraintOf),
    primaryKey: node.primary_key.map(unquotedName),
    deprecationDate: node.deprecation_date,
    freshness: freshnessCriteria(node.freshness),
    ...timeSpine(node),
  };
}

function timeSpine({
  time_spine: spine,
  columns,
}: ManifestNode): Pick<
  NodeDetails,
  'timeSpineColumn' | 'timeSpineGranularity' | 'customGranularities'
> {
  const column = textOf(spine?.['standard_granularity_column']);
  const custom = spine?.['custom_granularities'];
  return {
    timeSpineColumn: column,
    timeSpineGranularity: columns.find(({ name }) => name === column)?.granularity ?? null,
    customGranularities: (Array.isArray(custom) ? custom : []).flatMap((raw: unknown) => {
      if (typeof raw !== 'object' || raw === null) return [];
      const { name, column_name: columnName } = raw as { name?: unknown; column_name?: unknown };
      // dbt takes the column of the same name where none is given.
      return typeof name === 'string' ? [{ name, column: textOf(columnName) ?? name }] : [];
    }),
  };
}

/** A constraint in our words. `to` is folded into the expression where dbt keeps it apart. */
export function constraintOf(constraint: ManifestNode['constraints'][number]): Constraint {
  const target =
    constraint.to === null
      ? null
      : `references ${constraint.to}${constraint.to_columns.length > 0 ? ` (${constraint.to_columns.join(', ')})` : ''}`;
  return {
    type: constraint.type,
    name: constraint.name,
    expression: constraint.expression ?? target,
    columns: constraint.columns,
  };
}

/** Freshness criteria from a loose object; null when it sets none. */
export function freshnessCriteria(
  raw: {
    readonly warn_after?: unknown;
    readonly error_after?: unknown;
    readonly filter?: unknown;
  } | null,
): FreshnessCriteria | null {
  if (raw === null) return null;
  const warnAfter = period(raw.warn_after);
  const errorAfter = period(raw.error_after);
  if (warnAfter === null && errorAfter === null) return null;
  return { warnAfter, errorAfter, filter: typeof raw.filter === 'string' ? raw.filter : null };
}

function period(raw: unknown): Period | null {
  const { count, period: unit } = objectOf(raw) ?? {};
  return typeof count === 'number' && typeof unit === 'string' ? { count, period: unit } : null;
}
