/** How much a diagnostic matters: an `error` lost something, a `warning` may mislead, `info` is worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/**
 * Something in the input that is not as it should be, collected beside the value it belongs to.
 * A diagnostic never stops a build; `check` prints them and the artifacts page shows them.
 */
export interface Diagnostic {
  /** Permanent name from the catalogue, e.g. `NodeInvalid`. */
  readonly code: string;
  readonly severity: Severity;
  /** The artifact's path relative to the artifacts folder, with forward slashes. */
  readonly file: string;
  /** Where in the file, e.g. `$.nodes["model.shop.orders"].columns`; null when the whole file is meant. */
  readonly jsonPath: string | null;
  /** What happened and why, in full sentences. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
}
