import { SHORTCUTS } from '../messages/shortcuts.ts';
import { startRunGrid } from './runs/run-grid.ts';
import { addShortcuts } from './shortcuts.ts';

/** Anything that a reader chose stands in the URL under one of these. */
const CHOSEN = /[?&](status|command|target|from|to|node)=/;

// What scripts add to the list of runs. The filter comes when a reader turns to it, or when the URL asks for it.
startRunGrid();
startFilter();

function startFilter(): void {
  const list = document.querySelector<HTMLElement>('[data-runs]');
  const form = list?.querySelector<HTMLFormElement>('.run-filter') ?? null;
  if (list === null || form === null) return;
  let isLoading = false;
  const load = async (): Promise<void> => {
    if (isLoading) return;
    isLoading = true;
    const { openRunFilter } = await import('./runs/run-filter.ts');
    await openRunFilter(list, form);
  };
  form.addEventListener('submit', (event) => event.preventDefault());
  for (const event of ['focusin', 'input']) form.addEventListener(event, () => void load());
  if (CHOSEN.test(location.search)) void load();
  const focus = (): void => form.querySelector<HTMLElement>('.filter')?.focus();
  addShortcuts([{ keys: ['/'], label: SHORTCUTS.filter, section: 'page', run: focus }]);
}
