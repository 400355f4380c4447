import { COLLECTION_WORDS } from '../messages/collections.ts';

/** A list of the site: everything of one resource type, under one URL. */
export interface Collection {
  /** URL segment: `semantic-models`. */
  readonly path: string;
  /** dbt's resource types that it holds. */
  readonly resourceTypes: readonly string[];
  readonly singular: string;
  readonly plural: string;
}

/** Every list that a site can have, in the order of the navigation. The URLs are a contract: see `docs/architecture.md`. */
export const COLLECTIONS = [
  { path: 'models', resourceTypes: ['model'], ...COLLECTION_WORDS.models },
  { path: 'sources', resourceTypes: ['source'], ...COLLECTION_WORDS.sources },
  { path: 'seeds', resourceTypes: ['seed'], ...COLLECTION_WORDS.seeds },
  { path: 'snapshots', resourceTypes: ['snapshot'], ...COLLECTION_WORDS.snapshots },
  { path: 'exposures', resourceTypes: ['exposure'], ...COLLECTION_WORDS.exposures },
  { path: 'metrics', resourceTypes: ['metric'], ...COLLECTION_WORDS.metrics },
  {
    path: 'semantic-models',
    resourceTypes: ['semantic_model'],
    ...COLLECTION_WORDS['semantic-models'],
  },
  { path: 'saved-queries', resourceTypes: ['saved_query'], ...COLLECTION_WORDS['saved-queries'] },
  { path: 'tests', resourceTypes: ['test'], ...COLLECTION_WORDS.tests },
  { path: 'unit-tests', resourceTypes: ['unit_test'], ...COLLECTION_WORDS['unit-tests'] },
  { path: 'macros', resourceTypes: ['macro'], ...COLLECTION_WORDS.macros },
  { path: 'analyses', resourceTypes: ['analysis'], ...COLLECTION_WORDS.analyses },
  {
    path: 'operations',
    resourceTypes: ['operation', 'sql_operation', 'sql operation', 'rpc'],
    ...COLLECTION_WORDS.operations,
  },
  { path: 'functions', resourceTypes: ['function'], ...COLLECTION_WORDS.functions },
  { path: 'groups', resourceTypes: ['group'], ...COLLECTION_WORDS.groups },
] as const satisfies readonly Collection[];

/** Where resources go whose type this version doesn't know. */
export const OTHER_COLLECTION: Collection = {
  path: 'other',
  resourceTypes: [],
  ...COLLECTION_WORDS.other,
};

const COLLECTION_OF_TYPE: ReadonlyMap<string, Collection> = new Map(
  COLLECTIONS.flatMap((collection) =>
    collection.resourceTypes.map((type): [string, Collection] => [type, collection]),
  ),
);

/** The list that a resource type belongs to. */
export function collectionOf(resourceType: string): Collection {
  return COLLECTION_OF_TYPE.get(resourceType) ?? OTHER_COLLECTION;
}

/** The resource type that a list is known by: that of its glyph and its code. */
export function collectionType({ resourceTypes }: Collection): string {
  return resourceTypes[0] ?? 'other';
}

/** The place of a resource type in the navigation; unknown types come last. */
export function collectionRank(resourceType: string): number {
  const rank = COLLECTIONS.findIndex(({ path }) => path === collectionOf(resourceType).path);
  return rank === -1 ? COLLECTIONS.length : rank;
}
