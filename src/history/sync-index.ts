import { HistoryEntryDamaged, HistoryEntryUnread } from '../errors/history-catalogue.ts';
import type { Archive, EntryFile, KeyedRun } from './archive.ts';
import { DamagedEntry } from './damaged-entry.ts';
import type { Report } from './history-diagnostics.ts';
import type { AddedRun, RunIndex } from './index/run-index.ts';

/** So many results at a time are in memory, and in one transaction. */
const RESULTS_AT_ONCE = 50_000;

/**
 * Brings the index up to the archive, whoever changed that: reads entries that are new or were written again, and
 * forgets those that are gone. What can't be read is reported; what is damaged is set aside.
 *
 * @param atHand runs that need not be read, by the name of their entry
 */
export function syncIndex(
  index: RunIndex,
  archive: Archive,
  report: Report,
  atHand: ReadonlyMap<string, KeyedRun> = new Map(),
): void {
  const read = (entry: EntryFile): AddedRun | null => {
    const found = atHand.get(entry.name) ?? readEntry(archive, entry.name, report);
    return found === null ? null : { entry, ...found };
  };
  const entries = archive.list();
  const names = new Set(entries.map(({ name }) => name));
  const indexed = new Map(index.runs().map(({ entry }) => [entry.name, entry]));
  const gone = [...indexed.keys()].filter((name) => !names.has(name));
  const changed = entries.filter(({ name, size, time }) => {
    const known = indexed.get(name);
    return known === undefined || known.size !== size || known.time !== time;
  });
  if (index.update(gone, []) && addAll(index, changed, read)) return;
  index.clear();
  addAll(index, archive.list(), read);
}

/** Reads an entry; null, with a report, where it can't be read. */
export function readEntry(archive: Archive, name: string, report: Report): KeyedRun | null {
  try {
    return archive.read(name);
  } catch (error) {
    if (!(error instanceof DamagedEntry)) throw error;
    if (!error.isDamaged) {
      report(HistoryEntryUnread, name, error.message);
      return null;
    }
    let kept = name;
    try {
      kept = archive.setAside(name);
    } catch {
      // Another build was quicker, or the archive can't be written to: it stays where it is.
    }
    report(HistoryEntryDamaged, name, error.message, kept);
    return null;
  }
}

/** False when the index has to be made again. */
function addAll(
  index: RunIndex,
  entries: readonly EntryFile[],
  read: (entry: EntryFile) => AddedRun | null,
): boolean {
  let batch: AddedRun[] = [];
  let results = 0;
  for (const entry of entries) {
    const added = read(entry);
    if (added === null) continue;
    batch.push(added);
    results += added.run.results.length + added.run.freshness.length;
    if (results < RESULTS_AT_ONCE) continue;
    if (!index.update([], batch)) return false;
    batch = [];
    results = 0;
  }
  return index.update([], batch);
}
