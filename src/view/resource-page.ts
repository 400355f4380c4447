import type { DatasetView } from './dataset.ts';
import type { BarChartView } from './bar-chart.ts';
import type { StatusKind } from '../runs/status.ts';
import type { EmptyState } from './empty-state.ts';
import type { HealthView } from './health-view.ts';
import type { PageHead } from './page-head.ts';
import type { ResourceLink } from './resource-link.ts';
import type { Fact, Section } from './section.ts';
import type { SourceLink } from './source-links.ts';
import type { StatusView } from './status-view.ts';

/** The page of one resource, of whatever type. */
export interface ResourcePageView {
  readonly page: 'resource';
  readonly head: PageHead;
  readonly self: ResourceLink;
  /** What it is as data; null for what holds none. */
  readonly dataset: DatasetView | null;
  /** `Model`, `Saved query` …: what a reader calls the type. */
  readonly typeLabel: string;
  /** Its files in the repository of the project's code. */
  readonly sourceLinks: readonly SourceLink[];
  /** null for what can't have one: tests, macros, groups. */
  readonly health: HealthView | null;
  /** Short words beside the title: materialization, access, `latest version` … */
  readonly badges: readonly Badge[];
  /** Markdown; empty when nobody wrote one. */
  readonly description: string;
  /** What the description's empty state says; null when there is a description. */
  readonly descriptionEmpty: EmptyState | null;
  /** Newest real result; null when none is known. */
  readonly lastResult: LastResult | null;
  /** The figures under the title. */
  readonly bar: readonly Fact[];
  /** The newest durations, oldest first; null when fewer than two are known. */
  readonly durations: DurationsView | null;
  /** Every known fact about the resource, most asked first. */
  readonly facts: readonly Fact[];
  /** Warnings above the fold: deprecated, missing parents, kept out of the docs … */
  readonly notices: readonly Notice[];
  readonly columns: ColumnsView | null;
  readonly tests: TestsView | null;
  /** What only this type has, right below the overview. */
  readonly sections: readonly Section[];
  readonly code: CodeView | null;
  /** How it is built, below the code: strategy, hooks, grants. */
  readonly settings: readonly Section[];
  readonly lineage: LineageView | null;
  readonly results: ResultsView | null;
  /** Only of sources that were checked. */
  readonly freshness: FreshnessView | null;
  readonly meta: readonly Fact[];
  /** What of `config` no other part of the page shows. */
  readonly config: readonly Fact[];
  /** What lies in the same folder; null for what has no page of its own. */
  readonly nearby: NearbyView | null;
}

/** The folder that a resource lies in: a window of what is there, and the two next to it. */
export interface NearbyView {
  /** `marts / core`, or the collection's name at the top of a project. */
  readonly label: string;
  readonly items: readonly {
    readonly name: string;
    readonly href: string;
    readonly isSelf: boolean;
  }[];
  /** True when the folder holds more than `items`. */
  readonly hasMore: boolean;
  /** The list of the whole collection. */
  readonly listHref: string;
  readonly listLabel: string;
  readonly previous: ResourceLink | null;
  readonly next: ResourceLink | null;
}

/** Durations drawn as a row of small bars. */
export interface DurationsView {
  readonly bars: readonly {
    /** Share of the longest, 0 to 1. */
    readonly share: number;
    readonly status: StatusView;
  }[];
  /** The same in words. */
  readonly title: string;
}

export interface Badge {
  readonly text: string;
  readonly title: string;
  readonly tone: 'neutral' | 'warn';
}

export interface Notice {
  readonly tone: 'info' | 'warn';
  readonly title: string;
  readonly text: string;
  readonly links: readonly ResourceLink[];
}

/** The newest result that came from really running the resource. */
export interface LastResult {
  /** `Freshness` of sources, which are checked, not run. */
  readonly label: string;
  /** Whether it is a check of freshness rather than a run. */
  readonly isCheck: boolean;
  readonly status: StatusView;
  /** ISO 8601 UTC; when it ended, or when the run was written. */
  readonly at: string | null;
  /** Seconds; null when not told. */
  readonly executionTime: number | null;
  /** The warehouse's or the test's message; null when there is none. */
  readonly message: string | null;
  readonly runHref: string;
  readonly runLabel: string;
}

export interface ColumnsView {
  readonly rows: readonly ColumnRow[];
  /** `8 of 20 columns are described`. */
  readonly summary: string;
  /** False where nobody describes columns, as of failures that a test stores. */
  readonly areDescribed: boolean;
  readonly empty: EmptyState | null;
  /** Said above the table, e.g. that types are unknown without a catalog. */
  readonly note: string | null;
}

export interface ColumnRow {
  /** The anchor: `column-customer_id`, unique on the page. */
  readonly anchor: string;
  readonly name: string;
  /** The name without what the row above says already: `c` of `a.b.c`. */
  readonly label: string;
  /** The catalog's type, else the declared one; null when unknown. */
  readonly type: string | null;
  /** Set when declared and catalog types differ: what the project declares. */
  readonly declaredType: string | null;
  /** Markdown. */
  readonly description: string;
  /** `primary key`, `not null`, `unique`, `foreign key` … */
  readonly marks: readonly string[];
  readonly references: readonly { readonly link: ResourceLink; readonly column: string | null }[];
  readonly tests: readonly {
    readonly name: string;
    readonly href: string;
    readonly status: StatusView;
  }[];
  readonly tags: readonly string[];
  /** Depth in a nested record, 0 for a plain column: `a.b.c` is 2 when `a.b` is a column too. */
  readonly depth: number;
  /** How many rows below this one are parts of it. */
  readonly partCount: number;
  /** True for a part that only the type of its column tells of. */
  readonly isFromType: boolean;
  /** Where the description comes from when nobody wrote it for this column alone: a doc block, the warehouse. */
  readonly descriptionFrom: string | null;
  /** Set when the project and the warehouse disagree: `not in the catalog`, `not declared`. */
  readonly mismatch: string | null;
}

export interface TestsView {
  readonly summary: string;
  readonly rows: readonly TestRow[];
  readonly empty: EmptyState | null;
}

export interface TestRow {
  /** `test-<slug>`. */
  readonly anchor: string;
  readonly uniqueId: string;
  /** Short name: `unique`, `relationships`, or the test's own. */
  readonly name: string;
  /** As dbt's log names it, where that is another name. */
  readonly fullName: string | null;
  readonly columnName: string | null;
  /** What it demands: `→ customers.id`, `in a, b, c`; empty when the name says all. */
  readonly detail: string;
  readonly severity: string;
  readonly status: StatusView;
  readonly message: string | null;
  readonly failures: number | null;
  readonly at: string | null;
  /** The first of the failures, or warnings, that it is in now. */
  readonly since: Fact | null;
  /** Its newest results, oldest first, at most ten. */
  readonly last: readonly StatusKind[];
  readonly href: string | null;
  readonly compiledCode: string | null;
}

/** The resource's own code: the source, and what dbt compiled it to. */
export interface CodeView {
  readonly language: string;
  readonly source: string | null;
  readonly compiled: string | null;
  readonly filePath: string | null;
  /** Says why one of the two is missing. */
  readonly note: string | null;
}

export interface LineageView {
  readonly parents: readonly ResourceLink[];
  readonly children: readonly ResourceLink[];
  /** How many parents and children the lists leave out. */
  readonly parentsLeftOut: number;
  readonly childrenLeftOut: number;
  readonly totalUpstream: number;
  readonly totalDownstream: number;
  readonly graph: GraphView | null;
  readonly lineageHref: string;
}

/** A neighbourhood drawn at build time. Units are CSS pixels. */
export interface GraphView {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly { readonly path: string }[];
  /** The same in words, for screen readers. */
  readonly title: string;
}

export interface GraphNode {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly label: string;
  /** `MDL`, `SRC` …; empty on a box that stands for several. */
  readonly code: string;
  readonly resourceType: string;
  readonly href: string | null;
  readonly isSelf: boolean;
  /** True when the project asks to keep it out of the docs. */
  readonly isHidden: boolean;
  /** `docs.node_color` of the project, a colour of CSS; null when it sets none. */
  readonly color: string | null;
  /** null for what can't have one. */
  readonly status: StatusView | null;
}

export interface ResultsView {
  /** Failure rate, last success, since when it fails, usual duration; on the main target. */
  readonly facts: readonly Fact[];
  /** Said where it takes longer than it did. */
  readonly slowdown: {
    readonly title: string;
    readonly text: string;
    readonly since: readonly Fact[];
  } | null;
  /** The newest durations on the main target; null when fewer than two results are known. */
  readonly chart: BarChartView | null;
  /** How the figures are told, in sentences. */
  readonly how: readonly string[];
  /** Newest first, at most 50, whatever the target. */
  readonly rows: readonly ResultRow[];
  readonly leftOut: number;
}

/** One result of this resource in one run. */
export interface ResultRow {
  /** Its place on the page of the run. */
  readonly href: string;
  readonly runHref: string;
  readonly command: string;
  /** dbt's target, where the artifacts tell. */
  readonly target: string | null;
  readonly at: string | null;
  readonly status: StatusView;
  /** What it changed on the main target. */
  readonly turn: 'failed' | 'recovered' | null;
  readonly executionTime: number | null;
  readonly rowsAffected: number | null;
  /** Failing rows of a test. */
  readonly failures: number | null;
  readonly message: string | null;
}

/** How fresh a source was whenever it was checked. */
export interface FreshnessView {
  /** Since when it is stale, or late, and what counts as that. */
  readonly facts: readonly Fact[];
  /** Ages at the newest checks with the bounds that hold now; null when fewer than two are known. */
  readonly chart: BarChartView | null;
  /** Newest first, at most 50. */
  readonly rows: readonly CheckRow[];
  readonly leftOut: number;
}

/** One check of a source. Times are ISO 8601 UTC. */
export interface CheckRow {
  /** Its place on the page of the run. */
  readonly href: string;
  readonly runHref: string;
  readonly command: string;
  readonly status: StatusView;
  readonly checkedAt: string | null;
  readonly maxLoadedAt: string | null;
  /** How old the newest record was then, seconds. */
  readonly age: number | null;
  readonly criteria: string | null;
  readonly error: string | null;
}
