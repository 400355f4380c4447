import type { PALETTE } from '../../messages/palette.ts';
import type { MatchKind } from '../../search/text-index.ts';

export type GroupName = keyof typeof PALETTE.groups;

/** A line of the palette. */
export interface Entry {
  /** The same for the same thing, in whichever group it stands and whatever was typed. */
  readonly key: string;
  readonly label: string;
  /** Where it lies, or what else tells it from others; empty for nothing. */
  readonly detail: string;
  /** A class that draws it: of a type (`ty-model`), of a status (`st-error`); else an icon by its name. */
  readonly glyph: string;
  /** The words that were found, below the label and after the detail. */
  readonly passage?: readonly { readonly text: string; readonly isMarked: boolean }[];
  /** Whether the label is an identifier. */
  readonly isName?: boolean;
  /** A short code at the end of the line: `MDL`. */
  readonly code?: string;
  /** The keys that do the same, as `Keys` has them. */
  readonly keys?: readonly string[] | undefined;
  /** What else it is found by. */
  readonly words?: string;
  /** Where it leads, what it does, or the lines that it opens. */
  readonly does: string | (() => void) | Lines;
}

/** Lines that stand in the palette for themselves, to choose from. */
export interface Lines {
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** What one source found, the best first. */
export interface Found {
  readonly entries: readonly Entry[];
  /** How many there are, shown or not. */
  readonly total: number;
  /** How the best was met; null when nothing was, or nothing was looked for. */
  readonly kind: MatchKind | null;
}

export interface Group extends Found {
  readonly name: GroupName;
}
