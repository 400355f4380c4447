import type { RuleName } from '../../config/health-rules.ts';
import { findingWords, unansweredWords } from '../../messages/health-details.ts';
import type { Resource } from '../../project/resource.ts';
import { comparedRuns, slowdown } from '../../runs/slowdown.ts';
import { affectedWhere, type Finder, modelsWhere, namesOf } from './rule.ts';

/** Rules about what is slow, or will be. */
export const PERFORMANCE_RULES = {
  'slow-models': (input, limits) => {
    if (input.history.runs.length < 2) return { unanswered: unansweredWords.fewRuns };
    const past = input.models.map(({ id }) => ({ id, results: input.history.resultsOf(id) }));
    if (past.every(({ results }) => comparedRuns(results) < Math.max(1, limits.runs)))
      return { unanswered: unansweredWords.fewRuns };
    return affectedWhere(
      past,
      ({ id }) => id,
      ({ results }) => {
        const found = slowdown(results, limits);
        return found === null
          ? null
          : findingWords.slower(findingWords.seconds(found.now), findingWords.seconds(found.usual));
      },
    );
  },
  'chained-views': (input, { length }) => {
    if (input.models.length === 0) return { unanswered: unansweredWords.noModels };
    const { graph, layers, project } = input;
    const isUnbuilt = graph.ids.map((id) => isView(project.resources.get(id)));
    const chain = new Uint32Array(graph.ids.length);
    const above = new Uint32Array(graph.ids.length);
    for (const node of layers.order) {
      for (const parent of graph.parents[node] ?? [])
        above[node] = Math.max(above[node] ?? 0, chain[parent] ?? 0);
      chain[node] = isUnbuilt[node] ? (above[node] ?? 0) + 1 : 0;
    }
    return modelsWhere(input, ({ id }) => {
      const views = above[graph.indexOf.get(id) ?? -1] ?? 0;
      return views > length ? findingWords.views(views) : null;
    });
  },
  'exposure-parents-materialization': (input) => {
    if (input.exposures.length === 0) return { unanswered: unansweredWords.noExposures };
    const exposuresOf = new Map<string, string[]>();
    for (const { uniqueId, parents } of input.exposures) {
      for (const parent of parents)
        exposuresOf.set(parent, [...(exposuresOf.get(parent) ?? []), uniqueId]);
    }
    return affectedWhere(
      [...exposuresOf],
      ([id]) => id,
      ([id, exposures]) => {
        const parent = input.project.resources.get(id);
        const word = parent?.details.kind === 'source' ? 'source' : viewWord(parent);
        return word === null ? null : findingWords.exposed(word, namesOf(exposures, input));
      },
    );
  },
} as const satisfies { readonly [Name in RuleName]?: Finder<Name> };

function isView(resource: Resource | undefined): boolean {
  return viewWord(resource) !== null;
}

/** How a model is built that holds no rows of its own; null for all others. */
function viewWord(resource: Resource | undefined): string | null {
  if (resource?.resourceType !== 'model' || resource.details.kind !== 'node') return null;
  const { materialized } = resource.details;
  return materialized === 'view' || materialized === 'ephemeral' ? materialized : null;
}
