import type { CatalogTable } from '../../artifacts/catalog.ts';
import type { ManifestColumn } from '../../artifacts/manifest/parts.ts';
import type { ColumnContext } from '../merge-columns.ts';
import type { NameIndex } from '../name-index.ts';

/** What reading one entry of the manifest needs to know of the others. */
export interface ProjectContext {
  readonly names: NameIndex;
  /** True for unique_ids that the manifest contains. */
  exists(id: string): boolean;
  /** All parents that the manifest names for an entry, sorted: from the entry and from `parent_map`. */
  parentsOf(id: string, stated: readonly string[]): readonly string[];
  /** unique_ids of the tests attached to a resource, sorted. */
  testsOf(id: string): readonly string[];
  groupOwner(
    group: string | null,
    packageName: string,
  ): { readonly name: string | null; readonly email: string | null } | null;
  catalogTable(id: string): CatalogTable | null;
  versionIds(id: string): readonly string[];
  columnContext(
    id: string,
    columns: readonly ManifestColumn[],
    constraints: readonly ManifestColumn['constraints'][number][],
    inferredKey: readonly string[],
  ): ColumnContext;
  attachedNode(testId: string): string | null;
  testedColumn(testId: string): string | null;
}
