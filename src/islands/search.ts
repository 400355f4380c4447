import { SHORTCUTS } from '../messages/shortcuts.ts';
import { startFacetsSwitch, startMenus } from './menus.ts';
import { openSearch } from './search/search-app.ts';
import { addShortcuts } from './shortcuts.ts';

// What scripts add to the page of search: all of it, as nobody comes here for anything else.
startSearch();

function startSearch(): void {
  const page = document.querySelector<HTMLElement>('[data-search]');
  const box = page?.querySelector<HTMLInputElement>('.search-input') ?? null;
  if (page === null || box === null) return;
  startMenus(page);
  startFacetsSwitch(page);
  // A browser may have put there what stood there last; who is in the box has typed.
  if (document.activeElement !== box)
    box.value = new URLSearchParams(location.search).get('q') ?? '';
  if (document.activeElement === document.body && location.hash === '') box.focus();
  const app = openSearch(page, box);
  addShortcuts([
    { keys: ['/'], label: SHORTCUTS.search, section: 'page', run: () => box.focus() },
    { keys: ['j'], label: SHORTCUTS.nextResult, section: 'page', run: () => app.go(1) },
    {
      keys: ['k'],
      label: SHORTCUTS.previousResult,
      section: 'page',
      run: () => app.go(-1),
    },
    { keys: ['Escape'], label: SHORTCUTS.clearSearch, section: 'page' },
  ]);
  page.addEventListener('keydown', (event) => {
    const { key, target, isComposing, defaultPrevented, altKey, ctrlKey, metaKey } = event;
    if (isComposing || defaultPrevented || altKey || ctrlKey || metaKey) return;
    if (target instanceof Element && target.closest('details') !== null) return;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      app.go(key === 'ArrowDown' ? 1 : -1);
    } else if (key === 'Escape' && box.value !== '') {
      event.preventDefault();
      app.clear();
    }
  });
}
