import { LISTS } from '../../messages/lists.ts';
import { columnsOf } from '../../view/list/list-columns.ts';
import type { ListSort, ListState } from '../../view/list/list-state.ts';
import { element } from '../element.ts';
import type { DrawnColumn } from './list-rows.ts';

/** The name takes what the columns leave, but never less than this. Pixels. */
const NARROWEST_NAME = 240;

/** The columns that a state shows, each with the classes that give it its width and tell when there is room for it. */
export function drawnColumns({ columns }: ListState, collection: string): readonly DrawnColumn[] {
  return columnsOf(collection)
    .filter(({ column, rank }) => (columns === null ? rank !== null : columns.includes(column.id)))
    .map(({ column, rank }) => {
      const classes = [`c-${column.id}`, ...(columns === null ? [`r${rank}`] : [])];
      return { column, className: [...classes, ...(column.isNumeric ? ['num'] : [])].join(' ') };
    });
}

/** The headings of a list's table. */
export interface ListHeadings {
  show(columns: readonly DrawnColumn[], sort: ListSort | null): void;
}

/** @param sortBy called with the id of the column whose heading was clicked */
export function listHeadings(
  table: HTMLTableElement,
  sortBy: (id: string, startsDescending: boolean) => void,
): ListHeadings {
  const row = table.tHead?.rows[0];
  let shown = '';
  const heading = (
    id: string,
    label: string,
    className: string,
    title: string | null,
  ): HTMLElement => {
    const button = element('button', 'sort', label);
    button.setAttribute('type', 'button');
    const startsDescending = / num$/.test(className) || id === 'last-run';
    button.addEventListener('click', () => sortBy(id, startsDescending));
    const made = element('th', className, button);
    made.setAttribute('scope', 'col');
    made.dataset['column'] = id;
    if (title !== null) made.title = title;
    return made;
  };
  return {
    show(columns, sort) {
      const key = columns.map(({ className }) => className).join();
      if (key !== shown) {
        row?.replaceChildren(
          heading('name', LISTS.columns.name, '', null),
          ...columns.map(({ column: { id, label, title }, className }) =>
            heading(id, label, className, title),
          ),
        );
        shown = key;
        fit(table, columns);
      }
      for (const made of row?.cells ?? []) {
        if (made.dataset['column'] !== sort?.column) made.removeAttribute('aria-sort');
        else made.setAttribute('aria-sort', sort?.isDescending ? 'descending' : 'ascending');
      }
    },
  };
}

/** Columns that a reader chose may need more room than there is: then the table scrolls sideways. */
function fit(table: HTMLTableElement, columns: readonly DrawnColumn[]): void {
  const isChosen = columns.some(({ className }) => !/\br\d/.test(className));
  const width = columns.reduce((sum, { column }) => sum + column.width + 12, NARROWEST_NAME);
  const rows = table.parentElement;
  const isWide =
    isChosen &&
    rows !== null &&
    matchMedia('(min-width: 640px)').matches &&
    width > rows.clientWidth;
  rows?.classList.toggle('is-wide', isWide);
  table.style.minWidth = isWide ? `${width}px` : '';
}
