import { SHORTCUTS } from '../messages/shortcuts.ts';
import { copyByKey } from './copy-text.ts';
import { startCopyId } from './copy-id.ts';
import type { ListApp } from './list/list-app.ts';
import { startFacetsSwitch, startMenus } from './menus.ts';
import { addShortcuts } from './shortcuts.ts';
import { storedValue } from './stored-value.ts';

/** Anything that a reader chose stands in the URL under one of these. */
const CHOSEN = /[?&](q|sort|group|cols)=/;

/** Loads what filters, sorts and groups a list when a reader first turns to it, or when the URL asks for it. */
export function startList(): void {
  const list = document.querySelector<HTMLElement>('[data-list]');
  const filter = list?.querySelector<HTMLInputElement>('.list-bar .filter') ?? null;
  const table = list?.querySelector('table') ?? null;
  if (list === null || filter === null || table === null) return;
  startMenus(list);
  startCopyId(table);
  startFacetsSwitch(list);

  let opening: Promise<ListApp> | null = null;
  const open = (): Promise<ListApp> =>
    (opening ??= import('./list/list-app.ts').then(({ openList }) =>
      openList(list, table, filter),
    ));
  const hasChoice = CHOSEN.test(location.search);
  if (hasChoice || storedValue(`columns:${list.dataset['list'] ?? ''}`).read() !== null)
    void open();
  list.addEventListener('pointerenter', () => void open());
  list.addEventListener('focusin', () => void open());
  unrollAtEnd(list, () => void open().then((app) => app.unroll()));
  followTrees(list, (search) => void open().then((app) => app.follow(search)));

  const go = (step: 1 | -1) => () => void open().then((app) => app.goRow(step));
  const copyRow = (): void => {
    const row = document.activeElement?.closest<HTMLElement>('tr[data-id]') ?? null;
    const id = row?.dataset['id'];
    if (id !== undefined) void copyByKey(id, row?.querySelector('.name') ?? null);
  };
  const isChosen = (): boolean => /[?&]q=/.test(location.search);
  addShortcuts([
    { keys: ['/'], label: SHORTCUTS.filter, section: 'page', run: () => filter.focus() },
    { keys: ['j'], label: SHORTCUTS.nextRow, section: 'page', run: go(1) },
    { keys: ['k'], label: SHORTCUTS.previousRow, section: 'page', run: go(-1) },
    { keys: ['Enter'], label: SHORTCUTS.openRow, section: 'page' },
    { keys: ['y'], label: SHORTCUTS.copyRow, section: 'page', run: copyRow },
    { keys: ['Escape'], label: SHORTCUTS.clearFilter, section: 'page' },
  ]);
  document.addEventListener('keydown', (event) => {
    const { target, key, defaultPrevented, isComposing } = event;
    if (key !== 'Escape' || defaultPrevented || isComposing || !isChosen()) return;
    const isElsewhere =
      target instanceof Element &&
      target !== filter &&
      target.closest('input, select, textarea, details[open], dialog, [popover]:popover-open') !==
        null;
    if (isElsewhere) return;
    event.preventDefault();
    void open().then((app) => app.clear());
  });
}

/** The rest of a long list follows where its first page ends. */
function unrollAtEnd(list: HTMLElement, unroll: () => void): void {
  const pagination = list.querySelector('.pagination');
  if (pagination === null || pagination.querySelector('[rel="prev"]') !== null) return;
  const observer = new IntersectionObserver(
    ([entry]) => {
      if (entry?.isIntersecting !== true) return;
      observer.disconnect();
      unroll();
    },
    { rootMargin: '0px 0px 600px' },
  );
  observer.observe(pagination);
}

/** A folder of the trees filters the list that is there, without loading it again. */
function followTrees(list: HTMLElement, follow: (search: string) => void): void {
  document.querySelector('.trees')?.addEventListener('click', (event) => {
    if (!(event instanceof MouseEvent) || !(event.target instanceof Element)) return;
    const { ctrlKey, metaKey, shiftKey, altKey } = event;
    const link = event.target.closest<HTMLAnchorElement>('a');
    if (link === null || ctrlKey || metaKey || shiftKey || altKey) return;
    event.preventDefault();
    follow(link.search);
    list.scrollIntoView();
  });
}
