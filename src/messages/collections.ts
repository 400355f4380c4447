/** What each list is called, by its segment of URLs. */
export const COLLECTION_WORDS = {
  models: { singular: 'Model', plural: 'Models' },
  sources: { singular: 'Source', plural: 'Sources' },
  seeds: { singular: 'Seed', plural: 'Seeds' },
  snapshots: { singular: 'Snapshot', plural: 'Snapshots' },
  exposures: { singular: 'Exposure', plural: 'Exposures' },
  metrics: { singular: 'Metric', plural: 'Metrics' },
  'semantic-models': { singular: 'Semantic model', plural: 'Semantic models' },
  'saved-queries': { singular: 'Saved query', plural: 'Saved queries' },
  tests: { singular: 'Test', plural: 'Tests' },
  'unit-tests': { singular: 'Unit test', plural: 'Unit tests' },
  macros: { singular: 'Macro', plural: 'Macros' },
  analyses: { singular: 'Analysis', plural: 'Analyses' },
  operations: { singular: 'Operation', plural: 'Operations' },
  functions: { singular: 'Function', plural: 'Functions' },
  groups: { singular: 'Group', plural: 'Groups' },
  other: { singular: 'Resource', plural: 'Other resources' },
} as const;
