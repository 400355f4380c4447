import type { ResourceLink } from '../resource-link.ts';
import type { Cell } from '../section.ts';
import type { StatusView } from '../status-view.ts';

/** What the newest runs changed. */
export interface ChangesView {
  /** The runs that are told of, each with a link: the newest that built or tested, and the newest check of sources. */
  readonly runs: readonly Extract<Cell, { kind: 'run' }>[];
  readonly groups: readonly ChangeGroup[];
}

export interface ChangeGroup {
  readonly key:
    'failing' | 'stale' | 'slower' | 'recovered' | 'fresh' | 'first' | 'changed' | 'removed';
  readonly title: string;
  readonly status: StatusView['kind'];
  /** At most 8. */
  readonly rows: readonly ChangeRow[];
  readonly leftOut: number;
}

export interface ChangeRow {
  readonly link: ResourceLink;
  /** What happened, in few words. */
  readonly text: string;
  /** Where the result stands that brought it; null where there is none. */
  readonly href: string | null;
}
