import type { StatusKind } from './status.ts';
import type { Trigger } from './trigger.ts';

/** What is known of an invocation without looking at each of its results. Times are ISO 8601 UTC, durations seconds. */
export interface RunSummary {
  /** The invocation's id; where no file says it, an id derived from what the run did. */
  readonly id: string;
  readonly invocationId: string | null;
  /** dbt's command word: `build`, `test`, `source freshness`, `docs generate`; null when not told. */
  readonly which: string | null;
  /** The command as it was typed, as far as the artifact tells: `dbt build --select tag:nightly`. */
  readonly command: string;
  readonly startedAt: string | null;
  readonly completedAt: string | null;
  /** Wall clock. */
  readonly elapsed: number | null;
  readonly dbtVersion: string | null;
  /** dbt's arguments as the artifact has them. */
  readonly args: Readonly<Record<string, unknown>>;
  readonly target: string | null;
  readonly threads: number | null;
  /** What started it; null where dbt recorded nothing of that. */
  readonly trigger: Trigger | null;
  /** The worst of the results; without results `error` when the command failed, else `none`. */
  readonly kind: StatusKind;
  /** False for commands that mark things `success` without running them: compile, docs generate, parse, list. */
  readonly hasRun: boolean;
  /** True when neither results nor freshness were found, so that what came of it is unknown. */
  readonly isLogOnly: boolean;
  /** Why the command failed before it had results, as its log tells, at most 5 messages; empty for all others. */
  readonly errors: readonly string[];
  /** The folder that it was read from, relative to the artifacts. */
  readonly folder: string;
  readonly tally: RunTally;
}

/** How many results of which status a run has. */
export interface RunTally {
  /** Results of nodes. */
  readonly results: number;
  /** Checks of sources. */
  readonly freshness: number;
  /** Messages of its log that are kept. */
  readonly logged: number;
  /** dbt's words, lower case → how many results and checks have it. Sorted by word. */
  readonly statuses: Readonly<Record<string, number>>;
}

/** One invocation of dbt that left results, freshness or a log behind. */
export interface Run extends RunSummary {
  /** In order of start, then of id. */
  readonly results: readonly RunResult[];
  /** Sorted by id. */
  readonly freshness: readonly FreshnessResult[];
  readonly log: RunLog | null;
}

/** What happened to one resource in one run. */
export interface RunResult {
  readonly uniqueId: string;
  /** dbt's word, lower case. */
  readonly status: string;
  readonly kind: StatusKind;
  readonly message: string | null;
  /** Failing rows of a test. */
  readonly failures: number | null;
  readonly threadId: string | null;
  readonly startedAt: string | null;
  readonly completedAt: string | null;
  readonly compileTime: number | null;
  readonly executeTime: number | null;
  /** As dbt measured it, compile and execute together. */
  readonly executionTime: number | null;
  readonly rowsAffected: number | null;
  readonly adapterResponse: Readonly<Record<string, unknown>>;
  /** What came of each interval of a microbatch model; null for all others. */
  readonly batches: Batches | null;
  /** The SQL of a result that is no success; null for all others, and where it isn't told. */
  readonly compiledCode: string | null;
  /** What the node was made of when it ran; null where no manifest of that invocation is known. */
  readonly fingerprint: NodeFingerprint | null;
}

/** Short hashes of what a node is made of: two that differ tell what changed. Empty where there is no such part. */
export interface NodeFingerprint {
  /** Of its SQL, Python or rows. */
  readonly code: string;
  /** Of its declared columns: names, types and constraints. */
  readonly columns: string;
  readonly config: string;
}

/** A result as histories keep it: without what only the page of its run shows. */
export type RunOutcome = Omit<RunResult, 'adapterResponse' | 'compiledCode'>;

/** Intervals of a microbatch model, each from its start to its end; a time that isn't one is null. */
export interface Batches {
  readonly successful: readonly Interval[];
  readonly failed: readonly Interval[];
}

export type Interval = readonly [start: string | null, end: string | null];

/** How old a source's data was when it was checked. */
export interface FreshnessResult {
  readonly uniqueId: string;
  readonly status: string;
  readonly kind: StatusKind;
  readonly maxLoadedAt: string | null;
  readonly snapshottedAt: string | null;
  readonly age: number | null;
  readonly warnAfter: { readonly count: number; readonly period: string } | null;
  readonly errorAfter: { readonly count: number; readonly period: string } | null;
  readonly error: string | null;
}

/** What the run logged. */
export interface RunLog {
  readonly file: string;
  readonly isTruncated: boolean;
  readonly entries: readonly {
    readonly at: string | null;
    readonly level: string;
    readonly uniqueId: string | null;
    readonly message: string;
  }[];
}
