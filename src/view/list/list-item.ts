import type { HealthState } from '../../health/health.ts';
import type { StatusKind } from '../../runs/status.ts';
import type { ResourceLink } from '../resource-link.ts';
import type { StatusView } from '../status-view.ts';

/** A row of a list, as pages, JSON and the browser know it: what is shown, filtered, sorted and grouped. */
export interface ListItem {
  readonly uniqueId: string;
  /** The name as the list writes it: with its version; a generic test by its short name. */
  readonly name: string;
  readonly href: string | null;
  readonly resourceType: string;
  readonly packageName: string;
  /** First paragraph of the description as plain text, after the label; empty when there is none. */
  readonly summary: string;
  /** What it is listed under: its folder below its package, its source, what it tests; empty for none. */
  readonly section: string;
  /** Folders from its fqn: `marts/finance`; empty for none. */
  readonly folder: string;
  readonly filePath: string | null;
  readonly tags: readonly string[];
  readonly owner: string | null;
  readonly group: string | null;
  readonly materialized: string | null;
  readonly access: string | null;
  readonly database: string | null;
  readonly schema: string | null;
  /** null for what can't have one: macros, groups, metrics. */
  readonly status: StatusView | null;
  /** null for what can't have one. */
  readonly health: HealthState | null;
  /** When its newest result was made, ISO 8601 UTC. */
  readonly lastRunAt: string | null;
  /** How long that took, seconds. */
  readonly duration: number | null;
  readonly tests: TestTally;
  readonly columnCount: number;
  readonly describedCount: number;
  /** What the catalog says; null where it doesn't. */
  readonly rowCount: number | null;
  /** What only one list has. */
  readonly own: OwnFacts;
}

/** The tests that watch a resource, by what their newest results say. */
export interface TestTally {
  readonly passing: number;
  readonly failing: number;
  readonly warning: number;
  /** Skipped or not run. */
  readonly other: number;
}

/** Everything that an exposure rests on, in figures. */
export interface UpstreamFigures {
  readonly total: number;
  /** What fails or warns. */
  readonly inTrouble: number;
  readonly tests: TestTally;
  /** What rules find. */
  readonly findings: number;
}

/** What the newest results of a test say together. */
export interface TestPast {
  /** When the present row of failures, or warnings, began: ISO 8601 UTC; null where there is none, or no time. */
  readonly since: string | null;
  /** Where that result stands; null where there is no such row. */
  readonly sinceHref: string | null;
  /** False where the row may have begun before what is known. */
  readonly hasBegun: boolean;
  /** Changes between passing and not among `runs` results. */
  readonly flips: number;
  readonly runs: number;
  /** The newest results, oldest first, at most ten. */
  readonly last: readonly StatusKind[];
}

/** Facts that belong to some resource types only; absent for all others, null where the artifacts don't tell. */
export interface OwnFacts {
  /** Quoted as the adapter renders it. */
  readonly relation?: string | null;
  readonly loader?: string | null;
  /** How old a source's data was when it was checked, seconds. */
  readonly age?: number | null;
  /** When its newest record came, ISO 8601 UTC. */
  readonly newestAt?: string | null;
  /** What people call it: of exposures, metrics, semantic models and saved queries. */
  readonly label?: string | null;
  /** Of exposures and metrics. */
  readonly type?: string | null;
  readonly maturity?: string | null;
  /** Of exposures: everything that it rests on. */
  readonly upstream?: UpstreamFigures;
  readonly formula?: string | null;
  readonly columnName?: string | null;
  /** What a generic test demands, in few words. */
  readonly rule?: string | null;
  readonly severity?: string | null;
  readonly tested?: ResourceLink | null;
  /** Of tests and unit tests. */
  readonly past?: TestPast;
  /** The first five of what it depends on. */
  readonly parents?: readonly ResourceLink[];
  readonly parentCount?: number;
  readonly memberCount?: number;
  readonly callerCount?: number;
}
