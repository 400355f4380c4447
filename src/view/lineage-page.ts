import type { EmptyState } from './empty-state.ts';
import type { PageHead } from './page-head.ts';
import type { Pagination } from './list-page.ts';
import type { ResourceLink } from './resource-link.ts';

/** The lineage of the whole project as a tree: everything once, with what it depends on and what uses it. */
export interface LineagePageView {
  readonly page: 'lineage';
  readonly head: PageHead;
  readonly summary: string;
  /** What the explorer draws; null on the further pages of a long list. */
  readonly graphHref: string | null;
  /** From the sources down: what hangs below a row follows it. */
  readonly rows: readonly LineageRow[];
  /** What the first row hangs below, where it stands on a page before. */
  readonly above: readonly ResourceLink[];
  readonly pagination: Pagination | null;
  readonly empty: EmptyState | null;
}

export interface LineageRow {
  /** `node-<slug>`, unique among all rows. */
  readonly anchor: string;
  readonly link: ResourceLink;
  /** Steps below the top of the tree: the longest way from a resource without parents. */
  readonly level: number;
  readonly parents: readonly ResourceLink[];
  readonly parentsLeftOut: number;
  readonly children: readonly ResourceLink[];
  readonly childrenLeftOut: number;
}
