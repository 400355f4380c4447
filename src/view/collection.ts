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
  { path: 'models', resourceTypes: ['model'], singular: 'Model', plural: 'Models' },
  { path: 'sources', resourceTypes: ['source'], singular: 'Source', plural: 'Sources' },
  { path: 'seeds', resourceTypes: ['seed'], singular: 'Seed', plural: 'Seeds' },
  { path: 'snapshots', resourceTypes: ['snapshot'], singular: 'Snapshot', plural: 'Snapshots' },
  { path: 'exposures', resourceTypes: ['exposure'], singular: 'Exposure', plural: 'Exposures' },
  { path: 'metrics', resourceTypes: ['metric'], singular: 'Metric', plural: 'Metrics' },
  {
    path: 'semantic-models',
    resourceTypes: ['semantic_model'],
    singular: 'Semantic model',
    plural: 'Semantic models',
  },
  {
    path: 'saved-queries',
    resourceTypes: ['saved_query'],
    singular: 'Saved query',
    plural: 'Saved queries',
  },
  { path: 'tests', resourceTypes: ['test'], singular: 'Test', plural: 'Tests' },
  { path: 'unit-tests', resourceTypes: ['unit_test'], singular: 'Unit test', plural: 'Unit tests' },
  { path: 'macros', resourceTypes: ['macro'], singular: 'Macro', plural: 'Macros' },
  { path: 'analyses', resourceTypes: ['analysis'], singular: 'Analysis', plural: 'Analyses' },
  {
    path: 'operations',
    resourceTypes: ['operation', 'sql_operation', 'sql operation', 'rpc'],
    singular: 'Operation',
    plural: 'Operations',
  },
  { path: 'functions', resourceTypes: ['function'], singular: 'Function', plural: 'Functions' },
  { path: 'groups', resourceTypes: ['group'], singular: 'Group', plural: 'Groups' },
] as const satisfies readonly Collection[];

/** Where resources go whose type this version doesn't know. */
export const OTHER_COLLECTION: Collection = {
  path: 'other',
  resourceTypes: [],
  singular: 'Resource',
  plural: 'Other resources',
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
