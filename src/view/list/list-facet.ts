import type { StatusKind } from '../../runs/status.ts';
import type { FacetField } from './facets.ts';

/** What a list can be filtered by, with how many of all its rows have each value. */
export interface ListFacet {
  readonly field: FacetField;
  readonly label: string;
  readonly values: readonly {
    readonly word: string;
    /** The shape of a status; null for what is none. */
    readonly shape: StatusKind | null;
    /** Null on further pages of a list, which would all change with each row. */
    readonly count: number | null;
    /** A page about it; null where there is none. */
    readonly href: string | null;
  }[];
  /** Values that are left out. */
  readonly more: number;
}
