import { isDeepStrictEqual as isSame } from 'node:util';
import type { ManifestExposure } from '../../artifacts/manifest/exposure.ts';
import type { ManifestFunction } from '../../artifacts/manifest/function.ts';
import type { Manifest } from '../../artifacts/manifest/manifest.ts';
import type { ManifestSavedQuery } from '../../artifacts/manifest/metric.ts';
import type { ManifestNode } from '../../artifacts/manifest/node.ts';
import type { ManifestSource } from '../../artifacts/manifest/source.ts';
import { changedMacros, createMacroCheck } from './changed-macros.ts';
import { sameConfig } from './same-config.ts';
import type { StateChange, StatePart } from './state-change.ts';

type Config = Readonly<Record<string, unknown>>;

/** What dbt looks at in two states of one resource: a part that has a name, or something without one. */
interface Comparison {
  readonly parts: readonly (readonly [part: StatePart, isSame: boolean])[];
  readonly isOtherwiseSame: boolean;
}

/** An entry of any list of a manifest, as far as it is compared. */
interface Entry {
  readonly unique_id: string;
  readonly depends_on?: { readonly macros: readonly string[] };
}

/**
 * What changed between two manifests of a project, as dbt's `state:` selectors see it: tags, groups, `meta` of columns
 * and descriptions that aren't persisted are no changes, and neither is where a target puts things.
 *
 * Source: `same_contents` of each kind of node in dbt-core, `dbt/contracts/graph/nodes.py`.
 *
 * @returns unique_id of each resource of the newer manifest → how it changed
 */
export function compareManifests(older: Manifest, newer: Manifest): Map<string, StateChange> {
  const changes = new Map<string, StateChange>();
  const callsChanged = createMacroCheck(newer, changedMacros(older, newer));
  const compare = <T extends Entry>(
    list: (manifest: Manifest) => readonly T[],
    comparison: (old: T, entry: T) => Comparison,
    whenNew: { readonly parts: readonly StatePart[]; readonly isModified: boolean },
  ): void => {
    const known = new Map(list(older).map((entry) => [entry.unique_id, entry]));
    for (const entry of list(newer)) {
      const old = known.get(entry.unique_id) ?? null;
      const { parts, isOtherwiseSame } =
        old === null
          ? {
              parts: whenNew.parts.map((part) => [part, false] as const),
              isOtherwiseSame: !whenNew.isModified,
            }
          : comparison(old, entry);
      const changed = new Set(parts.filter(([, same]) => !same).map(([part]) => part));
      // A new source or metric isn't modified for dbt, though its parts count as changed.
      const differs = old === null ? whenNew.isModified : changed.size > 0 || !isOtherwiseSame;
      const hasMacroChange = callsChanged(entry.depends_on?.macros ?? []);
      if (hasMacroChange) changed.add('macros');
      changes.set(entry.unique_id, {
        isNew: old === null,
        isModified: differs || hasMacroChange,
        parts: changed,
      });
    }
  };
  compare((manifest) => manifest.nodes, compareNodes, NEW_NODE);
  compare((manifest) => manifest.functions, compareFunctions, NEW_NODE);
  compare((manifest) => manifest.sources, compareSources, {
    parts: ['configs', 'relation'],
    isModified: false,
  });
  const newWithConfig = { parts: ['configs'], isModified: false } as const;
  compare((manifest) => manifest.exposures, compareExposures, newWithConfig);
  compare(
    (manifest) => manifest.metrics,
    (old, metric) => ({
      parts: [['configs', sameConfig(old, metric)]],
      isOtherwiseSame:
        isSame(old.type, metric.type) &&
        old.description === metric.description &&
        old.label === metric.label,
    }),
    newWithConfig,
  );
  compare(
    (manifest) => manifest.semantic_models,
    (old, model) => ({
      parts: [['configs', isSame(old.config, model.config)]],
      isOtherwiseSame: SEMANTIC_KEYS.every((key) => isSame(old[key], model[key])),
    }),
    newWithConfig,
  );
  compare(
    (manifest) => manifest.saved_queries,
    (old, query) => ({
      parts: [['configs', isSame(old.config, query.config)]],
      isOtherwiseSame:
        QUERY_KEYS.every((key) => isSame(old[key], query[key])) &&
        PARAM_KEYS.every((key) => isSame(old.query_params[key], query.query_params[key])) &&
        isSame(old.exports.map(comparedExport), query.exports.map(comparedExport)),
    }),
    newWithConfig,
  );
  compare(
    (manifest) => manifest.unit_tests,
    (old, test) => ({
      parts: [],
      isOtherwiseSame: UNIT_TEST_KEYS.every((key) => isSame(old[key], test[key])),
    }),
    { parts: [], isModified: true },
  );
  return changes;
}

const NEW_NODE = {
  parts: ['body', 'configs', 'persisted_descriptions', 'relation', 'contract'],
  isModified: true,
} as const;

const SEMANTIC_KEYS = [
  ...(['model', 'description', 'defaults', 'entities', 'dimensions', 'measures'] as const),
  ...(['primary_entity', 'group'] as const),
] as const;
const QUERY_KEYS = ['description', 'label', 'group', 'tags'] as const;
/** dbt looks at neither order nor limit. */
const PARAM_KEYS = ['metrics', 'group_by', 'where'] as const;
const UNIT_TEST_KEYS = ['model', 'versions', 'given', 'expect', 'overrides'] as const;

function compareNodes(old: ManifestNode, node: ManifestNode): Comparison {
  const parts = [
    ['body', sameBody(old, node)],
    ['configs', sameConfig(old, node)],
    ['persisted_descriptions', samePersistedDescription(old, node)],
    ['relation', sameRelation(old.unrendered_config, node.unrendered_config)],
    ['contract', sameContract(old, node)],
  ] as const;
  const isSameName = isSame(old.fqn, node.fqn);
  if (node.resource_type === 'test' && node.test_metadata !== null) {
    // What a generic test does is said by its name and its configuration.
    const isSameTest = isSameName && sameConfig(old, node);
    return { parts: isSameTest ? [] : [['configs', false]], isOtherwiseSame: isSameTest };
  }
  const isSameForOthers =
    node.resource_type !== 'model' ||
    (old.latest_version === node.latest_version &&
      old.access === node.access &&
      old.deprecation_date === node.deprecation_date);
  return { parts, isOtherwiseSame: isSameName && isSameForOthers };
}

function sameBody(old: ManifestNode, node: ManifestNode): boolean {
  return node.resource_type === 'seed'
    ? isSame(old.checksum, node.checksum)
    : old.raw_code === node.raw_code;
}

/** Only descriptions that dbt writes into the warehouse count. */
function samePersistedDescription(old: ManifestNode, node: ManifestNode): boolean {
  const persisted = node.config['persist_docs'];
  if (typeof persisted !== 'object' || persisted === null) return true;
  const isPersisted = (what: string): boolean =>
    new Map(Object.entries(persisted)).get(what) === true;
  if (isPersisted('relation') && old.description !== node.description) return false;
  if (!isPersisted('columns')) return true;
  const described = ({ columns }: ManifestNode): object =>
    Object.fromEntries(columns.map(({ name, description }) => [name, description]));
  return isSame(described(old), described(node));
}

/** What is configured, and not what a target makes of it. */
function sameRelation(old: Config, config: Config): boolean {
  return ['database', 'schema', 'alias'].every((key) => isSame(old[key], config[key]));
}

function sameContract(old: ManifestNode, node: ManifestNode): boolean {
  if (!old.contract.enforced && !node.contract.enforced) return true;
  return (
    old.contract.enforced &&
    node.contract.enforced &&
    old.contract.checksum === node.contract.checksum
  );
}

/** What an export is, and not where a target puts it. */
function comparedExport({
  name,
  config,
  unrendered_config: unrendered,
}: ManifestSavedQuery['exports'][number]): readonly unknown[] {
  const written = unrendered ?? config;
  return [name, ...['export_as', 'schema', 'alias'].map((key) => written[key])];
}

function compareFunctions(old: ManifestFunction, entry: ManifestFunction): Comparison {
  return {
    parts: [
      ['body', old.raw_code === entry.raw_code],
      ['configs', sameConfig(old, entry)],
      ['relation', sameRelation(old.unrendered_config, entry.unrendered_config)],
    ],
    isOtherwiseSame:
      isSame(old.fqn, entry.fqn) &&
      isSame(old.arguments, entry.arguments) &&
      isSame(old.returns, entry.returns),
  };
}

function compareSources(old: ManifestSource, source: ManifestSource): Comparison {
  return {
    parts: [
      ['configs', sameConfig(old, source)],
      [
        'relation',
        old.database === source.database &&
          old.schema === source.schema &&
          old.identifier === source.identifier,
      ],
    ],
    isOtherwiseSame:
      isSame(old.fqn, source.fqn) &&
      isSame(old.quoting, source.quoting) &&
      isSame(old.freshness, source.freshness) &&
      old.loaded_at_field === source.loaded_at_field &&
      isSame(old.external, source.external),
  };
}

function compareExposures(old: ManifestExposure, exposure: ManifestExposure): Comparison {
  return {
    parts: [['configs', sameConfig(old, exposure)]],
    isOtherwiseSame:
      isSame(old.fqn, exposure.fqn) &&
      old.type === exposure.type &&
      isSame(old.owner, exposure.owner) &&
      old.maturity === exposure.maturity &&
      old.url === exposure.url &&
      old.description === exposure.description &&
      old.label === exposure.label &&
      isSame(new Set(old.depends_on.nodes), new Set(exposure.depends_on.nodes)),
  };
}
