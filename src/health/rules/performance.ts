import type { RuleName } from '../../config/health-rules.ts';
import { findingWords, unansweredWords } from '../../messages/health-details.ts';
import type { Resource } from '../../project/resource.ts';
import { affectedWhere, type Finder, modelsWhere, namesOf, type RuleInput } from './rule.ts';

/** Runs that a median is taken of. */
const MOST_RUNS = 10;

/** Rules about what is slow, or will be. */
export const PERFORMANCE_RULES = {
  'slow-models': (input, { times, seconds, runs }) => {
    const timed = input.models.flatMap((model) => {
      const [newest, ...earlier] = timesOf(model.id, input);
      if (newest === undefined || earlier.length < Math.max(1, runs)) return [];
      return [{ id: model.id, newest, usual: median(earlier.slice(0, MOST_RUNS)) }];
    });
    if (timed.length === 0) return { unanswered: unansweredWords.fewRuns };
    return affectedWhere(
      timed,
      ({ id }) => id,
      ({ newest, usual }) =>
        newest >= times * usual && newest - usual >= seconds && newest > usual
          ? findingWords.slower(findingWords.seconds(newest), findingWords.seconds(usual))
          : null,
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

/** Seconds of the successful runs, newest first. */
function timesOf(id: string, { history }: RuleInput): number[] {
  return history
    .resultsOf(id)
    .flatMap(({ result }) =>
      result.kind === 'success' && result.executionTime !== null ? [result.executionTime] : [],
    );
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

function isView(resource: Resource | undefined): boolean {
  return viewWord(resource) !== null;
}

/** How a model is built that holds no rows of its own; null for all others. */
function viewWord(resource: Resource | undefined): string | null {
  if (resource?.resourceType !== 'model' || resource.details.kind !== 'node') return null;
  const { materialized } = resource.details;
  return materialized === 'view' || materialized === 'ephemeral' ? materialized : null;
}
