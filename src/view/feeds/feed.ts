/** A feed of failures and recoveries, whatever its format. */
export interface FeedView {
  /** A UUID that stays the same as long as project and folder do. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Path below the base of the folder that its files lie in: `/`, `/owners/ada/`. */
  readonly folder: string;
  /** The page that it belongs to, base included. */
  readonly href: string;
  /** Newest first, at most 50. */
  readonly entries: readonly FeedEntry[];
  /** When its newest entry came; without entries when the manifest was made. ISO 8601 UTC; null when unknown. */
  readonly updatedAt: string | null;
}

export interface FeedEntry {
  /** A UUID that stays the same for the same event. */
  readonly id: string;
  readonly title: string;
  /** Plain text, a sentence a line. */
  readonly text: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly turn: 'failed' | 'recovered';
  /** Null for a run that failed as a whole. */
  readonly uniqueId: string | null;
  readonly resourceType: string | null;
  /** Where it stands, base included. */
  readonly href: string;
  /** The JSON of the run, base included. */
  readonly runJson: string;
}
