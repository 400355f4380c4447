import { COMFORTS } from '../messages/comforts.ts';
import { SHORTCUTS } from '../messages/shortcuts.ts';
import { copyText } from './copy-text.ts';
import { element } from './element.ts';

/** How long the button says that it copied. Milliseconds. */
const PRAISE = 1500;

/** Shows a button that copies the id of the row that is pointed at, or has the focus: one button for all rows. */
export function startCopyId(table: HTMLTableElement): void {
  const button = element('button', 'copy');
  button.classList.add('copy-id');
  button.setAttribute('type', 'button');
  let id = '';
  const reset = (): void => button.replaceChildren(SHORTCUTS.copyIdShort);
  const show = (row: HTMLElement | null): void => {
    const place = row?.querySelector('.row-name');
    if (!row || !place || button.parentElement === place) return;
    id = row.dataset['id'] ?? '';
    reset();
    button.title = id;
    button.setAttribute('aria-label', SHORTCUTS.copyIdOf(id));
    place.append(button);
  };
  const rowOf = ({ target }: Event): HTMLElement | null =>
    target instanceof Element ? target.closest<HTMLElement>('tr[data-id]') : null;
  table.addEventListener('pointerover', (event) => {
    if (event.pointerType === 'mouse') show(rowOf(event));
  });
  table.addEventListener('focusin', (event) => show(rowOf(event)));
  button.addEventListener('click', () => {
    void copyText(id, button.parentElement?.querySelector('.name') ?? null).then((isCopied) => {
      if (!isCopied) return;
      button.replaceChildren(COMFORTS.copied);
      setTimeout(reset, PRAISE);
    });
  });
}
