import { TABLES } from '../messages/tables.ts';
import type { RuleRow, StateCount } from '../view/health-page.ts';
import type { HealthView } from '../view/health-view.ts';
import type { ResourceLink } from '../view/resource-link.ts';
import type { ResultCount } from '../view/runs-page.ts';
import type { Cell } from '../view/section.ts';
import type { StatusView } from '../view/status-view.ts';
import { isLongMessage } from '../view/message-line.ts';

/** A column of a table. */
export interface DataColumn {
  readonly label: string;
  /** Numbers and durations: to the right, with digits of one width. */
  readonly isNumeric?: boolean;
  /** Its cells name their rows. */
  readonly isHeader?: boolean;
  /** On a narrow screen, where a row is a block: the cell with its label before it, alone, or not at all. */
  readonly narrow?: 'labelled' | 'bare' | 'hidden';
}

/** What a cell can show, beside what sections of a view can hold. */
export type DataCell =
  | Cell
  | { readonly kind: 'at'; readonly iso: string; readonly isAbsolute: boolean }
  | NameCell
  | ResourceCell
  /** The line of a message that says something; `isWhole`: all of it. */
  | { readonly kind: 'message'; readonly text: string; readonly isWhole: boolean }
  /** A whole number that is quiet where it is 0. */
  | { readonly kind: 'count'; readonly value: number }
  /** An address of this site, with a button that copies the command that fetches it. */
  | { readonly kind: 'endpoint'; readonly href: string; readonly of: string }
  | { readonly kind: 'health'; readonly state: HealthView['state'] }
  | {
      readonly kind: 'reasons';
      readonly reasons: HealthView['reasons'];
      /** The page that the anchors of the reasons are on. */
      readonly page: string;
    }
  /** Results as marks, oldest first. */
  | { readonly kind: 'strip'; readonly last: readonly StatusView['kind'][] }
  | { readonly kind: 'severity'; readonly severity: RuleRow['severity'] }
  | { readonly kind: 'states'; readonly states: readonly StateCount[] }
  | { readonly kind: 'results'; readonly counts: readonly ResultCount[] }
  | {
      readonly kind: 'share';
      readonly part: number;
      readonly all: number;
      /** Why there is nothing to count. */
      readonly why?: string;
    };

/** What names a row and is no resource. */
export interface NameCell {
  readonly kind: 'name';
  readonly text: string;
  readonly href: string | null;
  /** Written like an identifier. */
  readonly isCode?: boolean;
  /** Beside the name, and below it. */
  readonly detail?: string | null;
  readonly note?: string | null;
  readonly badge?: { readonly text: string; readonly title: string } | null;
  readonly message?: string | null;
}

/** A resource with a link to its page. */
export interface ResourceCell {
  readonly kind: 'resource';
  readonly link: ResourceLink;
  /** Without glyph and code, where every row is of one type. */
  readonly isPlain?: boolean;
  /** Below it. */
  readonly message?: string | null;
  /** Steps below the top, where the rows are a tree. */
  readonly level?: number;
}

/** What a row has too much of: it folds out below the row, over the full width. */
export interface RowDetail {
  /** What the switch says. */
  readonly summary: string;
  /** What it is about, for those who don't see the row. */
  readonly of: string;
  readonly fullName?: string | null;
  readonly message?: string | null;
  readonly sql?: { readonly code: string; readonly label: string } | null;
  /** The switch stands at the end of the row itself. */
  readonly isLifted?: boolean;
}

export interface DataRow {
  /** The anchor; derived from what it shows, never from its position. */
  readonly id?: string | undefined;
  /** One for each column. */
  readonly cells: readonly DataCell[];
  readonly detail?: RowDetail | null;
}

/** Stands for what isn't known; `why` is its reason. */
export function unknown(why: string = TABLES.unknown): DataCell {
  return { kind: 'none', why };
}

export function status(view: StatusView): DataCell {
  return { kind: 'status', status: view };
}

export function text(value: string | null, why?: string): DataCell {
  return value === null || value === '' ? unknown(why) : { kind: 'text', text: value };
}

/** Seconds, null when unknown. */
export function duration(seconds: number | null, why?: string): DataCell {
  return seconds === null ? unknown(why) : { kind: 'duration', seconds };
}

/** A whole number, null when unknown. */
export function count(value: number | null, why?: string): DataCell {
  return value === null ? unknown(why) : { kind: 'count', value };
}

/** A time in ISO 8601, null when unknown: as seen from now. */
export function time(iso: string | null, why?: string): DataCell {
  return iso === null ? unknown(why) : { kind: 'at', iso, isAbsolute: false };
}

/** A time that stays a date, where many of one day stand below each other. */
export function date(iso: string | null, why?: string): DataCell {
  return iso === null ? unknown(why) : { kind: 'at', iso, isAbsolute: true };
}

export function message(value: string | null, why?: string): DataCell {
  return value === null ? unknown(why) : { kind: 'message', text: value, isWhole: false };
}

/** The message of a row, to fold out; null where its line says it all. */
export function messageDetail(value: string | null, name: string): RowDetail | null {
  return isLongMessage(value) ? { summary: TABLES.wholeMessage, of: name, message: value } : null;
}

/** The classes of a cell. */
export function cellClass({ isNumeric, narrow }: DataColumn, cell: DataCell): string | undefined {
  const names = [
    isNumeric === true && 'num',
    narrow === 'hidden' && 'wide-only',
    cell.kind === 'message' && (cell.isWhole ? 'reason' : 'summary'),
    cell.kind === 'markdown' && 'summary',
    cell.kind === 'none' && 'is-unknown',
  ].filter((name) => name !== false);
  return names.length === 0 ? undefined : names.join(' ');
}

/** What stands before a cell on a narrow screen, where its column has no heading. */
export function narrowLabel({ label, narrow = 'labelled' }: DataColumn): string | undefined {
  return narrow === 'labelled' ? label : undefined;
}
