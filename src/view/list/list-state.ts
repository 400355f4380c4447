import { columnsOf, type ListColumn } from './list-columns.ts';

/** What rows can be put together by; `none` for one flat list. */
export const GROUPINGS = [
  'section',
  'owner',
  'tag',
  'group',
  'materialized',
  'access',
  'type',
  'severity',
  'package',
  'schema',
  'status',
  'health',
  'none',
] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What a reader made of a list. It stands in the URL, so that a link shows the same. */
export interface ListState {
  /** The filter as it was typed. */
  readonly query: string;
  /** null for the list's own order. */
  readonly sort: ListSort | null;
  /** null where the reader has not chosen: by section, or not at all once they sort. */
  readonly grouping: Grouping | null;
  /** Ids of the columns beside the name, in the list's order; null for those that the list shows by itself. */
  readonly columns: readonly string[] | null;
}

export interface ListSort {
  /** A column's id, or `name`. */
  readonly column: string;
  readonly isDescending: boolean;
}

export const PRISTINE: ListState = { query: '', sort: null, grouping: null, columns: null };

/** Reads a state out of `location.search`. What makes no sense for this list is as if it weren't there. */
export function readState(search: string, collectionPath: string): ListState {
  const params = new URLSearchParams(search);
  const ids = columnsOf(collectionPath).map(({ column }) => column.id);
  const sort = params.get('sort') ?? '';
  const sorted = sort.replace(/^-/, '');
  return {
    query: params.get('q') ?? '',
    sort:
      sorted === 'name' || ids.includes(sorted)
        ? { column: sorted, isDescending: sort.startsWith('-') }
        : null,
    grouping: GROUPINGS.find((name) => name === params.get('group')) ?? null,
    columns: readColumns(params.get('cols'), collectionPath),
  };
}

/** Reads a choice of columns, as `writeColumns` wrote it: `status,tests`, or `none`. Unknown ones are left out. */
export function readColumns(text: string | null, collectionPath: string): readonly string[] | null {
  if (text === null) return null;
  const wanted = new Set(text.split(','));
  const known = columnsOf(collectionPath)
    .map(({ column }) => column.id)
    .filter((id) => wanted.has(id));
  return known.length === 0 && text !== NO_COLUMNS ? null : known;
}

const NO_COLUMNS = 'none';

export function writeColumns(columns: readonly string[]): string {
  return columns.length === 0 ? NO_COLUMNS : columns.join(',');
}

/** A state as the part of a URL from `?` on; empty when nothing differs from the list as it is. */
export function writeState({ query, sort, grouping, columns }: ListState): string {
  const params = new URLSearchParams();
  if (query.trim() !== '') params.set('q', query.trim());
  if (sort !== null) params.set('sort', `${sort.isDescending ? '-' : ''}${sort.column}`);
  if (grouping !== null) params.set('group', grouping);
  if (columns !== null) params.set('cols', writeColumns(columns));
  // These need no escape in a query, and people read them.
  const text = params
    .toString()
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%2F', '/');
  return text === '' ? '' : `?${text}`;
}

/** What rows are grouped by: sorting takes folders apart, unless the reader asked for groups. */
export function groupingOf({ grouping, sort }: ListState): Grouping {
  return grouping ?? (sort === null ? 'section' : 'none');
}

/** The columns beside the name that a state shows; those of a rank too high for the list's width are left to CSS. */
export function columnsShown(
  { columns }: ListState,
  collectionPath: string,
): readonly ListColumn[] {
  return columnsOf(collectionPath)
    .filter(({ column, rank }) => (columns === null ? rank !== null : columns.includes(column.id)))
    .map(({ column }) => column);
}

/** The next sorting after a click on a heading: numbers and times start with the largest, then back to none. */
export function nextSort(
  sort: ListSort | null,
  column: string,
  startsDescending: boolean,
): ListSort | null {
  if (sort?.column !== column) return { column, isDescending: startsDescending };
  return sort.isDescending === startsDescending
    ? { column, isDescending: !startsDescending }
    : null;
}
