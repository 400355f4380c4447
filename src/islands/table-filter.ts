import { SHORTCUTS } from '../messages/shortcuts.ts';
import { addShortcuts } from './shortcuts.ts';
import type { TableFilter } from './tables/filter-tables.ts';

/** Has a filter narrow the tables of a page that is no list, and keys walk through their rows. */
export function startTableFilter(): void {
  const box = document.querySelector<HTMLElement>('[data-table-filter]');
  const input = box?.querySelector('input') ?? null;
  if (box === null || input === null) return;
  let opening: Promise<TableFilter> | null = null;
  const open = (): Promise<TableFilter> =>
    (opening ??= import('./tables/filter-tables.ts').then(({ filterTables }) =>
      filterTables(input, box.querySelector('.list-count')),
    ));
  input.addEventListener('focus', () => void open());
  if (/[?&]q=/.test(location.search)) void open();

  const go = (step: 1 | -1) => () => void open().then((tables) => tables.goRow(step));
  addShortcuts([
    { keys: ['/'], label: SHORTCUTS.filter, section: 'page', run: () => input.focus() },
    { keys: ['j'], label: SHORTCUTS.nextRow, section: 'page', run: go(1) },
    { keys: ['k'], label: SHORTCUTS.previousRow, section: 'page', run: go(-1) },
    { keys: ['Enter'], label: SHORTCUTS.openRow, section: 'page' },
  ]);
}
