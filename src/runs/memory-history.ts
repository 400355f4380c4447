import { hash } from 'node:crypto';
import { HISTORY_DEPTH, type History } from './history.ts';
import type { PastFreshness, PastResult } from './history.ts';
import { outcomesOf } from './outcomes.ts';
import { isOnMainTarget, mainTarget } from './main-target.ts';
import { NO_OUTLINE, outlineOf, type RunOutline, SHORT_RUN } from './run-outline.ts';
import type { Run } from './run.ts';

/**
 * A history of runs that are all in memory.
 *
 * @param runs newest first
 * @param target the configured main target; null to find it, see `mainTarget`
 * @param keyOf what stands for all of a run: whoever publishes it takes that of the archive
 */
export function memoryHistory(
  runs: readonly Run[],
  target: string | null = null,
  keyOf: (run: Run) => string = digest,
): History {
  const main = mainTarget(runs, target);
  const byId = new Map(runs.map((run) => [run.id, run]));
  const every = new Map<string, PastResult[]>();
  const onMain = new Map<string, PastResult[]>();
  const freshness = new Map<string, PastFreshness[]>();
  for (const run of runs) {
    const isMain = isOnMainTarget(run, main);
    for (const result of outcomesOf(run)) {
      const past = { run, result };
      append(every, result.uniqueId, past);
      if (isMain) append(onMain, result.uniqueId, past);
    }
    for (const result of run.freshness) append(freshness, result.uniqueId, { run, result });
  }
  const everyResultOf: History['everyResultOf'] = (uniqueId) => every.get(uniqueId) ?? [];
  const resultsOf: History['resultsOf'] = (uniqueId) => onMain.get(uniqueId) ?? [];
  const freshnessOf: History['freshnessOf'] = (uniqueId) => freshness.get(uniqueId) ?? [];
  // Every page of a resource asks for the same few runs.
  const runKeys = new Map<string, string>();
  const outlines = new Map<string, RunOutline>();
  const idLists = new Map<string, readonly string[]>();
  const perRun = <T>(known: Map<string, T>, id: string, none: T, make: (run: Run) => T): T => {
    const run = byId.get(id);
    if (run === undefined) return none;
    const value = known.get(id) ?? make(run);
    known.set(id, value);
    return value;
  };
  return {
    runs,
    target: main,
    run: (id) => byId.get(id) ?? null,
    runKey: (id) => perRun(runKeys, id, '', keyOf),
    idsOf: (id) =>
      perRun(idLists, id, [], ({ results, freshness: checks }) =>
        [...results, ...checks].map(({ uniqueId }) => uniqueId),
      ),
    outline: (id) => perRun(outlines, id, NO_OUTLINE, outlineOf),
    everyResultOf,
    resultsOf,
    latest: (uniqueId) => resultsOf(uniqueId)[0] ?? null,
    freshnessOf,
    latestFreshness: (uniqueId) => freshnessOf(uniqueId)[0] ?? null,
    resourceKey: (uniqueId) => {
      const past = [...everyResultOf(uniqueId), ...freshnessOf(uniqueId)];
      if (past.length === 0) return '';
      // On which page of a long run a result stands depends on all of its results.
      const order = ({ id, tally }: PastResult['run']): string =>
        tally.results > SHORT_RUN ? perRun(runKeys, id, '', keyOf) : '';
      return digest([
        main.name,
        ...past.map(({ run, result }) => [...keyed(run), order(run), result]),
      ]);
    },
  };
}

/** What pages of resources tell of a run. */
function keyed({ id, command, target, startedAt, completedAt }: PastResult['run']): unknown[] {
  return [id, command, target, startedAt, completedAt];
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else if (list.length < HISTORY_DEPTH) list.push(value);
}

function digest(value: unknown): string {
  return hash('sha256', JSON.stringify(value), 'base64url').slice(0, 22);
}
