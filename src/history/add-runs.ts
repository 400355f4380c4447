import { InvocationDiffers } from '../errors/history-catalogue.ts';
import type { Run } from '../runs/run.ts';
import { type Archive, type KeyedRun, keyOfRun } from './archive.ts';
import type { Report } from './history-diagnostics.ts';
import { isSameRun, mergeRuns } from './merge-runs.ts';
import { readEntry } from './sync-index.ts';

/** What became of one run that was to be added. */
export type AddedAs = 'new' | 'changed' | 'known';

/** A run with what became of it, and what the archive holds of it now. */
export interface AddResult {
  readonly as: AddedAs;
  /** Name of its entry. */
  readonly name: string;
  readonly stored: KeyedRun;
}

/**
 * Adds a run to the archive. Of an invocation that is there already, what both tell is put together; where they
 * contradict each other, that is reported. Nobody else may write to the archive meanwhile.
 *
 * @param place where the run comes from, for the report
 */
export function addRun(archive: Archive, run: Run, place: string, report: Report): AddResult {
  const found = archive.find(run.id);
  const known = found === null ? null : readEntry(archive, found.name, report);
  if (found === null || known === null) return write(archive, run, 'new');
  if (isSameRun(known.run, run)) return { as: 'known', name: found.name, stored: known };
  const { run: merged, isConflict } = mergeRuns(known.run, run);
  if (isConflict) report(InvocationDiffers, place, run.id);
  return keyOfRun(merged) === known.key
    ? { as: 'known', name: found.name, stored: known }
    : write(archive, merged, 'changed');
}

function write(archive: Archive, run: Run, as: AddedAs): AddResult {
  const { entry, key } = archive.write(run);
  return { as, name: entry.name, stored: { run, key } };
}
