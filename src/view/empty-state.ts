/** Why a part of a page is empty, and what fills it. */
export interface EmptyState {
  /** What is missing: `No catalog.json`. */
  readonly title: string;
  /** Why that matters. */
  readonly text: string;
  /** The command that supplies it; null when no command does. */
  readonly command: string | null;
}
