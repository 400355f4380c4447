import type { CatalogColumn, CatalogTable } from '../artifacts/catalog.ts';
import type { ManifestColumn } from '../artifacts/manifest/parts.ts';
import { foldColumnName } from './column-name.ts';
import type { Column, ForeignKey } from './column.ts';
import { constraintOf } from './details/node.ts';

/** What is known of a resource's columns from elsewhere than its own YAML. All keys are folded column names. */
export interface ColumnContext {
  readonly table: CatalogTable | null;
  readonly primaryKey: ReadonlySet<string>;
  readonly testIds: ReadonlyMap<string, readonly string[]>;
  readonly foreignKeys: ReadonlyMap<string, readonly ForeignKey[]>;
}

/**
 * One list of columns from the project's YAML and the catalog: the project's order and spelling first, then what only
 * the catalog knows, in the warehouse's order. Names are the same when they differ only by case, as warehouses fold
 * it, or by the quotes that some write around them in YAML; where a relation really has both, the same spelling is
 * matched first.
 */
export function mergeColumns(
  declared: readonly ManifestColumn[],
  context: ColumnContext,
): Column[] {
  const inCatalog = matchCatalog(declared, context.table?.columns ?? []);
  const matched = new Set(inCatalog.values());
  // Every relation has columns: an entry that names none could not be looked into.
  const hasCatalog = (context.table?.columns.length ?? 0) > 0;
  return [
    ...declared.map((column) => {
      const seen = inCatalog.get(column) ?? null;
      return {
        ...known(column.name, seen, context),
        description: column.description,
        declaredType: column.data_type,
        docBlocks: docBlockNames(column.doc_blocks),
        tags: column.tags,
        meta: column.meta,
        constraints: column.constraints.map(constraintOf),
        isDeclared: true,
        isInCatalog: hasCatalog ? seen !== null : null,
      };
    }),
    ...(context.table?.columns ?? [])
      .filter((column) => !matched.has(column))
      .map((column) => ({
        ...known(column.name, column, context),
        description: '',
        declaredType: null,
        docBlocks: [],
        tags: [],
        meta: {},
        constraints: [],
        isDeclared: false,
        isInCatalog: true,
      })),
  ];
}

/** `doc.shop.amount_nok` → `amount_nok`. */
export function docBlockNames(ids: readonly string[]): readonly string[] {
  return ids.length === 0 ? ids : ids.map((id) => id.replace(/^doc\.[^.]+\./, ''));
}

function known(name: string, seen: CatalogColumn | null, context: ColumnContext) {
  const key = foldColumnName(name);
  return {
    name,
    catalogType: seen === null || seen.type === '' ? null : seen.type,
    comment: seen?.comment || null,
    isPrimaryKey: context.primaryKey.has(key),
    foreignKeys: context.foreignKeys.get(key) ?? [],
    testIds: context.testIds.get(key) ?? [],
  };
}

function matchCatalog(
  declared: readonly ManifestColumn[],
  seen: readonly CatalogColumn[],
): Map<ManifestColumn, CatalogColumn> {
  const exact = new Map(seen.map((column) => [column.name, column]));
  const matches = new Map<ManifestColumn, CatalogColumn>();
  const taken = new Set<CatalogColumn>();
  const take = (column: ManifestColumn, found: CatalogColumn | undefined): void => {
    if (found === undefined || taken.has(found) || matches.has(column)) return;
    matches.set(column, found);
    taken.add(found);
  };
  for (const column of declared) take(column, exact.get(column.name));
  if (matches.size === declared.length || taken.size === seen.length) return matches;
  const folded = Map.groupBy(seen, ({ name }) => foldColumnName(name));
  for (const column of declared) {
    take(
      column,
      folded.get(foldColumnName(column.name))?.find((candidate) => !taken.has(candidate)),
    );
  }
  return matches;
}
