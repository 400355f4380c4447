import { CHANGES, compareRuns, type ComparedResult } from '../../runs/compare-runs.ts';
import type { Run } from '../../runs/run.ts';
import { statusView, type ViewContext } from '../context.ts';
import type { ComparedSide, ComparisonView } from './comparison-view.ts';
import type { RunPlace } from './run-places.ts';

/** Nodes of each group that a page names. */
const MOST_ROWS = 20;

/** A run held against the previous one of the same command; null where there is nothing to compare with at all. */
export function comparisonView(
  run: Run,
  place: RunPlace,
  context: ViewContext,
): ComparisonView | null {
  const { links, history } = context;
  if (run.results.length === 0 || (place.previous ?? place.next) === null) return null;
  const { previousOfCommand } = place;
  const previous = previousOfCommand === null ? null : history.run(previousOfCommand.id);
  const words = new Map([
    ...(previous?.results ?? []).map(({ uniqueId, status }) => [`- ${uniqueId}`, status] as const),
    ...run.results.map(({ uniqueId, status }) => [`+ ${uniqueId}`, status] as const),
  ]);
  const side = (sign: '-' | '+', result: ComparedResult | null): ComparedSide | null =>
    result === null
      ? null
      : {
          status: statusView(words.get(`${sign} ${result.uniqueId}`) ?? null),
          executionTime: result.executionTime,
        };
  const comparison = previous === null ? null : compareRuns(previous.results, run.results);
  return {
    other:
      previous === null
        ? null
        : { href: links.runHref(previous.id), startedAt: previous.startedAt },
    groups: CHANGES.flatMap((change) => {
      const differences = comparison?.[change] ?? [];
      if (differences.length === 0) return [];
      return {
        change,
        count: differences.length,
        rows: differences.slice(0, MOST_ROWS).map(({ uniqueId, before, after }) => ({
          link: links.link(uniqueId),
          before: side('-', before),
          after: side('+', after),
        })),
      };
    }),
    runsJsonHref: links.href('/runs/index.json'),
  };
}
