import type { EmptyState } from './empty-state.ts';
import type { StateCount } from './health-page.ts';
import type { ChangesView } from './home/changes-view.ts';
import type { PageHead } from './page-head.ts';
import type { ResourceLink } from './resource-link.ts';
import type { Fact } from './section.ts';
import type { StatusView } from './status-view.ts';
import type { RunRow } from './runs-page.ts';

/** The first page: what is in trouble, what ran, where to start. */
export interface HomePageView {
  readonly page: 'home';
  readonly head: PageHead;
  readonly title: string;
  /** Project, dbt version, adapter, generated at. */
  readonly facts: readonly Fact[];
  /**
   * When the newest artifact was written, ISO 8601 UTC, and from which age on browsers call it old; null where it is
   * unknown, or where nobody asks.
   */
  readonly age: { readonly newestAt: string; readonly staleAfterHours: number } | null;
  /** Counts that are links: failing, warning, stale sources, without description. */
  readonly tiles: readonly Tile[];
  /** How many resources are in each state of health, worst first; empty when none can have one. */
  readonly health: readonly StateCount[];
  readonly healthHref: string;
  /** Worst first, at most 10. */
  readonly attention: readonly AttentionRow[];
  readonly attentionLeftOut: number;
  /** Said when `attention` is empty. */
  readonly attentionEmpty: EmptyState | null;
  /** The newest run on the main target where it failed before it had results, so that nothing else tells of it. */
  readonly failedRun: FailedRun | null;
  /** The newest run with an outcome; null when no run is known. `at`: ISO 8601 UTC. */
  readonly lastRun: {
    readonly status: StatusView;
    readonly href: string;
    readonly at: string | null;
  } | null;
  /** What the newest runs changed; null where nothing ran before them. */
  readonly changes: ChangesView | null;
  /** The newest runs on the main target. */
  readonly runs: readonly RunRow[];
  /** Says which target that is, where there are several. */
  readonly runsNote: string | null;
  /** Every list of the site with its count. */
  readonly collections: readonly {
    readonly label: string;
    readonly href: string;
    readonly count: number;
    /** The resource type of its glyph. */
    readonly type: string;
  }[];
  /** Said when there is no list. */
  readonly listsEmpty: EmptyState | null;
  /** Public models, exposures, most used models: where a newcomer starts. */
  readonly entryPoints: readonly {
    readonly label: string;
    readonly links: readonly ResourceLink[];
  }[];
  /** Markdown of `__overview__`; empty when the project has none. */
  readonly overview: string;
  /** Markdown of `__<package>__` blocks, the project's own first. */
  readonly packageOverviews: readonly { readonly name: string; readonly markdown: string }[];
}

export interface Tile {
  readonly label: string;
  /** null when it can't be known, with `note` saying why. */
  readonly count: number | null;
  readonly note: string;
  readonly href: string;
  readonly status: StatusView;
}

export interface AttentionRow {
  readonly link: ResourceLink;
  readonly status: StatusView;
  /** Why it is here: `relationships test failed on 3 rows`. */
  readonly reason: string;
  readonly at: string | null;
}

export interface FailedRun {
  readonly command: string;
  readonly href: string;
  /** ISO 8601 UTC; null when not told. */
  readonly at: string | null;
  /** What dbt said first, in one line; null where it said nothing. */
  readonly message: string | null;
}
