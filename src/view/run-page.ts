import type { EmptyState } from './empty-state.ts';
import type { PageHead } from './page-head.ts';
import type { ResourceLink } from './resource-link.ts';
import type { RunRow } from './runs-page.ts';
import type { Fact } from './section.ts';
import type { StatusView } from './status-view.ts';

/** The page of one invocation. */
export interface RunPageView {
  readonly page: 'run';
  readonly head: PageHead;
  readonly run: RunRow;
  readonly facts: readonly Fact[];
  readonly notices: readonly { readonly title: string; readonly text: string }[];
  /** Results that failed, worst first. */
  readonly failures: readonly RunResultRow[];
  /** All results, in the order they started. */
  readonly results: readonly RunResultRow[];
  readonly resultsEmpty: EmptyState | null;
  readonly freshness: readonly FreshnessRow[];
  readonly previousHref: string | null;
  readonly nextHref: string | null;
  readonly log: LogView | null;
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
  /** Resources that were skipped in this run and depend on this one. */
  readonly blocked: readonly ResourceLink[];
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
