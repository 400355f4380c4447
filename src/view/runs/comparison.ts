import type { Run } from '../../runs/run.ts';
import { statusView, type ViewContext } from '../context.ts';
import { comparedGroups, type NamedResult } from './compared-groups.ts';
import type { ComparisonView } from './comparison-view.ts';
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
  const named = ({ results }: Run): NamedResult[] =>
    results.map(({ uniqueId, status, executionTime }) => ({
      link: links.link(uniqueId),
      status: statusView(status),
      executionTime,
    }));
  return {
    other:
      previous === null
        ? null
        : { href: links.runHref(previous.id), startedAt: previous.startedAt },
    groups: previous === null ? [] : comparedGroups(named(previous), named(run), MOST_ROWS),
    runsJsonHref: links.href('/runs/index.json'),
  };
}
