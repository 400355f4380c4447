/** Closes the menus of a page (`<details class="menu-of">`) by Escape and by a click elsewhere. */
export function startMenus(within: HTMLElement): void {
  const opened = (): HTMLDetailsElement[] => [
    ...within.querySelectorAll<HTMLDetailsElement>('details.menu-of[open]'),
  ];
  within.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    for (const menu of opened()) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
      event.preventDefault();
    }
  });
  document.addEventListener('pointerdown', ({ target }) => {
    for (const menu of opened())
      if (!(target instanceof Node && menu.contains(target))) menu.open = false;
  });
}

/** On a narrow screen the menus to filter by wait behind a button. */
export function startFacetsSwitch(within: HTMLElement): void {
  const button = within.querySelector('[data-facets-switch]');
  const facets = within.querySelector('.facets');
  button?.addEventListener('click', () => {
    const isOpen = facets?.classList.toggle('is-open') === true;
    button.setAttribute('aria-expanded', String(isOpen));
  });
}
