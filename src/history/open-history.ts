import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import {
  HistoryIndexRebuilt,
  HistoryNotWritable,
  HistoryOfOthers,
} from '../errors/history-catalogue.ts';
import type { Diagnostic } from '../errors/diagnostic.ts';
import { SiteError } from '../errors/site-error.ts';
import type { Project } from '../project/project.ts';
import type { History } from '../runs/history.ts';
import { newestFirst } from '../runs/finish-run.ts';
import { memoryHistory } from '../runs/memory-history.ts';
import type { Run } from '../runs/run.ts';
import { addRun } from './add-runs.ts';
import { Archive, type KeyedRun, keyOfRun } from './archive.ts';
import { historyDiagnostics, type Report } from './history-diagnostics.ts';
import { openIndex } from './index/open-index.ts';
import type { FoundRun } from './found-run.ts';
import type { IndexedRun, RunIndex, Telling } from './index/run-index.ts';
import { isOwnRun } from './own-runs.ts';
import { outdatedRuns, type Retention } from './retention.ts';
import { storedHistory } from './stored-history.ts';
import { readEntry, syncIndex } from './sync-index.ts';

/** Which history a site has. */
export interface HistoryOptions extends Retention {
  /** Absolute path of the archive; null for a site that shows what the artifacts tell and remembers nothing. */
  readonly folder: string | null;
  /** Absolute path of the folder of caches, where the index lies. */
  readonly cache: string;
  /** The site shows at most so many runs. */
  readonly shown: number;
  /** The configured main target. */
  readonly target: string | null;
  /** True for those who look only: nothing is added or let go. */
  readonly isReadOnly: boolean;
}

/** What a history needs of the world. */
export interface HistoryEffects {
  /** Makes this process the only one that writes to the archive, and gives back how to end that. */
  readonly lock: (folder: string) => Promise<() => void>;
  /**
   * Runs from elsewhere, one by one, but those that are known already (id → key); tells by itself what it can't get.
   */
  readonly fetched: (known: ReadonlyMap<string, string>, report: Report) => AsyncIterable<Run>;
}

/** A history, and what became of it. */
export interface OpenedHistory {
  readonly history: History;
  /** What is wrong with it. No part of the site. */
  readonly diagnostics: readonly Diagnostic[];
  /** Runs that are in the archive for the first time, and those that were let go. */
  readonly added: number;
  readonly removed: number;
}

/** Adds the runs that were found to the archive, lets go of what is too old, and opens what there is then. */
export async function openHistory(
  found: readonly FoundRun[],
  project: Project,
  options: HistoryOptions,
  effects: HistoryEffects,
): Promise<OpenedHistory> {
  const { folder, shown, target } = options;
  const { list: diagnostics, report } = historyDiagnostics();
  if (folder === null) {
    const history = memoryHistory(completed(found).slice(0, shown), target, keyOfRun);
    return { history, diagnostics, added: 0, removed: 0 };
  }
  const archive = new Archive(folder, options.isReadOnly);
  const path = indexPath(options.cache, folder);
  // Who only looks makes no cache where there is none.
  const { index, discarded } = openIndex(options.isReadOnly && !existsSync(path) ? null : path);
  if (discarded !== null) report(HistoryIndexRebuilt, basename(folder), discarded);
  syncIndex(index, archive, report);
  const isOwn = (uniqueIds: readonly string[]): boolean => isOwnRun(uniqueIds, project);
  const known = options.isReadOnly ? new Map<FoundRun, IndexedRun>() : toldBefore(found, index);
  const own = found.filter((one) => {
    const stored = known.get(one);
    return isOwn(stored === undefined ? idsOf(one.run()) : index.idList(stored.idList));
  });
  const untold = own.filter((one) => !known.has(one));
  const store = { archive, index, report };
  const change = options.isReadOnly ? null : await changed(untold, store, options, effects);

  const archived = new Set(change === null ? [] : own.map(({ id }) => id));
  tellOthers(index, isOwn, project, report);
  const history = storedHistory({
    index,
    read: (entry) => readEntry(archive, entry, report)?.run ?? null,
    unarchived: completed(found.filter(({ id }) => !archived.has(id))),
    isOwn,
    shown,
    target,
  });
  return { history, diagnostics, added: change?.added ?? 0, removed: change?.removed ?? 0 };
}

interface Store {
  readonly archive: Archive;
  readonly index: RunIndex;
  readonly report: Report;
}

/** Changes archive and index; null, with a report, where the archive can't be written to. */
async function changed(
  untold: readonly FoundRun[],
  { archive, index, report }: Store,
  options: HistoryOptions,
  effects: HistoryEffects,
): Promise<{ added: number; removed: number } | null> {
  const known = new Map(index.runs().map(({ summary, key }) => [summary.id, key]));
  const added = completed(untold).filter((run) => known.get(run.id) !== keyOfRun(run));
  const atHand = new Map<string, KeyedRun>();
  let count = 0;
  const add = (run: Run, place: string): void => {
    const { as, name, stored } = addRun(archive, run, place, report);
    if (as === 'known') return;
    if (as === 'new') count++;
    // A few at a time: what is not at hand is read again.
    if (atHand.size < MOST_AT_HAND) atHand.set(name, stored);
  };
  const locked = once(() => effects.lock(archive.folder));
  try {
    if (added.length > 0) await locked();
    for (const run of added) add(run, run.folder);
    for await (const run of effects.fetched(known, report)) {
      await locked();
      add(run, run.folder);
    }
    syncIndex(index, archive, report, atHand);
    index.tell(tellingsOf(untold, index, atHand));
    const old = outdatedRuns(
      index.runs().map(({ summary, entry }) => ({ ...summary, entry })),
      options,
    );
    if (old.length > 0) await locked();
    for (const { entry } of old) archive.remove(entry.name);
    if (old.length > 0) syncIndex(index, archive, report);
    return { added: count, removed: old.length };
  } catch (error) {
    const isExpected = error instanceof SiteError || (error instanceof Error && 'code' in error);
    if (!isExpected) throw error;
    report(HistoryNotWritable, basename(archive.folder), archive.folder, error.message);
    syncIndex(index, archive, report);
    return null;
  } finally {
    await locked.end();
  }
}

const MOST_AT_HAND = 50;

/** Runs of which the archive holds all that their files tell, as they are the ones that told of them before. */
function toldBefore(found: readonly FoundRun[], index: RunIndex): Map<FoundRun, IndexedRun> {
  const indexed = new Map(index.runs().map((run) => [run.summary.id, run]));
  const tellings = index.tellings();
  return new Map(
    found.flatMap((one) => {
      const stored = indexed.get(one.id);
      const telling = tellings.get(one.id);
      if (stored === undefined || telling === undefined) return [];
      // Fingerprints that are there stay, whatever the manifest says by now.
      const isSame = telling.source === one.source && telling.key === stored.key;
      return isSame && (telling.isComplete || !one.isToldByManifest())
        ? [[one, stored] as const]
        : [];
    }),
  );
}

/** Newest first. */
function completed(found: readonly FoundRun[]): Run[] {
  return found.map(({ complete }) => complete()).sort(newestFirst);
}

function tellingsOf(
  found: readonly FoundRun[],
  index: RunIndex,
  atHand: ReadonlyMap<string, KeyedRun>,
): Telling[] {
  const keys = new Map(index.runs().map(({ summary, key }) => [summary.id, key]));
  const stored = new Map([...atHand.values()].map(({ run }) => [run.id, run]));
  return found.flatMap(({ id, source, complete }) => {
    const key = keys.get(id);
    if (source === null || key === undefined) return [];
    const { results } = stored.get(id) ?? complete();
    return [
      { id, source, key, isComplete: results.every((result) => result.fingerprint !== null) },
    ];
  });
}

/** Locks when it is first asked to, and ends that if it did. */
function once(lock: () => Promise<() => void>): { (): Promise<void>; end: () => Promise<void> } {
  let taken: Promise<() => void> | null = null;
  return Object.assign(
    async () => {
      taken ??= lock();
      await taken;
    },
    {
      end: async () => {
        const unlock = await taken?.catch(() => null);
        unlock?.();
      },
    },
  );
}

function tellOthers(
  index: RunIndex,
  isOwn: (uniqueIds: readonly string[]) => boolean,
  { facts }: Project,
  report: Report,
): void {
  const others = index.runs().filter(({ idList }) => !isOwn(index.idList(idList)));
  if (others.length > 0) report(HistoryOfOthers, '', others.length, facts.name ?? 'of this site');
}

function idsOf({ results, freshness }: Run): string[] {
  return [...results, ...freshness].map(({ uniqueId }) => uniqueId);
}

/** One cache serves several archives, and both may move together, as caches of CI do. */
export function indexPath(cache: string, folder: string): string {
  const place = relative(cache, folder).replaceAll('\\', '/');
  const name = createHash('sha256').update(place).digest('hex').slice(0, 8);
  return join(cache, `history-${name}.sqlite`);
}
