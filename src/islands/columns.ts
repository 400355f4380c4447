import { RESOURCE } from '../messages/resource.ts';
import { isShown, type FoldedRow } from './folded-rows.ts';

/** Folds the parts of nested columns, and filters long lists of columns. */
export function startColumns(): void {
  const table = document.querySelector<HTMLTableElement>('.columns table');
  if (table === null) return;
  // Descriptions can hold tables of their own.
  const elements = [...(table.tBodies[0]?.rows ?? [])];
  const rows = elements.map((element): FoldedRow & { readonly element: HTMLElement } => ({
    element,
    depth: Number(element.dataset['depth'] ?? 0),
    text: element.textContent.toLowerCase(),
    isFolded: false,
  }));
  const folded = new Set<HTMLElement>();
  const filter = document.querySelector<HTMLElement>('[data-column-filter]');
  const input = filter?.querySelector('input') ?? null;
  const output = filter?.querySelector('output') ?? null;

  const update = (): void => {
    const words = (input?.value ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    const state = rows.map((row) => ({ ...row, isFolded: folded.has(row.element) }));
    const shown = isShown(state, words);
    rows.forEach(({ element }, at) => (element.hidden = shown[at] !== true));
    const count = shown.filter(Boolean).length;
    if (output) output.textContent = RESOURCE.columns.shown(count, rows.length);
  };

  for (const row of elements) {
    const button = row.querySelector<HTMLButtonElement>('.fold');
    if (button === null) continue;
    button.addEventListener('click', () => {
      if (!folded.delete(row)) folded.add(row);
      button.setAttribute('aria-expanded', String(!folded.has(row)));
      update();
    });
  }
  if (filter !== null && input !== null) {
    input.addEventListener('input', update);
    update();
  }
  // A link to a column that is out of sight brings everything back.
  const reveal = (): void => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target === null || !target.hidden || !elements.some((row) => row === target)) return;
    folded.clear();
    for (const button of table.querySelectorAll('.fold'))
      button.setAttribute('aria-expanded', 'true');
    if (input !== null) input.value = '';
    update();
    target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
}
