import { announce } from './live-region.ts';

/** Narrower windows open as the list. */
const WIDE = '(min-width: 640px)';

/** Opens the graph where there is room for it, or where the URL says what to show; else a button does. */
export function startLineage(): void {
  const opener = document.querySelector<HTMLButtonElement>('[data-lineage]');
  if (opener === null) return;
  opener.addEventListener('click', () => void open(opener));
  const isAsked = location.search !== '';
  if (isAsked || matchMedia(WIDE).matches) void open(opener);
  else opener.hidden = false;
}

/** How long the list waits for the explorer that opens over it, in milliseconds. */
const PATIENCE = 3000;

async function open(opener: HTMLElement): Promise<void> {
  const page = document.documentElement.classList;
  opener.hidden = true;
  // Before the first layout: hundreds of rows that are about to be covered take longer than the drawing.
  page.add('lx-opening');
  const waited = setTimeout(() => {
    page.remove('lx-opening');
  }, PATIENCE);
  try {
    const { openExplorer } = await import('./lineage/open-explorer.ts');
    await openExplorer(opener.dataset['lineage'] ?? '');
  } catch {
    announce(opener.dataset['failed'] ?? '');
    page.remove('lx-open');
    document.querySelector('.lx')?.remove();
    opener.hidden = false;
  } finally {
    clearTimeout(waited);
    page.remove('lx-opening');
  }
}
