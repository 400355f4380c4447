import type { Manifest } from '../../artifacts/manifest/manifest.ts';
import type { ManifestFunction } from '../../artifacts/manifest/function.ts';
import type { ManifestNode } from '../../artifacts/manifest/node.ts';
import type { ManifestSource } from '../../artifacts/manifest/source.ts';
import type { Column } from '../column.ts';
import { freshnessCriteria, isRelationType, nodeDetails } from '../details/node.ts';
import { metricDetails, savedQueryDetails, semanticModelDetails } from '../details/semantic.ts';
import { testDetails } from '../details/test.ts';
import { unitTestDetails } from '../details/unit-test.ts';
import type { Details } from '../details/details.ts';
import { mergeColumns } from '../merge-columns.ts';
import { sortedUnique } from '../order.ts';
import { parseRefText } from '../ref-text.ts';
import type { Resource } from '../resource.ts';
import { catalogEntry, commonOf, type EntryExtras, relationOf } from './common.ts';
import type { ProjectContext } from './context.ts';

/** Every resource that a manifest contains, in no particular order. */
export function resourcesOf(manifest: Manifest, context: ProjectContext): Resource[] {
  const grouped = groupedEntries(manifest);
  return [
    ...manifest.nodes.map((node) => fromNode(node, context)),
    ...manifest.sources.map((source) => fromSource(source, context)),
    ...manifest.exposures.map((exposure) => ({
      ...commonOf(exposure, { dependsOn: exposure.depends_on, owner: exposure.owner }, context),
      label: exposure.label,
      details: {
        kind: 'exposure' as const,
        contact: exposure.owner.contact,
        exposureType: exposure.type || null,
        maturity: exposure.maturity,
        url: exposure.url,
      },
    })),
    ...manifest.metrics.map((metric) => ({
      ...commonOf(metric, { dependsOn: metric.depends_on }, context),
      label: metric.label || null,
      details: metricDetails(metric),
    })),
    ...manifest.semantic_models.map((semanticModel) => ({
      ...commonOf(semanticModel, { dependsOn: semanticModel.depends_on }, context),
      label: semanticModel.label,
      details: semanticModelDetails(
        semanticModel,
        refTarget(semanticModel.model, semanticModel, context),
      ),
    })),
    ...manifest.saved_queries.map((savedQuery) => ({
      ...commonOf(savedQuery, { dependsOn: savedQuery.depends_on }, context),
      label: savedQuery.label,
      details: savedQueryDetails(savedQuery),
    })),
    ...manifest.unit_tests.map((unitTest) => ({
      ...commonOf(
        unitTest,
        { dependsOn: unitTest.depends_on, checksum: unitTest.checksum },
        context,
      ),
      details: unitTestDetails(unitTest, testedModel(unitTest, context)),
    })),
    ...manifest.functions.map((definition) => fromFunction(definition, context)),
    ...manifest.macros.map((macro) => ({
      ...commonOf(
        { ...macro, fqn: [], tags: [], config: {}, group: null },
        {
          dependsOn: { nodes: [], macros: macro.depends_on.macros },
          docs: macro.docs,
          rawCode: macro.macro_sql,
        },
        context,
      ),
      // A macro's text is Jinja around SQL.
      language: 'sql',
      details: { kind: 'macro' as const, arguments: macro.arguments.map(argumentOf) },
    })),
    ...manifest.groups.map((group) => ({
      ...commonOf(group, { owner: group.owner }, context),
      details: {
        kind: 'group' as const,
        contact: group.owner.contact,
        memberIds: membersOf(group, manifest.groups, grouped),
      },
    })),
  ];
}

function fromNode(node: ManifestNode, context: ProjectContext): Resource {
  const table = context.catalogTable(node.unique_id);
  return {
    ...commonOf(
      node,
      {
        ...codeOf(node),
        dependsOn: node.depends_on,
        docs: node.docs,
        docBlocks: node.doc_blocks,
      },
      context,
    ),
    relation: relationOf(node, node.alias),
    catalog: catalogEntry(table),
    columns: columnsOf(node, node.constraints, node.primary_key, context),
    details: detailsOf(node, context),
  };
}

function columnsOf(
  { unique_id: id, columns }: ManifestNode | ManifestSource,
  constraints: ManifestNode['constraints'],
  inferredKey: readonly string[],
  context: ProjectContext,
): readonly Column[] {
  // Tests are most of a project, and have none.
  if (columns.length === 0 && context.catalogTable(id) === null) return [];
  return mergeColumns(columns, context.columnContext(id, columns, constraints, inferredKey));
}

function detailsOf(node: ManifestNode, context: ProjectContext): Details {
  if (node.resource_type === 'test') {
    const attached = context.attachedNode(node.unique_id);
    return testDetails(node, attached, context.testedColumn(node.unique_id));
  }
  return isRelationType(node.resource_type)
    ? nodeDetails(node, context.versionIds(node.unique_id))
    : { kind: 'other', unknownFields: node.unknown_fields };
}

function fromSource(source: ManifestSource, context: ProjectContext): Resource {
  return {
    ...commonOf(source, { docs: source.docs, docBlocks: source.doc_blocks }, context),
    relation: relationOf(source, source.identifier),
    catalog: catalogEntry(context.catalogTable(source.unique_id)),
    columns: columnsOf(source, [], [], context),
    details: {
      kind: 'source',
      sourceName: source.source_name,
      sourceDescription: source.source_description,
      loader: source.loader || null,
      loadedAtField: source.loaded_at_field,
      loadedAtQuery: source.loaded_at_query,
      freshness: freshnessCriteria(source.freshness),
      external: source.external,
    },
  };
}

function fromFunction(definition: ManifestFunction, context: ProjectContext): Resource {
  const { config } = definition;
  return {
    ...commonOf(
      definition,
      { ...codeOf(definition), dependsOn: definition.depends_on, docs: definition.docs },
      context,
    ),
    relation: relationOf(definition, definition.alias),
    details: {
      kind: 'function',
      functionType: typeof config['type'] === 'string' ? config['type'] : null,
      volatility: typeof config['volatility'] === 'string' ? config['volatility'] : null,
      arguments: definition.arguments.map(argumentOf),
      returns: definition.returns?.data_type ?? null,
      returnsDescription: definition.returns?.description ?? '',
      runtimeVersion:
        typeof config['runtime_version'] === 'string' ? config['runtime_version'] : null,
      entryPoint: typeof config['entry_point'] === 'string' ? config['entry_point'] : null,
    },
  };
}

function codeOf(entry: ManifestNode | ManifestFunction): EntryExtras {
  const { checksum, language, raw_code: rawCode, compiled_code: compiledCode } = entry;
  return { checksum, language, rawCode, compiledCode };
}

function argumentOf(argument: {
  readonly name: string;
  readonly data_type: string | null;
  readonly description: string;
  readonly default_value: string | null;
}) {
  return {
    name: argument.name,
    type: argument.data_type,
    description: argument.description,
    defaultValue: argument.default_value,
  };
}

function refTarget(
  text: string,
  entry: { readonly depends_on: { readonly nodes: readonly string[] } },
  context: ProjectContext,
): string | null {
  const ref = parseRefText(text);
  const named = ref === null ? null : context.names.resolve(ref, entry.depends_on.nodes);
  return [named, ...entry.depends_on.nodes].find((id) => id !== null && context.exists(id)) ?? null;
}

function testedModel(
  unitTest: Manifest['unit_tests'][number],
  context: ProjectContext,
): string | null {
  const { tested_node_unique_id: stated, model, version } = unitTest;
  if (stated !== null && context.exists(stated)) return stated;
  const named = context.names.resolve(
    { kind: 'ref', packageName: null, name: model, version },
    unitTest.depends_on.nodes,
  );
  return named !== null && context.exists(named) ? named : null;
}

/** What a group can hold, by the group's name. */
function groupedEntries(manifest: Manifest): ReadonlyMap<string, readonly GroupedEntry[]> {
  return Map.groupBy(
    [
      ...manifest.nodes,
      ...manifest.metrics,
      ...manifest.saved_queries,
      ...manifest.semantic_models,
      ...manifest.functions,
    ].filter((entry) => entry.group !== null),
    (entry) => entry.group ?? '',
  );
}

type GroupedEntry = Pick<ManifestNode, 'unique_id' | 'package_name'>;

/** Groups belong to a package, but a package's models may name the root project's group. */
function membersOf(
  group: Manifest['groups'][number],
  groups: Manifest['groups'],
  grouped: ReadonlyMap<string, readonly GroupedEntry[]>,
): string[] {
  const isElsewhere = groups.some(
    (other) => other.name === group.name && other.package_name !== group.package_name,
  );
  return sortedUnique(
    (grouped.get(group.name) ?? [])
      .filter((entry) => !isElsewhere || entry.package_name === group.package_name)
      .map((entry) => entry.unique_id),
  );
}
