import { newestFirst } from '../runs/finish-run.ts';
import {
  HISTORY_DEPTH,
  type History,
  type PastFreshness,
  type PastResult,
} from '../runs/history.ts';
import { isOnMainTarget, mainTarget } from '../runs/main-target.ts';
import { memoryHistory } from '../runs/memory-history.ts';
import type { Run, RunSummary } from '../runs/run.ts';
import { keyOfRun } from './archive.ts';
import { checkOf, outcomeOf, type StoredOutcome } from './index/past.ts';
import type { IndexedRun, NewestOf, RunIndex } from './index/run-index.ts';
import { keepAtHand } from './keep-at-hand.ts';

/** Where the runs of a history are. */
export interface HistorySources {
  readonly index: RunIndex;
  /** Reads a run from the archive; null when that can't be done any more. */
  readonly read: (entry: string) => Run | null;
  /** Runs that the archive doesn't hold, newest first. They go before those of the same id. */
  readonly unarchived: readonly Run[];
  /** Whether a run that did something with these resources belongs to the project. */
  readonly isOwn: (uniqueIds: readonly string[]) => boolean;
  /** The site shows at most so many runs. */
  readonly shown: number;
  /** The configured main target. */
  readonly target: string | null;
}

/** Runs that are kept after they were read: pages of one run are made in a row, and compare it with another. */
const RUNS_AT_HAND = 3;
/** Outlines that are kept: a resource is in some fifty runs, and the next one is mostly in the same. */
const OUTLINES_AT_HAND = 200;
/** Outcomes that are kept after they were read, some 35 MB: lists, rules, feeds and pages ask for the same ones. */
const OUTCOMES_AT_HAND = 100_000;

/** A history out of the index; runs are read from the archive when they are asked for. */
export function storedHistory(sources: HistorySources): History {
  const { index, unarchived, isOwn, shown, target } = sources;
  const besides = new Set(unarchived.map(({ id }) => id));
  const all = index.runs();
  const stored = all.filter(
    ({ summary, idList }) => !besides.has(summary.id) && isOwn(index.idList(idList)),
  );
  const runs = [...stored.map(({ summary }) => summary), ...unarchived]
    .sort(newestFirst)
    .slice(0, shown);
  const shownIds = new Set(runs.map(({ id }) => id));
  const visible = stored.filter(({ summary }) => shownIds.has(summary.id));
  const byNumber = new Map(visible.map((run) => [run.number, run.summary]));
  const byId = new Map<string, IndexedRun>(visible.map((run) => [run.summary.id, run]));
  const hidden = new Set(
    all.filter(({ number }) => !byNumber.has(number)).map((run) => run.number),
  );
  const extra = memoryHistory(
    unarchived.filter(({ id }) => shownIds.has(id)),
    target,
    keyOfRun,
  );
  const main = mainTarget(runs, target);
  const resources = index.resources();
  const newest = new Map<string, NewestOf>();

  const readRun = keepAtHand(
    RUNS_AT_HAND,
    () => 1,
    (id) => {
      const found = byId.get(id);
      return found === undefined
        ? extra.run(id)
        : (sources.read(found.entry.name) ?? unreadable(found.summary));
    },
  );
  const pastResult = (uniqueId: string, outcome: StoredOutcome): PastResult[] => {
    const run = byNumber.get(outcome[0]);
    return run === undefined ? [] : [{ run, result: outcomeOf(uniqueId, outcome) }];
  };
  const findEveryResult = (uniqueId: string): readonly PastResult[] => {
    const others = extra.everyResultOf(uniqueId);
    if (!resources.has(uniqueId)) return others;
    const lists = Object.values(index.past(uniqueId).targets);
    const found = lists.flatMap((list) => list.flatMap((one) => pastResult(uniqueId, one)));
    if (lists.length < 2 && others.length === 0) return found;
    return [...found, ...others].sort((a, b) => newestFirst(a.run, b.run));
  };
  const everyResultOf = keepAtHand(OUTCOMES_AT_HAND, ({ length }) => length, findEveryResult);
  const resultsOf: History['resultsOf'] = (uniqueId) => {
    const found = everyResultOf(uniqueId);
    return found.filter(({ run }) => isOnMainTarget(run, main)).slice(0, HISTORY_DEPTH);
  };
  const freshnessOf: History['freshnessOf'] = (uniqueId) => {
    const others = extra.freshnessOf(uniqueId);
    if (!resources.has(uniqueId)) return others;
    const found = index.past(uniqueId).checks.flatMap((check): PastFreshness[] => {
      const run = byNumber.get(check[0]);
      return run === undefined ? [] : [{ run, result: checkOf(uniqueId, check) }];
    });
    return [...found, ...others].sort((a, b) => newestFirst(a.run, b.run)).slice(0, HISTORY_DEPTH);
  };
  const newestOf = (uniqueId: string): NewestOf | null => {
    const text = resources.get(uniqueId)?.newest;
    if (text === undefined) return null;
    // The index is ours: what stands in it was checked when it came.
    const found = newest.get(uniqueId) ?? (JSON.parse(text) as NewestOf);
    newest.set(uniqueId, found);
    return found;
  };
  /** Whether only a part of what the index remembers of a resource is shown. */
  const isPartly = (uniqueId: string): boolean => {
    if (hidden.size === 0) return false;
    const numbers = resources.get(uniqueId)?.runs.split(',') ?? [];
    return numbers.some((number) => number !== '' && hidden.has(Number(number)));
  };

  const findLatest: History['latest'] = (uniqueId) => {
    const found = newestOf(uniqueId);
    if (found === null) return extra.latest(uniqueId);
    if (besides.size > 0 || isPartly(uniqueId)) return resultsOf(uniqueId)[0] ?? null;
    const lists = Object.values(found.targets).flatMap((one) => pastResult(uniqueId, one));
    const onMain = lists.filter(({ run }) => isOnMainTarget(run, main));
    return onMain.sort((a, b) => newestFirst(a.run, b.run))[0] ?? null;
  };
  // Every list, page and rule that names a resource asks for its status.
  const latest = new Map<string, PastResult | null>();

  return {
    runs,
    target: main,
    run: readRun,
    runKey: (id) => byId.get(id)?.key ?? extra.runKey(id),
    idsOf: (id) => {
      const found = byId.get(id);
      return found === undefined ? extra.idsOf(id) : index.idList(found.idList);
    },
    outline: keepAtHand(
      OUTLINES_AT_HAND,
      () => 1,
      (id) => {
        const found = byId.get(id);
        return found === undefined ? extra.outline(id) : index.outline(found);
      },
    ),
    everyResultOf,
    resultsOf,
    latest: (uniqueId) => {
      const known = latest.get(uniqueId);
      if (known !== undefined) return known;
      const found = findLatest(uniqueId);
      latest.set(uniqueId, found);
      return found;
    },
    freshnessOf,
    latestFreshness: (uniqueId) => {
      const found = newestOf(uniqueId);
      if (found === null) return extra.latestFreshness(uniqueId);
      if (besides.size > 0 || isPartly(uniqueId)) return freshnessOf(uniqueId)[0] ?? null;
      const run = byNumber.get(found.check?.[0] ?? -1);
      if (run === undefined || found.check === null) return null;
      return { run, result: checkOf(uniqueId, found.check) };
    },
    resourceKey: (uniqueId) => {
      const known = resources.get(uniqueId);
      const others = extra.resourceKey(uniqueId);
      if (known === undefined) return others;
      const count = isPartly(uniqueId)
        ? everyResultOf(uniqueId).length + freshnessOf(uniqueId).length
        : '';
      return `${known.key} ${main.name ?? ''} ${others} ${count}`;
    },
  };
}

/** Stands for a run whose entry was damaged while the site was being built. */
function unreadable(summary: RunSummary): Run {
  return { ...summary, results: [], freshness: [], log: null };
}
