import type { RunSummary } from '../../runs/run.ts';
import { statusKind, type StatusKind } from '../../runs/status.ts';
import { statusView, type ViewContext } from '../context.ts';
import { resultHref } from '../result-place.ts';
import type { RunGrid, RunGridRow } from '../runs-page.ts';
import { runStatus } from './run-words.ts';

/** The newest runs that did something, a column each. */
export const GRID_RUNS = 30;
const MOST_ROWS = 50;

/** The runs that a grid shows, oldest first. */
export function gridRuns(runs: readonly RunSummary[]): RunSummary[] {
  return runs.filter(didSomething).slice(0, GRID_RUNS).reverse();
}

function didSomething({ hasRun, tally }: RunSummary): boolean {
  return hasRun && tally.results > 0;
}

/**
 * Nodes against runs: what was not always green, those whose outcome changed most often first, so that flaky tests
 * lead. Null where there are too few runs to see anything. Reads the runs in which something was not green.
 */
export function runGrid(context: ViewContext): RunGrid | null {
  const { history, links } = context;
  const runs = gridRuns(history.runs);
  if (runs.length < 2) return null;
  const troubled = new Set<string>();
  for (const { id, tally } of runs) {
    if (!Object.keys(tally.statuses).some((word) => isTrouble(statusKind(word)))) continue;
    for (const { uniqueId, kind } of history.run(id)?.results ?? []) {
      if (isTrouble(kind)) troubled.add(uniqueId);
    }
  }
  const columns = new Map(runs.map(({ id }, at) => [id, at]));
  const ranked = [...troubled]
    .map((id) => {
      const cells = new Array<RunGridRow['cells'][number]>(runs.length).fill(null);
      for (const past of history.everyResultOf(id)) {
        const at = columns.get(past.run.id);
        if (at === undefined) continue;
        cells[at] = { status: statusView(past.result.status), href: resultHref(past, context) };
      }
      const kinds = cells.flatMap((cell) => cell?.status.kind ?? []);
      return { id, cells, turns: turnsOf(kinds), bad: kinds.filter(isBad).length };
    })
    .sort((a, b) => b.turns - a.turns || b.bad - a.bad || (a.id < b.id ? -1 : 1));
  return {
    columns: runs.map((run) => ({
      href: links.runHref(run.id),
      status: runStatus(run),
      command: run.command,
      startedAt: run.startedAt,
    })),
    rows: ranked.slice(0, MOST_ROWS).map(({ id, cells }) => ({ link: links.link(id), cells })),
    leftOut: Math.max(0, ranked.length - MOST_ROWS),
    olderRuns: history.runs.filter(didSomething).length - runs.length,
  };
}

function isTrouble(kind: StatusKind): boolean {
  return isBad(kind) || kind === 'warn';
}

function isBad(kind: StatusKind): boolean {
  return kind === 'error' || kind === 'partial';
}

/** How often an outcome turned from failing to not failing or back; what was skipped in between doesn't tell. */
function turnsOf(kinds: readonly StatusKind[]): number {
  const told = kinds.filter((kind) => kind !== 'skipped' && kind !== 'none').map(isBad);
  return told.filter((bad, at) => at > 0 && bad !== told[at - 1]).length;
}
