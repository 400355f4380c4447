import type { EmptyState } from './empty-state.ts';
import type { PageHead } from './page-head.ts';
import type { Pagination } from './list-page.ts';
import type { ResourceLink } from './resource-link.ts';

/** The lineage of the whole project as a list: everything with what it depends on and what uses it. */
export interface LineagePageView {
  readonly page: 'lineage';
  readonly head: PageHead;
  readonly summary: string;
  /** What the explorer draws; null on the further pages of a long list. */
  readonly graphHref: string | null;
  readonly rows: readonly LineageRow[];
  readonly pagination: Pagination | null;
  readonly empty: EmptyState | null;
}

export interface LineageRow {
  /** `node-<slug>`, unique among all rows. */
  readonly anchor: string;
  readonly link: ResourceLink;
  /** The longest way from a resource without parents, in steps. */
  readonly depth: number;
  readonly parents: readonly ResourceLink[];
  readonly parentsLeftOut: number;
  readonly children: readonly ResourceLink[];
  readonly childrenLeftOut: number;
}
