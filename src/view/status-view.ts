import type { StatusKind } from '../runs/status.ts';

/** A status to show: dbt's own word, and the kind that gives it shape and colour. */
export interface StatusView {
  /** dbt's word, e.g. `runtime error`; `not run` when there is no result. */
  readonly word: string;
  readonly kind: StatusKind;
}
