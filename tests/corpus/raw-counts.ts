import { join } from 'node:path';
import { testedNode } from './raw-tests.ts';
import { rawFile, rawList, rawObject, rawText, rawTexts } from './raw-json.ts';
import type { Raw } from './raw-json.ts';

/**
 * What a set of artifacts holds, counted straight from its JSON. This is the oracle that the
 * reader and the model are held against, so it shares no code with them.
 */
export interface RawCounts {
  /** unique_id → resource_type, macros and groups included. */
  readonly types: ReadonlyMap<string, string>;
  /** unique_id → name; of a generic test what it is short for: `not_null`. */
  readonly names: ReadonlyMap<string, string>;
  /** unique_id → lower-cased names of its columns: declared ones and the catalog's. */
  readonly columns: ReadonlyMap<string, ReadonlySet<string>>;
  /** unique_id → names of the columns that the project declares, in its order and spelling. */
  readonly declaredColumns: ReadonlyMap<string, readonly string[]>;
  /** unique_id → lower-cased column → the catalog's type; only for ids the manifest has. */
  readonly catalogTypes: ReadonlyMap<string, ReadonlyMap<string, string | null>>;
  /** unique_id of a data test → unique_id of what it tests; null when it can't be told. */
  readonly testedNodes: ReadonlyMap<string, string | null>;
  /** `tested node > lower-cased column > test`, for the columns that exist. */
  readonly columnTests: ReadonlySet<string>;
  /** `parent > child`, both part of the manifest; macros and groups apart. */
  readonly edges: ReadonlySet<string>;
  /** The same as `parent_map` and `child_map` tell it; null without the map, or when it is empty. */
  readonly parentMap: ReadonlySet<string> | null;
  readonly childMap: ReadonlySet<string> | null;
  /** `parent > child` whose parent the manifest doesn't contain. */
  readonly missingParents: ReadonlySet<string>;
  readonly disabled: ReadonlySet<string>;
}

/** The top-level maps of a manifest that hold resources, in the words of dbt 0.17 to 2.0. */
const SECTIONS = [
  'nodes',
  'sources',
  'exposures',
  'metrics',
  'semantic_models',
  'saved_queries',
  'unit_tests',
  'functions',
  'groups',
  'macros',
] as const;

/**
 * Counts a folder with `manifest.json` and, where there is one, `catalog.json`.
 *
 * @throws Error when the folder holds no manifest
 */
export function countRaw(folder: string): RawCounts {
  const manifest = rawFile(join(folder, 'manifest.json'));
  if (manifest === null) throw new Error(`${folder} holds no manifest.json.`);
  return countManifest(manifest, rawFile(join(folder, 'catalog.json')));
}

function countManifest(manifest: Raw, catalog: Raw | null): RawCounts {
  const entries = allEntries(manifest);
  const catalogColumns = readCatalog(catalog, entries);
  const columns = mergeColumns(entries, catalogColumns);
  const types = new Map([...entries].map(([id, entry]) => [id, resourceType(id, entry)]));
  const testedNodes = new Map<string, string | null>();
  for (const [id, type] of types) {
    if (type === 'test') testedNodes.set(id, testedNode(rawObject(entries.get(id)), entries));
  }
  return {
    types,
    names: new Map([...entries].map(([id, entry]) => [id, shortName(entry)])),
    columns,
    declaredColumns: declaredColumns(entries),
    catalogTypes: catalogColumns,
    testedNodes,
    columnTests: testsOfColumns(entries, testedNodes, columns),
    ...readEdges(entries),
    parentMap: readMap(manifest['parent_map'], entries, (id, other) => edge(other, id)),
    childMap: readMap(manifest['child_map'], entries, (id, other) => edge(id, other)),
    disabled: readDisabled(manifest['disabled'], entries),
  };
}

function edge(parent: string, child: string): string {
  return `${parent} > ${child}`;
}

function allEntries(manifest: Raw): Map<string, Raw> {
  const entries = new Map<string, Raw>();
  for (const section of SECTIONS) {
    for (const [id, entry] of Object.entries(rawObject(manifest[section]))) {
      entries.set(id, rawObject(entry));
    }
  }
  return entries;
}

function shortName(entry: Raw): string {
  return rawText(rawObject(entry['test_metadata'])['name']) ?? rawText(entry['name']) ?? '';
}

function resourceType(id: string, entry: Raw): string {
  return rawText(entry['resource_type']) ?? id.slice(0, id.indexOf('.'));
}

/** Catalogs key their columns by name; the key is what tells two columns apart. */
function readCatalog(
  catalog: Raw | null,
  entries: ReadonlyMap<string, Raw>,
): Map<string, Map<string, string | null>> {
  const result = new Map<string, Map<string, string | null>>();
  for (const section of ['nodes', 'sources']) {
    for (const [id, table] of Object.entries(rawObject(catalog?.[section]))) {
      if (!entries.has(id)) continue;
      const types = Object.entries(rawObject(rawObject(table)['columns'])).map(
        ([name, column]): [string, string | null] => [
          name.toLowerCase(),
          rawText(rawObject(column)['type']),
        ],
      );
      result.set(id, new Map(types));
    }
  }
  return result;
}

function declaredColumns(entries: ReadonlyMap<string, Raw>): Map<string, string[]> {
  const result = new Map<string, string[]>();
  for (const [id, entry] of entries) {
    const names = Object.keys(rawObject(entry['columns']));
    if (names.length > 0) result.set(id, names);
  }
  return result;
}

function mergeColumns(
  entries: ReadonlyMap<string, Raw>,
  catalog: ReadonlyMap<string, ReadonlyMap<string, string | null>>,
): Map<string, Set<string>> {
  const result = new Map<string, Set<string>>();
  for (const [id, entry] of entries) {
    const declared = Object.keys(rawObject(entry['columns'])).map((name) => name.toLowerCase());
    const names = new Set([...declared, ...(catalog.get(id)?.keys() ?? [])]);
    if (names.size > 0) result.set(id, names);
  }
  return result;
}

function testsOfColumns(
  entries: ReadonlyMap<string, Raw>,
  testedNodes: ReadonlyMap<string, string | null>,
  columns: ReadonlyMap<string, ReadonlySet<string>>,
): Set<string> {
  const result = new Set<string>();
  for (const [test, node] of testedNodes) {
    if (node === null) continue;
    const entry = rawObject(entries.get(test));
    const kwargs = rawObject(rawObject(entry['test_metadata'])['kwargs']);
    const column = (rawText(entry['column_name']) ?? rawText(kwargs['column_name']))?.toLowerCase();
    if (column !== undefined && columns.get(node)?.has(column) === true) {
      result.add(`${node} > ${column} > ${test}`);
    }
  }
  return result;
}

function readEdges(entries: ReadonlyMap<string, Raw>): Pick<RawCounts, 'edges' | 'missingParents'> {
  const edges = new Set<string>();
  const missingParents = new Set<string>();
  for (const [id, entry] of entries) {
    if (resourceType(id, entry) === 'macro') continue;
    for (const parent of rawTexts(rawObject(entry['depends_on'])['nodes'])) {
      (entries.has(parent) ? edges : missingParents).add(edge(parent, id));
    }
  }
  return { edges, missingParents };
}

function readMap(
  map: unknown,
  entries: ReadonlyMap<string, Raw>,
  toEdge: (id: string, other: string) => string,
): Set<string> | null {
  const pairs = Object.entries(rawObject(map));
  if (pairs.length === 0) return null;
  const edges = new Set<string>();
  for (const [id, others] of pairs) {
    for (const other of rawTexts(others)) {
      if (entries.has(id) && entries.has(other)) edges.add(toEdge(id, other));
    }
  }
  return edges;
}

/**
 * A list of nodes up to schema v3, a map from id to nodes since v4. What is switched off in one
 * package and on in another is part of the project.
 */
function readDisabled(disabled: unknown, entries: ReadonlyMap<string, Raw>): Set<string> {
  const ids = Array.isArray(disabled)
    ? rawTexts(rawList(disabled).map((entry) => rawObject(entry)['unique_id']))
    : Object.keys(rawObject(disabled));
  return new Set(ids.filter((id) => !entries.has(id)));
}
