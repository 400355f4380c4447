import type { MainTarget } from './main-target.ts';
import type { RunOutline } from './run-outline.ts';
import type { FreshnessResult, Run, RunOutcome, RunSummary } from './run.ts';

/** A result with the run that it belongs to: one of `History.runs`, the same object. */
export interface PastResult {
  readonly run: RunSummary;
  readonly result: RunOutcome;
}

export interface PastFreshness {
  readonly run: RunSummary;
  readonly result: FreshnessResult;
}

/** How many outcomes on each target, and how many checks, are remembered of one resource. */
export const HISTORY_DEPTH = 50;

/**
 * What is known of all runs and, over all of them, of each resource. Lists are newest first. There may be a million
 * results: summaries and the newest outcome of a resource cost next to nothing, `resultsOf` and `freshnessOf` some
 * microseconds, and `run` reads a file.
 */
export interface History {
  readonly runs: readonly RunSummary[];
  /** The target that statuses come from. */
  readonly target: MainTarget;
  /** A run with all its results; null for an id that isn't in `runs`. Don't keep many of them. */
  run(id: string): Run | null;
  /** Changes when, and only when, anything about a run does; empty for an id that isn't in `runs`. */
  runKey(id: string): string;
  /** The unique_ids of all results and checks of a run. Runs that ran the same share the list. */
  idsOf(runId: string): readonly string[];
  /** What became of the resources of a run, in short; of an id that isn't in `runs` nothing. */
  outline(runId: string): RunOutline;
  /** The newest outcomes of a resource, at most {@link HISTORY_DEPTH} of each target. */
  everyResultOf(uniqueId: string): readonly PastResult[];
  /** The newest outcomes on the main target, at most {@link HISTORY_DEPTH}. */
  resultsOf(uniqueId: string): readonly PastResult[];
  /** The newest outcome on the main target; null when it was never run there as far as is known. */
  latest(uniqueId: string): PastResult | null;
  /** The newest checks of a source, at most {@link HISTORY_DEPTH}. */
  freshnessOf(uniqueId: string): readonly PastFreshness[];
  latestFreshness(uniqueId: string): PastFreshness | null;
  /** Changes whenever the outcomes or checks of a resource do; empty when there are none. */
  resourceKey(uniqueId: string): string;
}
