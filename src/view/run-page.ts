import type { EmptyState } from './empty-state.ts';
import type { Pagination } from './list-page.ts';
import type { PageHead } from './page-head.ts';
import type { ResourceLink } from './resource-link.ts';
import type { RunRow } from './runs-page.ts';
import type { Fact } from './section.ts';
import type { StatusView } from './status-view.ts';

/** The page of one invocation. Further pages of its results have the results and nothing else. */
export interface RunPageView {
  readonly page: 'run';
  readonly head: PageHead;
  readonly run: RunRow;
  readonly facts: readonly Fact[];
  readonly notices: readonly RunNotice[];
  /** Results that failed, worst first, at most 100. */
  readonly failures: readonly RunFailure[];
  readonly failuresLeftOut: number;
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
  /** ISO 8601 UTC. */
  readonly startedAt: string | null;
  /** Seconds spent compiling and executing, and in all; null when not told. */
  readonly compileTime: number | null;
  readonly executeTime: number | null;
  readonly executionTime: number | null;
  readonly failures: number | null;
  readonly rowsAffected: number | null;
  readonly message: string | null;
  /** `3 of 4 batches; failed: 2026-11-17`; null where it isn't built in batches. */
  readonly batches: string | null;
}

export interface RunFailure extends RunResultRow {
  /** Its row among the results: `#node-<slug>`, with the page's href where that is another page. */
  readonly resultHref: string;
  /** How many resources and tests were skipped in this run because of it. */
  readonly blockedCount: number;
  /** The first 50 of them. */
  readonly blocked: readonly ResourceLink[];
  readonly blockedLeftOut: number;
}

export interface FreshnessRow {
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
}
