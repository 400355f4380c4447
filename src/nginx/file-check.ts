/** What is said of a file that a setting names: with a problem, nothing must be served. */
export interface FileCheck {
  /** Follows "X names FILE, ". */
  readonly problem: string | null;
  /** Full sentences. */
  readonly warnings: readonly string[];
}
