import type { ResourceLink } from '../resource-link.ts';

/** What made a run as long as it was. Seconds, from the run's start. */
export interface TimingView {
  readonly tiles: readonly TimingTile[];
  /** How much there was at once; null when no node has times. */
  readonly chart: ConcurrencyView | null;
  readonly path: CriticalPathView;
  /** At most 100. */
  readonly threads: readonly ThreadRow[];
  readonly threadsLeftOut: number;
  /** Why some of it is unknown; null when nothing is. */
  readonly note: string | null;
  /** The file that the drawn timeline is made from; null when no node has times. */
  readonly barsHref: string | null;
}

/** A figure with its name. */
export interface TimingTile {
  readonly label: string;
  /** `3 min 12 s`, `8`; a dash when unknown. */
  readonly value: string;
  /** A second line: what it is a part of; empty for none. */
  readonly note: string;
  /** The node that it is about; null for figures of the whole run. */
  readonly link: ResourceLink | null;
}

export interface ConcurrencyView {
  readonly peak: number;
  readonly duration: number;
  /** 240 equal parts of the run: most nodes executing in each. */
  readonly parts: readonly number[];
  /** The same in twelve parts, for a table. */
  readonly rows: readonly {
    readonly from: number;
    readonly to: number;
    readonly average: number;
    readonly peak: number;
  }[];
}

export interface CriticalPathView {
  readonly duration: number;
  /** In the order of the run; of a long chain the 20 that took longest. */
  readonly steps: readonly PathStep[];
  /** Nodes of the chain in all. */
  readonly count: number;
  /** Whether each began when its parent had ended; unit tests don't wait for theirs. */
  readonly isInTurn: boolean;
}

export interface PathStep {
  readonly link: ResourceLink;
  readonly offset: number | null;
  readonly waited: number | null;
  readonly executionTime: number;
  /** Thousandths of the path. */
  readonly share: number;
}

export interface ThreadRow {
  readonly threadId: string | null;
  readonly nodeCount: number;
  readonly busy: number;
  /** Thousandths of the run. */
  readonly share: number;
  readonly longest: ResourceLink;
}
