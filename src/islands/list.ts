import { SHORTCUTS } from '../messages/shortcuts.ts';
import { addShortcuts } from './shortcuts.ts';

/** Anything that a reader chose stands in the URL under one of these. */
const CHOSEN = /[?&](q|sort|group|cols)=/;

/** Loads what filters and sorts a list when a reader first asks for it, or when the URL does. */
export function startList(): void {
  const list = document.querySelector<HTMLElement>('[data-list]');
  const filter = list?.querySelector<HTMLInputElement>('.filter');
  if (list === null || filter === null || filter === undefined) return;
  let isLoading = false;
  const load = async (): Promise<void> => {
    if (isLoading) return;
    isLoading = true;
    const { openList } = await import('./list/list-app.ts');
    await openList(list, filter);
  };
  if (CHOSEN.test(location.search)) void load();
  filter.addEventListener('focus', () => void load());
  list.querySelector('thead')?.addEventListener('pointerenter', () => void load());
  addShortcuts([
    { keys: ['/'], label: SHORTCUTS.filter, section: 'page', run: () => filter.focus() },
  ]);
}
