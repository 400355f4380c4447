import type { EmptyState } from './empty-state.ts';
import type { ListCell } from './list/list-cell.ts';
import type { ColumnRank } from './list/list-columns.ts';
import type { ListFacet } from './list/list-facet.ts';
import type { ListTree } from './list/list-tree.ts';
import type { PageHead } from './page-head.ts';
import type { StatusView } from './status-view.ts';

/** One page of the list of a resource type. */
export interface ListPageView {
  readonly page: 'list';
  readonly head: PageHead;
  /** `Models`. */
  readonly title: string;
  /** `412 models in 3 packages`. */
  readonly summary: string;
  /** What of it failed or warned, worst first, each with the list filtered by it. */
  readonly trouble: readonly {
    readonly status: StatusView;
    readonly count: number;
    readonly href: string;
  }[];
  /** The list's segment of URLs: `semantic-models`. */
  readonly collection: string;
  /** `model` and `models`, for counts. */
  readonly noun: { readonly one: string; readonly many: string };
  /** The first page, base included. */
  readonly listHref: string;
  readonly csvHref: string;
  /** The file of all rows, for the browser. */
  readonly rowsHref: string;
  /** What rows are listed under is called so: `Folder`, `Source`. */
  readonly sectionLabel: string;
  /** Columns beside the name; those that the reader has to choose are left to the browser. */
  readonly columns: readonly ListPageColumn[];
  readonly rows: readonly ListRow[];
  /** The sections of these rows, in their order, each with its rows on all pages of the list. */
  readonly groups: readonly {
    readonly title: string;
    /** The anchor; null for rows without a section. */
    readonly id: string | null;
    readonly count: number;
  }[];
  readonly facets: readonly ListFacet[];
  readonly trees: readonly ListTree[];
  readonly pagination: Pagination | null;
  readonly empty: EmptyState | null;
}

export interface ListPageColumn {
  readonly id: string;
  readonly label: string;
  readonly title: string | null;
  readonly isNumeric: boolean;
  readonly rank: ColumnRank;
}

export interface ListRow {
  readonly uniqueId: string;
  readonly name: string;
  readonly href: string | null;
  /** First paragraph of the description as plain text; empty when there is none. */
  readonly summary: string;
  /** What it is listed under; empty for none. */
  readonly group: string;
  /** One a column. */
  readonly cells: readonly ListCell[];
}

export interface Pagination {
  /** From 1. */
  readonly number: number;
  readonly count: number;
  readonly previousHref: string | null;
  readonly nextHref: string | null;
  readonly pages: readonly { readonly number: number; readonly href: string }[];
}
