import { LISTS } from '../../messages/lists.ts';
import { arrange } from '../../view/list/arrange-list.ts';
import { columnsOf, type ListColumn } from '../../view/list/list-columns.ts';
import { listCsv } from '../../view/list/list-csv.ts';
import type { ListItem } from '../../view/list/list-item.ts';
import { nextSort, readState, writeState, type ListState } from '../../view/list/list-state.ts';
import { indexItems, type ListIndex } from '../../view/list/match-query.ts';
import { element } from '../element.ts';
import { announce } from '../live-region.ts';
import { showRelativeTimes } from '../relative-times.ts';
import { fetchRows } from './fetch-rows.ts';
import { groupRow, listRow } from './list-rows.ts';

/** Rows that are drawn at once, as many as a static page has; a filter finds the rest. */
const MOST_ROWS = 500;

/** Fetches the whole list and has the filter box, the headings and the URL decide what of it is shown. */
export async function openList(list: HTMLElement, filter: HTMLInputElement): Promise<void> {
  const { list: collection = '', source = '', href = '', one = '', many = '' } = list.dataset;
  const table = list.querySelector('table');
  if (table === null) return;
  let index: ListIndex;
  try {
    index = indexItems(await fetchRows(source));
  } catch {
    announce(LISTS.failed);
    list.querySelector('.list-count')?.replaceChildren(LISTS.failed);
    return;
  }
  const headings = [...table.querySelectorAll<HTMLElement>('thead th')];
  const classes = headings.slice(1).map(({ className }) => className);
  const columns = headings.slice(1).flatMap((heading) => columnOf(collection, heading));
  let state = readState(location.search, collection);
  let isTouched = false;
  let shown: readonly ListItem[] = [];

  const draw = (): void => {
    const { groups, count } = arrange(index, state, collection);
    shown = groups.flatMap(({ items }) => items);
    let left = MOST_ROWS;
    const bodies = groups.flatMap(({ title, items }) => {
      const rows = items.slice(0, left).map((item) => listRow(item, columns, classes));
      left -= rows.length;
      if (rows.length === 0) return [];
      return element(
        'tbody',
        '',
        ...(title === '' ? [] : [groupRow(title, items.length)]),
        ...rows,
      );
    });
    for (const body of [...table.tBodies]) body.remove();
    table.append(...bodies);
    showRelativeTimes(table);
    list.querySelector('.pagination')?.remove();
    const text = LISTS.shown(count, index.items.length, { one, many });
    const rest = shown.length > MOST_ROWS ? ` · ${LISTS.firstRows(MOST_ROWS)}` : '';
    list.querySelector('.list-count')?.replaceChildren(text + rest);
    announce(text);
    for (const heading of headings) {
      const isSorted = heading.dataset['column'] === state.sort?.column;
      if (!isSorted) heading.removeAttribute('aria-sort');
      else heading.setAttribute('aria-sort', state.sort?.isDescending ? 'descending' : 'ascending');
    }
  };
  const change = (next: ListState, isNewPlace: boolean): void => {
    state = next;
    isTouched = true;
    const url = href + writeState(next);
    if (isNewPlace) history.pushState(null, '', url);
    else history.replaceState(null, '', url);
    draw();
  };

  for (const heading of headings)
    makeSortable(heading, () => {
      const id = heading.dataset['column'] ?? '';
      const startsDescending = heading.classList.contains('num') || id === 'last-run';
      change({ ...state, sort: nextSort(state.sort, id, startsDescending) }, true);
    });
  filter.addEventListener('input', () => change({ ...state, query: filter.value }, false));
  filter.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || filter.value === '') return;
    filter.value = '';
    change({ ...state, query: '' }, false);
  });
  addEventListener('popstate', () => {
    state = readState(location.search, collection);
    filter.value = state.query;
    draw();
  });
  list.querySelector('[data-csv]')?.addEventListener('click', (event) => {
    if (!isTouched && location.search === '') return;
    event.preventDefault();
    download(listCsv(shown, columns), `${collection}.csv`);
  });
  const typed = filter.value;
  if (typed !== '') change({ ...state, query: typed }, false);
  else if (writeState(state) !== '') {
    filter.value = state.query;
    draw();
  }
}

function columnOf(collection: string, heading: HTMLElement): readonly ListColumn[] {
  const found = columnsOf(collection).find(({ column }) => column.id === heading.dataset['column']);
  return found === undefined ? [] : [found.column];
}

/** Puts a button into a heading, for pointer and keyboard. */
function makeSortable(heading: HTMLElement, sort: () => void): void {
  const label = heading.textContent.trim();
  const button = element('button', 'sort', label);
  button.setAttribute('type', 'button');
  button.addEventListener('click', sort);
  heading.replaceChildren(button);
}

function download(text: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
