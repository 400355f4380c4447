import type { ManifestNode } from '../artifacts/manifest/node.ts';
import type {
  Constraint as ManifestConstraint,
  ManifestColumn,
} from '../artifacts/manifest/parts.ts';
import { foldColumnName, unquotedName } from './column-name.ts';
import type { ForeignKey } from './column.ts';
import type { NameIndex } from './name-index.ts';
import { pushTo } from './push-to.ts';
import { parseRefText } from './ref-text.ts';

/** Folded names of the columns that make the primary key: from constraints, else as dbt infers it from tests. */
export function primaryKeyColumns(
  columns: readonly ManifestColumn[],
  constraints: readonly ManifestConstraint[],
  inferred: readonly string[],
): ReadonlySet<string> {
  const declared = [
    ...constraints.filter(isPrimaryKey).flatMap((constraint) => constraint.columns),
    ...columns
      .filter((column) => column.constraints.some(isPrimaryKey))
      .map((column) => column.name),
  ];
  return new Set((declared.length > 0 ? declared : inferred).map(foldColumnName));
}

function isPrimaryKey(constraint: ManifestConstraint): boolean {
  return constraint.type === 'primary_key';
}

/** Finds resources by how a constraint or a test names them. */
export interface Targets {
  readonly names: NameIndex;
  /** Relation name with quotes and case folded away → unique_id. */
  readonly byRelation: ReadonlyMap<string, string>;
}

/** Folds a relation name, so that `"db"."main"."orders"` and `db.main.ORDERS` are the same. */
export function foldRelationName(name: string): string {
  return name.replace(/["`[\]]/g, '').toLowerCase();
}

/**
 * Foreign keys by folded column name, from the constraints of a model and of its columns.
 *
 * @param relation the model's own name in the warehouse, which names without schema or database are completed by
 */
export function constraintKeys(
  columns: readonly ManifestColumn[],
  constraints: readonly ManifestConstraint[],
  targets: Targets,
  relation: string | null,
): Map<string, ForeignKey[]> {
  const keys = new Map<string, ForeignKey[]>();
  const add = (constraint: ManifestConstraint, names: readonly string[]): void => {
    if (constraint.type !== 'foreign_key') return;
    const { toColumns, ...target } = targetOf(constraint, targets, relation);
    for (const [at, name] of names.entries()) {
      const toColumn = unquotedOrNull(toColumns[at]);
      pushTo(keys, foldColumnName(name), { ...target, toColumn, from: 'constraint' });
    }
  };
  for (const column of columns) {
    for (const constraint of column.constraints) add(constraint, [column.name]);
  }
  for (const constraint of constraints) add(constraint, constraint.columns);
  return keys;
}

/** The foreign key that a relationships test demands; null for other tests. */
export function relationshipKey(test: ManifestNode, targets: Targets): ForeignKey | null {
  const { test_metadata: metadata } = test;
  if (metadata?.name !== 'relationships') return null;
  const to = metadata.kwargs['to'];
  if (typeof to !== 'string') return null;
  const field = metadata.kwargs['field'];
  return {
    ...resolveTarget(to, test.depends_on.nodes, targets),
    toColumn: unquotedOrNull(field),
    from: 'relationships test',
  };
}

/** `to: ref('customers')` with `to_columns`, or an expression such as `main.customers (id)`. */
function targetOf(
  constraint: ManifestConstraint,
  targets: Targets,
  relation: string | null,
): Omit<ForeignKey, 'from' | 'toColumn'> & { readonly toColumns: readonly string[] } {
  const { to, to_columns: toColumns, expression } = constraint;
  if (to !== null) return { ...resolveTarget(to, [], targets, relation), toColumns };
  const match = /^\s*(?:references\s+)?([^\s(]+)\s*(?:\(([^)]*)\))?/i.exec(expression ?? '');
  return {
    ...resolveTarget(match?.[1] ?? expression ?? '', [], targets, relation),
    toColumns: match?.[2]?.split(',').map((name) => name.trim()) ?? [],
  };
}

function unquotedOrNull(name: unknown): string | null {
  return typeof name === 'string' ? unquotedName(name) : null;
}

function resolveTarget(
  text: string,
  among: readonly string[],
  targets: Targets,
  relation: string | null = null,
): { readonly toId: string | null; readonly toName: string } {
  const ref = parseRefText(text);
  const toId =
    ref === null
      ? (targets.byRelation.get(completed(foldRelationName(text), relation)) ?? null)
      : targets.names.resolve(ref, among);
  return { toId, toName: ref?.name ?? text };
}

/** A name as SQL completes it: what lacks schema or database is in those of the relation that speaks of it. */
function completed(name: string, relation: string | null): string {
  const own = relation === null ? [] : foldRelationName(relation).split('.');
  const missing = own.length - name.split('.').length;
  return [...own.slice(0, Math.max(0, missing)), name].join('.');
}
