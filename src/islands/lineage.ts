import { LINEAGE } from '../messages/lineage.ts';
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

async function open(opener: HTMLElement): Promise<void> {
  opener.hidden = true;
  const { openExplorer } = await import('./lineage/open-explorer.ts');
  try {
    await openExplorer(opener.dataset['lineage'] ?? '');
  } catch {
    announce(LINEAGE.failed);
    document.documentElement.classList.remove('lx-open');
    document.querySelector('.lx')?.remove();
    opener.hidden = false;
  }
}
