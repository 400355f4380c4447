import type { EmptyState } from './empty-state.ts';
import type { Pagination } from './list-page.ts';
import type { PageHead } from './page-head.ts';
import type { ResourceLink } from './resource-link.ts';
import type { ComparisonView } from './runs/comparison-view.ts';
import type { TimingView } from './runs/timing-view.ts';
import type { RunRow } from './runs-page.ts';
import type { Fact } from './section.ts';
import type { StatusView } from './status-view.ts';

/** The page of one invocation. Further pages of its results have the results and nothing else. */
export interface RunPageView {
  readonly page: 'run';
  readonly head: PageHead;
  readonly run: RunRow;
  /** Whether there is a command that can be copied and typed. */
  readonly hasCommand: boolean;
  /** ISO 8601 UTC; null when not told. */
  readonly endedAt: string | null;
  readonly threads: number | null;
  /** By how many seconds it took longer than the previous run of the same command; null when that isn't known. */
  readonly longerBy: number | null;
  readonly facts: readonly Fact[];
  readonly notices: readonly RunNotice[];
  /** Results that failed, worst first, at most 100. */
  readonly failures: readonly RunFailure[];
  readonly failuresLeftOut: number;
  /** null on further pages, and where nothing was executed. */
  readonly timing: TimingView | null;
  /** null on further pages, and where there is nothing to compare. */
  readonly comparison: ComparisonView | null;
  /** The results of this page, in the order they started. */
  readonly results: readonly RunResultRow[];
  readonly pagination: Pagination | null;
  readonly resultsEmpty: EmptyState | null;
  /** Worst first, at most 500. */
  readonly freshness: readonly FreshnessRow[];
  readonly freshnessLeftOut: number;
  readonly previousHref: string | null;
  readonly nextHref: string | null;
  readonly log: LogView | null;
}

export interface RunNotice {
  /** `error`: a message of dbt's, whose line breaks count. */
  readonly tone: 'info' | 'error';
  readonly title: string;
  readonly text: string;
}

export interface RunResultRow {
  /** `node-<slug>`. */
  readonly anchor: string;
  readonly link: ResourceLink;
  readonly status: StatusView;
  readonly threadId: string | null;
  /** Where it lies in the run; null when it has no times. */
  readonly bar: TimeBar | null;
  /** Seconds from when it could have started to when it did; null when that isn't known. */
  readonly waited: number | null;
  /** Seconds spent compiling and executing, and in all; null when not told. */
  readonly compileTime: number | null;
  readonly executeTime: number | null;
  readonly executionTime: number | null;
  readonly failures: number | null;
  readonly rowsAffected: number | null;
  /** What the adapter said beside the message and the rows: `bytes_processed 1.2 MB`; null for nothing. */
  readonly response: string | null;
  readonly message: string | null;
  /** null where it isn't built in batches. */
  readonly batches: BatchesView | null;
}

/** A bar in thousandths of the run, whole numbers. */
export interface TimeBar {
  readonly left: number;
  readonly width: number;
  /** How much of the width is compiling. */
  readonly compile: number;
  readonly isCritical: boolean;
  /** Seconds from the run's start. */
  readonly offset: number;
}

export interface BatchesView {
  /** `3 of 4 batches; failed: 2026-11-17`. */
  readonly text: string;
  /** Failed ones first, at most 100. */
  readonly rows: readonly { readonly interval: string | null; readonly hasFailed: boolean }[];
  readonly leftOut: number;
}

export interface RunFailure extends RunResultRow {
  /** Its row among the results: `#node-<slug>`, with the page's href where that is another page. */
  readonly resultHref: string;
  readonly compiled: CompiledView | null;
  /** True when the log has something of it. */
  readonly isLogged: boolean;
  /** How many resources and tests were skipped in this run because of it. */
  readonly blockedCount: number;
  /** The first 50 of them. */
  readonly blocked: readonly ResourceLink[];
  readonly blockedLeftOut: number;
}

/** The compiled SQL of a failure: here, or behind a link where there would be too much of it. */
export type CompiledView =
  | {
      readonly code: string;
      readonly language: string;
    }
  | { readonly href: string };

export interface FreshnessRow {
  /** `node-<slug>`. */
  readonly anchor: string;
  readonly link: ResourceLink;
  readonly status: StatusView;
  readonly maxLoadedAt: string | null;
  readonly snapshottedAt: string | null;
  /** Seconds between the two when it was checked. */
  readonly age: number | null;
  /** `warn after 12 hours, error after 1 day`; null when there are none. */
  readonly criteria: string | null;
  readonly error: string | null;
}

export interface LogView {
  readonly lines: readonly {
    readonly at: string | null;
    readonly level: string;
    readonly message: string;
  }[];
  readonly leftOut: number;
  /** True when reading kept only a part of the file. */
  readonly isTruncated: boolean;
  /** The whole log as a text file. */
  readonly href: string;
}
