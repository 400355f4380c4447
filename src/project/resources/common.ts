import type { CatalogTable } from '../../artifacts/catalog.ts';
import type { ManifestNode } from '../../artifacts/manifest/node.ts';
import { cssColor } from '../css-color.ts';
import { findOwner } from '../find-owner.ts';
import { docBlockNames } from '../merge-columns.ts';
import { sortedUnique } from '../order.ts';
import type { CatalogEntry, Relation, Resource } from '../resource.ts';
import type { ProjectContext } from './context.ts';

/** What entries of every list of a manifest have. */
export interface ManifestEntry {
  readonly unique_id: string;
  readonly name: string;
  readonly resource_type: string;
  readonly package_name: string;
  readonly path: string;
  readonly original_file_path: string;
  readonly patch_path: string | null;
  readonly description: string;
  readonly fqn: readonly string[];
  readonly tags: readonly string[];
  readonly meta: Readonly<Record<string, unknown>>;
  readonly config: Readonly<Record<string, unknown>>;
  readonly group: string | null;
}

/**
 * What only some lists have. Handed in by name: entries keep keys that their schema doesn't know, so what is merely
 * found on one was never validated.
 */
export interface EntryExtras {
  readonly dependsOn?: { readonly nodes: readonly string[]; readonly macros: readonly string[] };
  readonly docs?: { readonly show: boolean; readonly node_color: string | null };
  readonly owner?: { readonly name: string | null; readonly email: string | null };
  readonly checksum?: { readonly checksum: string } | null;
  readonly language?: string | null;
  readonly rawCode?: string | null;
  readonly compiledCode?: string | null;
  readonly docBlocks?: readonly string[];
}

/** The part of a resource that is read in the same way from every list of the manifest. */
export function commonOf(
  entry: ManifestEntry,
  extras: EntryExtras,
  context: ProjectContext,
): Omit<Resource, 'details'> {
  const { meta, group } = entry;
  const named = context.parentsOf(entry.unique_id, extras.dependsOn?.nodes ?? []);
  const parents = named.filter((id) => context.exists(id));
  return {
    uniqueId: entry.unique_id,
    resourceType: entry.resource_type,
    name: entry.name,
    label: null,
    packageName: entry.package_name,
    description: entry.description,
    docBlocks: docBlockNames(extras.docBlocks ?? []),
    tags: entry.tags,
    meta,
    owner: findOwner(extras.owner ?? null, context.groupOwner(group, entry.package_name), meta),
    group,
    fqn: entry.fqn,
    filePath: slashes(entry.original_file_path || entry.path),
    // dbt writes `package://path`.
    patchPath: slashes(entry.patch_path?.replace(/^[^:]*:\/\//, '') ?? ''),
    isShown: extras.docs?.show ?? true,
    nodeColor: cssColor(extras.docs?.node_color ?? null),
    config: entry.config,
    checksum: extras.checksum?.checksum || null,
    language: extras.language ?? null,
    rawCode: realCode(extras.rawCode),
    compiledCode: realCode(extras.compiledCode),
    relation: null,
    catalog: null,
    columns: [],
    parents,
    missingParents:
      parents.length === named.length ? [] : named.filter((id) => !context.exists(id)),
    macros: sortedUnique(extras.dependsOn?.macros ?? []),
    testIds: context.testsOf(entry.unique_id),
  };
}

/** Where the warehouse has something. Adapters without databases write an empty one. */
export function relationOf(
  entry: Pick<ManifestNode, 'database' | 'schema' | 'relation_name'>,
  identifier: string,
): Relation {
  return {
    database: entry.database || null,
    schema: entry.schema || null,
    identifier: identifier || null,
    name: entry.relation_name || null,
  };
}

/** What the catalog tells of a relation beside its columns. */
export function catalogEntry(table: CatalogTable | null): CatalogEntry | null {
  if (table === null) return null;
  return {
    type: table.metadata.type || null,
    owner: table.metadata.owner || null,
    comment: table.metadata.comment || null,
    stats: table.stats
      .filter((stat) => stat.id !== 'has_stats' && stat.include !== false)
      .map(({ id, label, value, description }) => ({
        id,
        label: label === '' ? id : label,
        value,
        description: description ?? '',
      })),
  };
}

/** Paths are written with forward slashes, also by a dbt on Windows, and without the `./` that hooks have. */
function slashes(path: string): string | null {
  return path === '' ? null : path.replaceAll('\\', '/').replace(/^\.\//, '');
}

/** dbt Fusion writes a placeholder where it has no code. */
function realCode(code: string | null | undefined): string | null {
  return code === undefined || code === null || code === '' || code === '--placeholder--'
    ? null
    : code;
}
