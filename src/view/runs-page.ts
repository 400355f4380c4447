import type { EmptyState } from './empty-state.ts';
import type { PageHead } from './page-head.ts';
import type { Pagination } from './list-page.ts';
import type { StatusView } from './status-view.ts';

/** The list of runs, newest first. */
export interface RunsPageView {
  readonly page: 'runs';
  readonly head: PageHead;
  readonly summary: string;
  readonly rows: readonly RunRow[];
  readonly pagination: Pagination | null;
  readonly empty: EmptyState | null;
}

export interface RunRow {
  readonly id: string;
  readonly href: string;
  readonly status: StatusView;
  /** `dbt build --select tag:nightly`, as far as the artifact tells. */
  readonly command: string;
  /** ISO 8601 UTC. */
  readonly startedAt: string | null;
  /** Seconds. */
  readonly elapsed: number | null;
  /** In the order of `STATUS_KINDS`, zero counts left out. */
  readonly counts: readonly { readonly status: StatusView; readonly count: number }[];
  readonly resultCount: number;
  readonly dbtVersion: string | null;
}
