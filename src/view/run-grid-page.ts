import type { PageHead } from './page-head.ts';
import type { PeriodLink, RunGrid } from './runs-page.ts';

/** Nodes against the runs of a month, or of a part of one that had many. */
export interface RunGridPageView {
  readonly page: 'run-grid';
  readonly head: PageHead;
  readonly grid: RunGrid;
  readonly older: PeriodLink | null;
  readonly newer: PeriodLink | null;
}
