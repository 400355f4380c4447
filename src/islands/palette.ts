import { SHORTCUTS } from '../messages/shortcuts.ts';
import type { Palette } from './palette/open-palette.ts';
import { forgetPage, rememberPage } from './recents.ts';
import { addShortcuts, hasCommandKey } from './shortcuts.ts';

/** Loads the palette when somebody turns to it. */
export function startPalette(): void {
  const button = document.querySelector<HTMLButtonElement>('#palette');
  const home = document.querySelector<HTMLAnchorElement>('a.brand');
  if (button === null || home === null) return;
  rememberThisPage(home.pathname);

  let loading: Promise<Palette> | null = null;
  const load = (): Promise<Palette> => {
    loading ??= import('./palette/open-palette.ts').then(({ makePalette }) =>
      makePalette(home.href),
    );
    return loading;
  };
  const open = (): void => {
    const typed = catchKeys();
    load().then(
      (palette) => palette.open(typed()),
      () => {
        // The site was published anew since this page was loaded: what is typed there finds as much.
        typed();
        loading = null;
        const page = document.querySelector<HTMLAnchorElement>('.header a.search');
        if (page !== null) location.assign(page.href);
      },
    );
  };
  const prepare = (): void => {
    load().then(
      (palette) => palette.prepare(),
      () => (loading = null),
    );
  };
  button.addEventListener('pointerenter', prepare);
  button.addEventListener('click', open);

  const { modMac, modOther } = SHORTCUTS.keyNames;
  const hint = hasCommandKey() ? `${modMac}K` : `${modOther} K`;
  button.querySelector('kbd')?.replaceChildren(hint);
  button.setAttribute('aria-keyshortcuts', hasCommandKey() ? 'Meta+K' : 'Control+K');
  const shared = { label: SHORTCUTS.palette, section: 'everywhere', run: open } as const;
  addShortcuts([
    { keys: ['Mod+k'], ...shared },
    { keys: ['/'], ...shared },
  ]);
}

/** Keeps what is typed before the palette is there. @returns ends it, and gives the text */
function catchKeys(): () => string {
  let text = '';
  const keep = (event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (key.length !== 1 || ctrlKey || metaKey || altKey) return;
    text += key;
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener('keydown', keep, true);
  return () => {
    removeEventListener('keydown', keep, true);
    return text;
  };
}

/** Pages below the lists are remembered; one that is gone is forgotten. */
function rememberThisPage(base: string): void {
  const { pathname } = location;
  if (document.getElementById('address') !== null) forgetPage(base, pathname);
  const crumb = document.querySelector('.breadcrumbs [aria-current="page"]');
  const label = crumb?.textContent.trim() ?? '';
  if (label === '' || !pathname.startsWith(base)) return;
  rememberPage(base, { href: pathname, label, glyph: glyphOfPage() });
}

/** That of the resource, else that of the list which the page belongs to. */
function glyphOfPage(): string {
  const list = document.querySelector<HTMLElement>(
    '.sidebar a:is(.glyph, [data-go])[aria-current]',
  );
  if (list?.dataset['go'] === 'r') return 'run';
  const shown = document.querySelector('main > .title > .ty') ?? list;
  return [...(shown?.classList ?? [])].find((name) => name.startsWith('ty-')) ?? 'ty-other';
}
