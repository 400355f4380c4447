import type { RuleSeverity } from '../config/health-rules.ts';
import type { HealthState } from '../health/health.ts';
import type { EmptyState } from './empty-state.ts';
import type { HealthView } from './health-view.ts';
import type { Pagination } from './list-page.ts';
import type { PageHead } from './page-head.ts';
import type { ResourceLink } from './resource-link.ts';

/** `/health/`: can it be trusted, and what should be fixed next. */
export interface HealthPageView {
  readonly page: 'health';
  readonly head: PageHead;
  /** What ages are measured from, ISO 8601 UTC; null when the artifacts tell no time. */
  readonly newestAt: string | null;
  /** Worst first. */
  readonly states: readonly StateCount[];
  readonly types: readonly {
    readonly label: string;
    readonly href: string;
    /** In the order of `states`. */
    readonly counts: readonly number[];
  }[];
  readonly empty: EmptyState | null;
  /** How many findings all rules have together. */
  readonly findings: number;
  /** Rules that found something, most severe first. */
  readonly found: readonly RuleRow[];
  readonly passing: readonly RuleRow[];
  readonly unanswered: readonly RuleRow[];
  readonly off: readonly RuleRow[];
  readonly coverage: CoverageView | null;
}

export interface StateCount {
  readonly state: HealthState;
  readonly word: string;
  readonly meaning: string;
  readonly count: number;
  readonly href: string;
}

export interface RuleRow {
  readonly name: string;
  readonly title: string;
  readonly group: string;
  readonly severity: RuleSeverity;
  readonly href: string;
  /** null when it is off or can't be answered. */
  readonly count: number | null;
  /** `+2`, `unchanged`; null where history doesn't tell. */
  readonly trend: string | null;
  /** Why it can't be answered; null when it is. */
  readonly unanswered: string | null;
}

export interface CoverageView {
  readonly tables: readonly {
    readonly id: string;
    readonly title: string;
    readonly label: string;
    readonly rows: readonly CoverageRow[];
    /** Rows that are left out. */
    readonly leftOut: number;
  }[];
}

export interface CoverageRow {
  readonly name: string;
  readonly models: number;
  /** Described, tested, columns described. */
  readonly shares: readonly { readonly part: number; readonly all: number }[];
}

/** `/health/<rule>/`: why a rule matters, what to do, and what it found. */
export interface RulePageView {
  readonly page: 'rule';
  readonly head: PageHead;
  readonly title: string;
  readonly name: string;
  readonly severity: RuleSeverity;
  readonly summary: string;
  readonly why: string;
  readonly fix: string;
  /** How it is set, as JSON that could stand in the configuration. */
  readonly setting: string;
  readonly rows: readonly FindingRow[];
  readonly pagination: Pagination | null;
  /** Why there are no rows. */
  readonly empty: EmptyState | null;
}

export interface FindingRow {
  /** null for the project as a whole. */
  readonly link: ResourceLink | null;
  readonly detail: string;
  readonly filePath: string | null;
}

/** `/health/states/<state>/`: everything that is in one state, with reasons. */
export interface HealthStatePageView {
  readonly page: 'health-state';
  readonly head: PageHead;
  readonly state: HealthState;
  readonly title: string;
  readonly meaning: string;
  readonly summary: string;
  readonly rows: readonly {
    readonly link: ResourceLink;
    readonly reasons: HealthView['reasons'];
  }[];
  readonly pagination: Pagination | null;
  readonly empty: EmptyState | null;
}
