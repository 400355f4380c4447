import { SHORTCUTS } from '../messages/shortcuts.ts';
import { startFacetsSwitch, startMenus } from './menus.ts';
import type { SearchApp } from './search/search-app.ts';
import { addShortcuts } from './shortcuts.ts';

/** Loads what searches, on the page of search. */
export function startSearch(): void {
  const page = document.querySelector<HTMLElement>('[data-search]');
  const box = page?.querySelector<HTMLInputElement>('.search-input') ?? null;
  if (page === null || box === null) return;
  startMenus(page);
  startFacetsSwitch(page);
  box.value = new URLSearchParams(location.search).get('q') ?? '';
  if (document.activeElement === document.body && location.hash === '') box.focus();
  const opening = import('./search/search-app.ts').then(({ openSearch }) => openSearch(page, box));
  const use = (then: (app: SearchApp) => void) => () => void opening.then(then);
  addShortcuts([
    { keys: ['/'], label: SHORTCUTS.search, section: 'page', run: () => box.focus() },
    { keys: ['j'], label: SHORTCUTS.nextResult, section: 'page', run: use((app) => app.go(1)) },
    {
      keys: ['k'],
      label: SHORTCUTS.previousResult,
      section: 'page',
      run: use((app) => app.go(-1)),
    },
    { keys: ['Escape'], label: SHORTCUTS.clearSearch, section: 'page' },
  ]);
  page.addEventListener('keydown', (event) => {
    const { key, target, isComposing, defaultPrevented, altKey, ctrlKey, metaKey } = event;
    if (isComposing || defaultPrevented || altKey || ctrlKey || metaKey) return;
    if (target instanceof Element && target.closest('details') !== null) return;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      use((app) => app.go(key === 'ArrowDown' ? 1 : -1))();
    } else if (key === 'Escape' && box.value !== '') {
      event.preventDefault();
      use((app) => app.clear())();
    }
  });
}
