import type { EmptyState } from './empty-state.ts';
import type { PageHead } from './page-head.ts';
import type { ResourceLink } from './resource-link.ts';
import type { Cell } from './section.ts';
import type { StatusView } from './status-view.ts';

/** One page of the list of a resource type. */
export interface ListPageView {
  readonly page: 'list';
  readonly head: PageHead;
  /** `Models`. */
  readonly title: string;
  /** `412 models in 3 packages`. */
  readonly summary: string;
  /** Columns between the name and the status; chosen by the type. */
  readonly columns: readonly { readonly label: string; readonly isNumeric: boolean }[];
  readonly rows: readonly ListRow[];
  /** The groups of these rows, in their order, each with its rows on all pages of the list. */
  readonly groups: readonly { readonly title: string; readonly count: number }[];
  readonly pagination: Pagination | null;
  readonly empty: EmptyState | null;
}

export interface ListRow {
  readonly link: ResourceLink;
  /** First paragraph of the description as plain text; empty when there is none. */
  readonly summary: string;
  /** The group it is listed under: its folder; empty for none. */
  readonly group: string;
  /** null for what can't have one: macros, groups, metrics. */
  readonly status: StatusView | null;
  /** One a column. */
  readonly cells: readonly Cell[];
}

export interface Pagination {
  /** From 1. */
  readonly number: number;
  readonly count: number;
  readonly previousHref: string | null;
  readonly nextHref: string | null;
  readonly pages: readonly { readonly number: number; readonly href: string }[];
}
