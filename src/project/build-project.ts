import type { ArtifactSet } from '../artifacts/artifact-set.ts';
import type { CatalogTable } from '../artifacts/catalog.ts';
import type { Manifest } from '../artifacts/manifest/manifest.ts';
import type { ManifestNode } from '../artifacts/manifest/node.ts';
import { attachedNode, testedColumn } from './attach-test.ts';
import { foldColumnName } from './column-name.ts';
import type { ForeignKey } from './column.ts';
import { constraintKeys, foldRelationName, primaryKeyColumns, relationshipKey } from './keys.ts';
import { indexNames } from './name-index.ts';
import { byText, compareText, sortedUnique } from './order.ts';
import { overviewBlocks, rootPackage } from './project-facts.ts';
import type { DisabledResource, Project } from './project.ts';
import { pushTo } from './push-to.ts';
import type { Resource } from './resource.ts';
import { isInFlow } from './resource-types.ts';
import type { ProjectContext } from './resources/context.ts';
import { resourcesOf } from './resources/from-manifest.ts';
import { isoTime } from './time.ts';
import { versionGroups } from './versions.ts';

/** Builds the one normalised model of a project from whatever its artifacts tell. */
export function buildProject(artifacts: Pick<ArtifactSet, 'manifest' | 'catalog'>): Project {
  const { manifest, catalog } = artifacts;
  const resources = resourcesOf(manifest, contextOf(manifest, catalog)).sort(
    byText((r) => r.uniqueId),
  );
  const root = rootPackage(manifest);
  return {
    facts: {
      name: root,
      adapterType: manifest.metadata.adapter_type,
      dbtVersion: manifest.metadata.dbt_version,
      generatedAt: isoTime(manifest.metadata.generated_at),
      invocationId: manifest.metadata.invocation_id,
      hasCatalog: catalog !== null,
    },
    resources: new Map(resources.map((resource) => [resource.uniqueId, resource])),
    children: invert(
      resources.filter((resource) => isInFlow(resource.resourceType)),
      (resource) => resource.parents,
    ),
    dependentTests: invert(
      resources.filter(
        ({ resourceType }) => resourceType === 'test' || resourceType === 'unit_test',
      ),
      (resource) => resource.parents,
    ),
    macroCallers: invert(resources, (resource) => resource.macros),
    packages: packagesOf(resources, root),
    disabled: disabledOf(manifest, resources),
    overviews: overviewBlocks(manifest, root),
  };
}

function contextOf(manifest: Manifest, catalog: ArtifactSet['catalog']): ProjectContext {
  const ids = allIds(manifest);
  const exists = (id: string): boolean => ids.has(id);
  const names = indexNames(manifest.nodes, manifest.sources);
  const targets = { names, byRelation: relationIndex(manifest) };
  const tables = new Map<string, CatalogTable>();
  for (const table of [...(catalog?.nodes ?? []), ...(catalog?.sources ?? [])]) {
    if (!tables.has(table.unique_id)) tables.set(table.unique_id, table);
  }

  const described = new Map(
    [...manifest.nodes, ...manifest.sources].map((entry) => [entry.unique_id, entry]),
  );
  const attached = new Map<string, string>();
  const columnOf = new Map<string, string>();
  const testsOf = new Map<string, string[]>();
  const columnTests = new Map<string, Map<string, string[]>>();
  const testKeys = new Map<string, Map<string, ForeignKey[]>>();
  for (const test of manifest.nodes) {
    if (test.resource_type !== 'test') continue;
    const owner = attachedNode(test, names, exists);
    const column = testedColumn(test, described.get(owner ?? '') ?? null);
    if (column !== null) columnOf.set(test.unique_id, column);
    if (owner === null) continue;
    attached.set(test.unique_id, owner);
    pushTo(testsOf, owner, test.unique_id);
    if (column === null) continue;
    pushTo(mapIn(columnTests, owner), foldColumnName(column), test.unique_id);
    const key = relationshipKey(test, targets);
    if (key !== null) pushTo(mapIn(testKeys, owner), foldColumnName(column), key);
  }
  for (const list of testsOf.values()) list.sort(compareText);
  for (const columns of columnTests.values()) {
    for (const list of columns.values()) list.sort(compareText);
  }

  const versions = versionGroups(manifest.nodes);
  return {
    names,
    exists,
    parentsOf: (id, stated) =>
      sortedUnique(
        [...stated, ...(manifest.parent_map.get(id) ?? [])].filter(
          (parent) => !parent.startsWith('macro.'),
        ),
      ),
    testsOf: (id) => testsOf.get(id) ?? [],
    groupOwner: (group, packageName) => {
      if (group === null) return null;
      const namesakes = manifest.groups.filter((candidate) => candidate.name === group);
      return (namesakes.find((g) => g.package_name === packageName) ?? namesakes[0])?.owner ?? null;
    },
    catalogTable: (id) => tables.get(id) ?? null,
    versionIds: (id) => versions.get(id) ?? [],
    columnContext: (id, columns, constraints, inferredKey) => ({
      table: tables.get(id) ?? null,
      primaryKey: primaryKeyColumns(columns, constraints, inferredKey),
      testIds: columnTests.get(id) ?? new Map(),
      foreignKeys: mergeKeys(
        constraintKeys(columns, constraints, targets, described.get(id)?.relation_name ?? null),
        testKeys.get(id),
      ),
    }),
    attachedNode: (id) => attached.get(id) ?? null,
    testedColumn: (id) => columnOf.get(id) ?? null,
  };
}

function allIds(manifest: Manifest): ReadonlySet<string> {
  return new Set(
    [
      manifest.nodes,
      manifest.sources,
      manifest.exposures,
      manifest.metrics,
      manifest.semantic_models,
      manifest.saved_queries,
      manifest.unit_tests,
      manifest.functions,
      manifest.groups,
      manifest.macros,
    ].flatMap((list) => list.map((entry) => entry.unique_id)),
  );
}

function relationIndex(manifest: Manifest): Map<string, string> {
  const byRelation = new Map<string, string>();
  for (const entry of [...manifest.sources, ...manifest.nodes]) {
    if (entry.resource_type === 'test' || entry.relation_name === null) continue;
    byRelation.set(foldRelationName(entry.relation_name), entry.unique_id);
  }
  return byRelation;
}

function mergeKeys(
  constraints: Map<string, ForeignKey[]>,
  tests: ReadonlyMap<string, readonly ForeignKey[]> | undefined,
): Map<string, ForeignKey[]> {
  for (const [column, keys] of tests ?? []) {
    const known = constraints.get(column) ?? [];
    const added = keys.filter((key) => !known.some((other) => sameTarget(key, other)));
    constraints.set(column, [...known, ...added]);
  }
  return constraints;
}

function sameTarget(a: ForeignKey, b: ForeignKey): boolean {
  return a.toId === b.toId && a.toName === b.toName && a.toColumn === b.toColumn;
}

function invert(
  resources: readonly Resource[],
  targets: (resource: Resource) => readonly string[],
): Map<string, readonly string[]> {
  const inverse = new Map<string, string[]>();
  // Resources come sorted by id, so each list is sorted too.
  for (const resource of resources) {
    for (const target of targets(resource)) pushTo(inverse, target, resource.uniqueId);
  }
  return inverse;
}

function packagesOf(resources: readonly Resource[], root: string | null): string[] {
  const names = sortedUnique(resources.map((resource) => resource.packageName)).filter(
    (name) => name !== '',
  );
  return root !== null && names.includes(root)
    ? [root, ...names.filter((name) => name !== root)]
    : names;
}

function disabledOf(manifest: Manifest, resources: readonly Resource[]): DisabledResource[] {
  const enabled = new Set(resources.map((resource) => resource.uniqueId));
  const byId = new Map<string, ManifestNode>();
  for (const node of manifest.disabled) {
    if (!enabled.has(node.unique_id) && !byId.has(node.unique_id)) byId.set(node.unique_id, node);
  }
  return [...byId.values()]
    .map((node) => ({
      uniqueId: node.unique_id,
      resourceType: node.resource_type,
      name: node.name,
      filePath: (node.original_file_path || node.path).replaceAll('\\', '/') || null,
    }))
    .sort(byText((node) => node.uniqueId));
}

function mapIn<K, L, V>(map: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const inner = map.get(key) ?? new Map<L, V>();
  map.set(key, inner);
  return inner;
}
