/** The ways in which dbt tells that a resource was modified: what follows `state:modified.`. */
export const STATE_PARTS = [
  'body',
  'configs',
  'persisted_descriptions',
  'relation',
  'macros',
  'contract',
] as const;
export type StatePart = (typeof STATE_PARTS)[number];

/** How a resource differs from an older manifest. */
export interface StateChange {
  /** True when the older manifest doesn't have it. */
  readonly isNew: boolean;
  /** True when any of the parts differs, or what else dbt looks at. */
  readonly isModified: boolean;
  readonly parts: ReadonlySet<StatePart>;
}
