import type { HealthConfig } from '../../config/health.ts';
import type { Project } from '../../project/project.ts';
import type { Resource } from '../../project/resource.ts';
import { testsOf } from '../../project/tests-of.ts';
import type { History } from '../../runs/history.ts';
import { newestTime } from '../newest-time.ts';
import type { HealthInput } from '../signals/signal-input.ts';
import { createLayers } from './layers.ts';
import type { Outcome, RuleInput } from './rule.ts';

/** Prepares what all rules share. */
export function createRuleInput(input: HealthInput, config: HealthConfig): RuleInput {
  const { project } = input;
  const all = [...project.resources.values()];
  const own = all.filter(({ packageName }) => packageName === project.facts.name);
  // A project whose name can't be told, or that only tests a package, is judged as a whole.
  const isEmpty = !own.some(({ resourceType }) => resourceType === 'model');
  const resources = config.packages || isEmpty ? all : own;
  const models = resources.flatMap((resource) =>
    resource.resourceType === 'model' && resource.details.kind === 'node'
      ? [{ resource, details: resource.details, id: resource.uniqueId }]
      : [],
  );
  const known = createLayers(
    models.map(({ resource }) => resource),
    config.layers,
  );
  return {
    ...input,
    config,
    newestAt: newestTime(project, input.history),
    resources,
    models,
    sources: ofType(resources, 'source'),
    exposures: ofType(resources, 'exposure'),
    outcomes: outcomesOf(project, input.history),
    testsOf: remembered((id) => {
      const resource = project.resources.get(id);
      return resource === undefined ? [] : testsOf(resource, project);
    }),
    childrenOf: (id) => project.children.get(id) ?? [],
    ...known,
  };
}

/** The newest outcomes as a history tells them. */
export function outcomesOf({ resources }: Project, history: History): readonly Outcome[] {
  const outcomes: Outcome[] = [];
  for (const { uniqueId, resourceType } of resources.values()) {
    // Hundreds of macros are never run.
    if (resourceType === 'macro') continue;
    const isTest = resourceType === 'test' || resourceType === 'unit_test';
    outcomes.push({ id: uniqueId, isTest, result: history.latest(uniqueId)?.result ?? null });
  }
  return outcomes;
}

function ofType(resources: readonly Resource[], type: string): readonly Resource[] {
  return resources.filter(({ resourceType }) => resourceType === type);
}

function remembered<T>(make: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>();
  return (id) => {
    const value = known.get(id) ?? make(id);
    known.set(id, value);
    return value;
  };
}
