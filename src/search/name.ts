/** What search knows of one resource that has a page. */
export interface Name {
  readonly uniqueId: string;
  /** As people say it: `dim_customers.v2`, `raw.orders`. */
  readonly name: string;
  /** Without version or source: `dim_customers`, `orders`. */
  readonly shortName: string;
  readonly resourceType: string;
  readonly packageName: string;
  /** Folders from its fqn: `marts/finance`; empty for none. */
  readonly folder: string;
  readonly label: string | null;
  /** Of its page, with the base. */
  readonly href: string;
  /** How many resources depend on it. */
  readonly uses: number;
  /** True for a version of a model that isn't its latest. */
  readonly isOldVersion: boolean;
}
