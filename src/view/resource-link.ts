/** A resource as it is named wherever another page mentions it. */
export interface ResourceLink {
  readonly uniqueId: string;
  /** The name with its version: `customers.v2`. */
  readonly name: string;
  /** dbt's word, e.g. `model`. */
  readonly resourceType: string;
  /** URL of its page, or of its place on another page; null when the artifacts don't contain it. */
  readonly href: string | null;
}
