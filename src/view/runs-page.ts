import type { EmptyState } from './empty-state.ts';
import type { PageHead } from './page-head.ts';
import type { Pagination } from './list-page.ts';
import type { ResourceLink } from './resource-link.ts';
import type { CommandMedian } from './runs/medians.ts';
import { STATUS_KINDS } from '../runs/status.ts';
import type { StatusView } from './status-view.ts';

/** The list of runs, newest first. */
export interface RunsPageView {
  readonly page: 'runs';
  readonly head: PageHead;
  readonly summary: string;
  readonly rows: readonly RunListRow[];
  readonly pagination: Pagination | null;
  readonly empty: EmptyState | null;
  /** null where there is nothing to choose from. */
  readonly filter: RunFilterView | null;
  /** What was not always green; on the first page. */
  readonly grid: RunGrid | null;
  /** Grids of all runs, month by month, newest first; none where `grid` has all of them. */
  readonly gridPeriods: readonly (PeriodLink & { readonly runs: number })[];
  /** The first page, whose address a filter stands in. */
  readonly listHref: string;
  /** Which nodes each run has results of. */
  readonly nodesHref: string;
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

export interface RunListRow extends RunRow {
  /** What runs of the same command take; null where there are too few. */
  readonly median: CommandMedian | null;
}

export interface TriggerView {
  /** `GitHub Actions: schedule`. */
  readonly text: string;
  /** All that is known, in one line. */
  readonly title: string;
  readonly href: string | null;
}

/** What a reader can choose from. */
export interface RunFilterView {
  readonly statuses: readonly FilterOption[];
  readonly commands: readonly FilterOption[];
  readonly targets: readonly FilterOption[];
}

export interface FilterOption {
  readonly value: string;
  readonly text: string;
}

/** Nodes against runs. */
export interface RunGrid {
  /** Oldest first. */
  readonly columns: readonly {
    readonly href: string;
    readonly status: StatusView;
    readonly command: string;
    readonly startedAt: string | null;
  }[];
  /** What changed most often first. */
  readonly rows: readonly RunGridRow[];
  /** Nodes that are not among the rows. */
  readonly leftOut: number;
}

export interface RunGridRow {
  readonly link: ResourceLink;
  /** One for each column; null where the run has no outcome of it. */
  readonly cells: readonly ({ readonly status: StatusView; readonly href: string } | null)[];
}

/** The grid of a month, or of a part of one. */
export interface PeriodLink {
  /** `2026-11`. */
  readonly label: string;
  readonly href: string;
}
