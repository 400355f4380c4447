import type { EmptyState } from './empty-state.ts';
import type { PageHead } from './page-head.ts';
import type { Pagination } from './list-page.ts';
import { STATUS_KINDS } from '../runs/status.ts';
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

/** How many results of a run ended alike. */
export interface ResultCount {
  readonly key: CountKey;
  readonly status: StatusView;
  readonly count: number;
}

/** A kind of status, or one of dbt's words for what there was nothing to do for: that was not skipped. */
export type CountKey = (typeof RESULT_COUNTS)[number];
export const RESULT_COUNTS = [...STATUS_KINDS, 'no_op', 'reused'] as const;

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
  /** In the order of `RESULT_COUNTS`, zero counts left out. */
  readonly counts: readonly ResultCount[];
  /** null when only a log is known, which doesn't tell. */
  readonly resultCount: number | null;
  readonly dbtVersion: string | null;
  readonly target: string | null;
  /** What started it; null where dbt recorded nothing of that. */
  readonly trigger: TriggerView | null;
}

export interface TriggerView {
  /** `GitHub Actions: schedule`. */
  readonly text: string;
  /** All that is known, in one line. */
  readonly title: string;
  readonly href: string | null;
}
