import type { Run, RunSummary } from '../../runs/run.ts';
import type { RunOutline } from '../../runs/run-outline.ts';
import type { EntryFile } from '../archive.ts';
import type { Past, StoredCheck, StoredOutcome } from './past.ts';

/** A run as the index knows it. */
export interface IndexedRun {
  /** What the index calls it; another index may call it otherwise. */
  readonly number: number;
  readonly key: string;
  readonly entry: EntryFile;
  readonly summary: RunSummary;
  /** Which list of unique_ids is that of its results; runs that ran the same have the same. */
  readonly idList: number;
}

/** What is at hand of a resource without reading all that is remembered of it. */
export interface IndexedResource {
  /** Changes when, and only when, what is remembered does. */
  readonly key: string;
  /** Numbers of the runs that are remembered, with commas around each. */
  readonly runs: string;
  /** JSON: of each target the newest outcome, and the newest check. */
  readonly newest: string;
}

/** The newest outcome of each target, and the newest check. */
export interface NewestOf {
  readonly targets: Readonly<Record<string, StoredOutcome>>;
  readonly check: StoredCheck | null;
}

export interface AddedRun {
  readonly entry: EntryFile;
  readonly key: string;
  readonly run: Run;
}

/** That a run was told by files of this state, and what the archive held of it then. */
export interface Telling {
  /** Id of the run. */
  readonly id: string;
  /** Stands for all bytes of the files, and for what reads them. */
  readonly source: string;
  /** Key of the run in the archive. */
  readonly key: string;
  /** Whether each of its results has a fingerprint, so that no manifest can add anything. */
  readonly isComplete: boolean;
}

/**
 * An index over the archive: what a build needs of a thousand runs without reading them. It can be made again from the
 * archive at any time.
 */
export interface RunIndex {
  runs(): readonly IndexedRun[];
  idList(number: number): readonly string[];
  outline(run: Pick<IndexedRun, 'number' | 'idList'>): RunOutline;
  resources(): ReadonlyMap<string, IndexedResource>;
  past(uniqueId: string): Past;
  /**
   * Forgets and adds runs, all or nothing. A run that is there already is replaced.
   *
   * @returns false when the index lacks what would have to take the place of what was forgotten, so that it has to be
   *   made again; nothing is changed then
   */
  update(removed: readonly string[], added: readonly AddedRun[]): boolean;
  /** The files that runs were told by, by the runs' ids. */
  tellings(): ReadonlyMap<string, Telling>;
  /** Remembers tellings of runs in the index, in place of earlier ones of the same. */
  tell(tellings: readonly Telling[]): void;
  /** Forgets everything. */
  clear(): void;
  close(): void;
}
