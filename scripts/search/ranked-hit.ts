/** What a search shows at one place of its results. */
export interface RankedHit {
  /** unique_ids of what it leads to; of a column all that have it. */
  readonly ids: readonly string[];
  /** Lower case; null for what is no column. */
  readonly column: string | null;
}

/** Everything that a query finds, best first. */
export type Ranking = (query: string) => Promise<readonly RankedHit[]>;
