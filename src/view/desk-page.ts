import type { CoverageRow, RuleRow, StateCount } from './health-page.ts';
import type { HealthView } from './health-view.ts';
import type { Pagination } from './list-page.ts';
import type { PageHead } from './page-head.ts';
import type { ResourceLink } from './resource-link.ts';
import type { Cell } from './section.ts';
import type { StatusView } from './status-view.ts';

/** `/owners/`, `/tags/`: all of them, each with how healthy what it holds is. */
export interface DesksPageView {
  readonly page: 'desks';
  readonly head: PageHead;
  readonly title: string;
  /** What a row is: `Owner`. */
  readonly label: string;
  readonly summary: string;
  readonly rows: readonly DeskRow[];
  readonly pagination: Pagination | null;
}

export interface DeskRow {
  readonly name: string;
  readonly href: string;
  readonly count: number;
  /** Worst first; the same states in every row. */
  readonly states: readonly StateCount[];
  readonly failingTests: number;
  readonly coverage: CoverageRow;
}

/** `/owners/<owner>/`, `/tags/<tag>/`: what belongs there, what is wrong with it, and what to fix next. */
export interface DeskPageView {
  readonly page: 'desk';
  readonly head: PageHead;
  readonly title: string;
  /** `Owner`, `Tag`. */
  readonly label: string;
  readonly email: Cell | null;
  readonly summary: string;
  readonly states: readonly StateCount[];
  /** null where there is no model. */
  readonly coverage: CoverageRow | null;
  /** What is degraded. */
  readonly trouble: readonly {
    readonly link: ResourceLink;
    readonly reasons: HealthView['reasons'];
  }[];
  readonly troubleLeftOut: number;
  /** Tests that fail or warn, worst first. */
  readonly tests: readonly DeskTest[];
  readonly testsLeftOut: number;
  /** Rules that find something here, most severe first; `count` is how much of it is here. */
  readonly debt: readonly RuleRow[];
  readonly lists: readonly DeskList[];
}

export interface DeskTest {
  readonly status: StatusView;
  readonly link: ResourceLink;
  /** What it tests; null when that can't be told. */
  readonly on: ResourceLink | null;
  readonly at: string | null;
}

/** Everything of one type. */
export interface DeskList {
  /** The anchor: `models`. */
  readonly id: string;
  readonly title: string;
  readonly rows: readonly {
    readonly link: ResourceLink;
    readonly health: HealthView['state'] | null;
    readonly status: StatusView | null;
  }[];
  readonly leftOut: number;
  readonly count: number;
}
