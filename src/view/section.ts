import type { ResourceLink } from './resource-link.ts';
import type { StatusView } from './status-view.ts';

/** A label with a value. What is unknown is left out, or said in `note`; never shown as 0 or as nothing. */
export interface Fact {
  readonly label: string;
  readonly value: Cell;
}

/** What a cell of a table, or the value of a fact, can hold. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  /** An identifier, a path, a hash: monospaced; with a copy button where `canCopy`, whole in `title` if cut. */
  | {
      readonly kind: 'code';
      readonly text: string;
      readonly canCopy: boolean;
      readonly title?: string;
    }
  | { readonly kind: 'markdown'; readonly markdown: string }
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  /** ISO 8601 UTC. */
  | { readonly kind: 'time'; readonly iso: string }
  /** Seconds. */
  | { readonly kind: 'duration'; readonly seconds: number }
  /** A result in a run, by its time (ISO 8601 UTC); where that is unknown by the run's command. */
  | {
      readonly kind: 'run';
      readonly iso: string | null;
      readonly label: string;
      readonly href: string;
      /** Said behind it. */
      readonly note: string | null;
    }
  | { readonly kind: 'links'; readonly links: readonly ResourceLink[]; readonly more: number }
  | { readonly kind: 'url'; readonly text: string; readonly href: string }
  /** Pages of the site that aren't resources; null where a name has none. */
  | {
      readonly kind: 'pages';
      readonly pages: readonly { readonly text: string; readonly href: string | null }[];
    }
  | { readonly kind: 'status'; readonly status: StatusView }
  /** A CSS colour that the project asks for, as a word and a swatch. */
  | { readonly kind: 'color'; readonly color: string }
  /** Unknown or not set: shown as a dash with a reason. */
  | { readonly kind: 'none'; readonly why: string };

/** A table that only one resource type has: entities, arguments, given rows … */
export interface TableSection {
  readonly kind: 'table';
  /** The anchor; derived from what it shows, never from its position. */
  readonly id: string;
  readonly title: string;
  readonly note: string | null;
  readonly columns: readonly {
    readonly label: string;
    readonly isNumeric: boolean;
    /** Its cells name their rows. */
    readonly isHeader: boolean;
  }[];
  readonly rows: readonly (readonly Cell[])[];
  /** The anchor of each row, where rows have one. */
  readonly anchors: readonly string[] | null;
}

/** Facts that belong together under a heading of their own. */
export interface FactsSection {
  readonly kind: 'facts';
  readonly id: string;
  readonly title: string;
  readonly note: string | null;
  readonly facts: readonly Fact[];
}

/** What somebody wrote about something that is not the resource itself. */
export interface ProseSection {
  readonly kind: 'prose';
  readonly id: string;
  readonly title: string;
  readonly note: string | null;
  readonly markdown: string;
}

/** A block of code that isn't the resource's own: rows given as SQL, a formula. */
export interface CodeSection {
  readonly kind: 'code';
  readonly id: string;
  readonly title: string;
  readonly note: string | null;
  readonly language: string;
  readonly code: string;
}

export type Section = TableSection | CodeSection | FactsSection | ProseSection;
