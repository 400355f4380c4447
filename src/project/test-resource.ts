import type { Column } from './column.ts';
import type { NodeDetails } from './details/details.ts';
import type { Resource } from './resource.ts';

/** A resource for tests: a plain model but for what is given. */
export function aResource(uniqueId: string, given: Partial<Resource> = {}): Resource {
  const [resourceType = 'model', packageName = 'shop', ...name] = uniqueId.split('.');
  return {
    uniqueId,
    resourceType,
    packageName,
    name: name.join('.'),
    label: null,
    description: '',
    docBlocks: [],
    tags: [],
    meta: {},
    owner: null,
    group: null,
    fqn: [packageName, ...name],
    filePath: null,
    patchPath: null,
    isShown: true,
    nodeColor: null,
    config: {},
    checksum: null,
    language: 'sql',
    rawCode: null,
    compiledCode: null,
    relation: null,
    catalog: null,
    columns: [],
    parents: [],
    missingParents: [],
    macros: [],
    testIds: [],
    details: resourceType === 'model' ? aNode() : { kind: 'other', unknownFields: null },
    ...given,
  };
}

/** A column for tests, declared without a type but for what is given. */
export function aColumn(name: string, given: Partial<Column> = {}): Column {
  return {
    name,
    description: '',
    declaredType: null,
    catalogType: null,
    comment: null,
    docBlocks: [],
    tags: [],
    meta: {},
    constraints: [],
    isPrimaryKey: false,
    foreignKeys: [],
    testIds: [],
    isDeclared: true,
    isInCatalog: null,
    ...given,
  };
}

export function aNode(given: Partial<NodeDetails> = {}): NodeDetails {
  return {
    kind: 'node',
    materialized: 'table',
    access: null,
    version: null,
    latestVersion: null,
    versionIds: [],
    contractEnforced: false,
    constraints: [],
    primaryKey: [],
    deprecationDate: null,
    freshness: null,
    timeSpineColumn: null,
    timeSpineGranularity: null,
    customGranularities: [],
    ...given,
  };
}
