import type { Change } from '../../runs/compare-runs.ts';
import type { ResourceLink } from '../resource-link.ts';
import type { StatusView } from '../status-view.ts';

/** A run held against another one. */
export interface ComparisonView {
  /** The previous run of the same command; null when none is known. */
  readonly other: { readonly href: string; readonly startedAt: string | null } | null;
  /** In the order in which they matter, those with nothing in them left out. */
  readonly groups: readonly ComparisonGroup[];
  /** Where a reader can choose another run. */
  readonly runsJsonHref: string;
}

export interface ComparisonGroup {
  readonly change: Change;
  readonly count: number;
  /** At most 20. */
  readonly rows: readonly ComparisonRow[];
}

/** A node before and after. Seconds; null on a side where it wasn't. */
export interface ComparisonRow {
  readonly link: ResourceLink;
  readonly before: ComparedSide | null;
  readonly after: ComparedSide | null;
}

export interface ComparedSide {
  readonly status: StatusView;
  readonly executionTime: number | null;
}
