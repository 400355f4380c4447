import { DEFAULT_HEALTH, type HealthConfig } from '../config/health.ts';
import type { SourceDetails, TestDetails } from '../project/details/details.ts';
import type { Project } from '../project/project.ts';
import type { Resource } from '../project/resource.ts';
import { memoryHistory } from '../runs/memory-history.ts';
import type { Run } from '../runs/run.ts';
import { createViewContext, type ViewContext } from './context.ts';

export { aColumn, aNode, aResource } from '../project/test-resource.ts';
export { aFreshness, aRun } from '../runs/test-run.ts';

export function aTest(given: Partial<TestDetails> = {}): TestDetails {
  return {
    kind: 'test',
    isGeneric: true,
    testName: 'unique',
    kwargs: {},
    columnName: null,
    attachedNode: null,
    severity: 'error',
    where: null,
    limit: null,
    warnIf: null,
    errorIf: null,
    storeFailures: false,
    ...given,
  };
}

export function aSource(given: Partial<SourceDetails> = {}): SourceDetails {
  return {
    kind: 'source',
    sourceName: 'raw',
    sourceDescription: '',
    loader: null,
    loadedAtField: null,
    loadedAtQuery: null,
    freshness: null,
    external: null,
    ...given,
  };
}

/** A context over these resources and runs, newest run first; children and readers follow from the parents. */
export function aContext(
  resources: readonly Resource[],
  runs: readonly Run[] = [],
  facts: Partial<Project['facts']> = {},
  health: HealthConfig = DEFAULT_HEALTH,
): ViewContext {
  const sorted = resources.toSorted((a, b) => (a.uniqueId < b.uniqueId ? -1 : 1));
  const readers = (isTest: boolean): Map<string, string[]> => {
    const map = new Map<string, string[]>();
    for (const { uniqueId, resourceType, parents } of sorted) {
      if ((resourceType === 'test' || resourceType === 'unit_test') !== isTest) continue;
      for (const parent of parents) map.set(parent, [...(map.get(parent) ?? []), uniqueId]);
    }
    return map;
  };
  const project: Project = {
    facts: {
      name: 'shop',
      adapterType: 'duckdb',
      dbtVersion: '1.11.0',
      generatedAt: '2026-11-02T05:00:00.000Z',
      invocationId: 'i1',
      hasCatalog: false,
      ...facts,
    },
    resources: new Map(sorted.map((resource) => [resource.uniqueId, resource])),
    children: readers(false),
    dependentTests: readers(true),
    macroCallers: new Map(),
    packages: ['shop'],
    disabled: [],
    overviews: new Map(),
  };
  return createViewContext(
    project,
    memoryHistory(runs),
    { base: '/docs/', packageMacros: false, repository: null },
    health,
  );
}
