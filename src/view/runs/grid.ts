import type { RunSummary } from '../../runs/run.ts';
import { hasFailed, statusKind, type StatusKind } from '../../runs/status.ts';
import { statusView, type ViewContext } from '../context.ts';
import { resultHref } from '../result-place.ts';
import type { RunGrid, RunGridRow } from '../runs-page.ts';
import { runStatus } from './run-words.ts';

/** The newest runs, a column each, on the list of runs. */
export const GRID_RUNS = 30;
const MOST_ROWS = 50;

/** Runs that a grid can show: those that did something. */
export function gridRuns(runs: readonly RunSummary[]): RunSummary[] {
  return runs.filter(({ hasRun, tally }) => hasRun && tally.results > 0);
}

/**
 * Nodes against runs: what was not always green, those whose outcome changed most often first, so that flaky tests
 * lead.
 *
 * @param runs that did something, newest first
 */
export function runGrid(runs: readonly RunSummary[], context: ViewContext): RunGrid {
  const { history, links } = context;
  const columns = runs.toReversed();
  const troubled = new Set<string>();
  for (const { id, tally } of columns) {
    if (!Object.keys(tally.statuses).some(isTrouble)) continue;
    const { statusOf } = history.outline(id);
    for (const uniqueId of history.idsOf(id)) {
      const status = statusOf(uniqueId);
      if (status !== null && isTrouble(status)) troubled.add(uniqueId);
    }
  }
  const ranked = [...troubled]
    .map((id) => {
      const words = columns.map((run) => history.outline(run.id).statusOf(id));
      const kinds = words.flatMap((word) => (word === null ? [] : [statusKind(word)]));
      return { id, words, turns: turnsOf(kinds), bad: kinds.filter(hasFailed).length };
    })
    .sort((a, b) => b.turns - a.turns || b.bad - a.bad || (a.id < b.id ? -1 : 1));
  const rowOf = (id: string, words: readonly (string | null)[]): RunGridRow => ({
    link: links.link(id),
    cells: columns.map((run, at) => {
      const word = words[at] ?? null;
      if (word === null) return null;
      return {
        status: statusView(word),
        href: resultHref({ run, result: { uniqueId: id } }, context),
      };
    }),
  });
  return {
    columns: columns.map((run) => ({
      href: links.runHref(run.id),
      status: runStatus(run),
      command: run.command,
      startedAt: run.startedAt,
    })),
    rows: ranked.slice(0, MOST_ROWS).map(({ id, words }) => rowOf(id, words)),
    leftOut: Math.max(0, ranked.length - MOST_ROWS),
  };
}

function isTrouble(status: string): boolean {
  const kind = statusKind(status);
  return hasFailed(kind) || kind === 'warn';
}

/** How often an outcome turned from failing to not failing or back; what was skipped in between doesn't tell. */
function turnsOf(kinds: readonly StatusKind[]): number {
  const told = kinds.filter((kind) => kind !== 'skipped' && kind !== 'none').map(hasFailed);
  return told.filter((bad, at) => at > 0 && bad !== told[at - 1]).length;
}
