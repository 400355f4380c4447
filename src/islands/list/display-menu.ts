import { LISTS } from '../../messages/lists.ts';
import { groupingsOf } from '../../view/list/arrange-list.ts';
import { columnsOf } from '../../view/list/list-columns.ts';
import { groupingOf, type Grouping, type ListState } from '../../view/list/list-state.ts';
import type { ListIndex } from '../../view/list/match-query.ts';
import { element } from '../element.ts';

/** The menu of a list that says how rows are shown: groups, order, columns. */
export interface DisplayMenu {
  show(state: ListState): void;
}

/**
 * @param sectionLabel what rows of this list are grouped by of itself: `Folder`, `Source`
 * @param load calls back when the rows are there
 */
export function displayMenu(
  details: HTMLDetailsElement,
  table: HTMLTableElement,
  collection: string,
  sectionLabel: string,
  load: (then: (index: ListIndex) => void) => void,
  change: (state: ListState) => void,
): DisplayMenu {
  const panel = details.querySelector<HTMLElement>('.panel');
  let state: ListState | null = null;
  let isFilled = false;

  const fill = (index: ListIndex): void => {
    if (isFilled || panel === null) return;
    isFilled = true;
    const groupings = groupingsOf(index.items).map((name): [Grouping, string] => [
      name,
      name === 'section' ? sectionLabel : LISTS.groups[name],
    ]);
    const group = select('group', LISTS.groupBy, groupings, (name) => {
      const chosen = groupings.find(([known]) => known === name)?.[0] ?? null;
      // What the list does of itself needs no word in the URL.
      const own = state === null ? null : groupingOf({ ...state, grouping: null });
      update({ grouping: chosen === own ? null : chosen });
    });
    const columns = columnsOf(collection);
    const orders: [string, string][] = [
      ['', sectionLabel],
      ['name', LISTS.columns.name],
      ...columns.map(({ column }): [string, string] => [column.id, column.label]),
    ];
    const sort = select('sort', LISTS.sortedBy, orders, (column) => {
      const isNumeric = columns.some(
        (known) => known.column.id === column && known.column.isNumeric,
      );
      update({
        sort: column === '' ? null : { column, isDescending: isNumeric || column === 'last-run' },
      });
    });
    const turn = element('button', 'turn', LISTS.turnOrder);
    turn.setAttribute('type', 'button');
    turn.dataset['show'] = 'turn';
    turn.addEventListener('click', () => {
      const sorted = state?.sort ?? null;
      if (sorted !== null) update({ sort: { ...sorted, isDescending: !sorted.isDescending } });
    });
    const boxes = columns.map(({ column }) => {
      const box = document.createElement('input');
      box.type = 'checkbox';
      box.value = column.id;
      box.addEventListener('change', () => {
        const chosen = [...panel.querySelectorAll<HTMLInputElement>('fieldset input:checked')];
        update({ columns: chosen.map(({ value }) => value) });
      });
      return element('label', '', box, element('span', 'word', column.label));
    });
    const reset = element('button', 'turn', LISTS.resetColumns);
    reset.setAttribute('type', 'button');
    reset.addEventListener('click', () => update({ columns: null }));
    const legend = element('legend', '', LISTS.columnsMenu);
    panel.replaceChildren(
      group,
      sort,
      turn,
      element('fieldset', 'column-boxes', legend, ...boxes),
      reset,
    );
  };
  const update = (part: Partial<ListState>): void => {
    if (state !== null) change({ ...state, ...part });
  };
  const draw = (): void => {
    if (state === null || panel === null || !isFilled) return;
    const { columns, sort } = state;
    for (const box of panel.querySelectorAll<HTMLSelectElement>('select'))
      box.value = box.dataset['show'] === 'group' ? groupingOf(state) : (sort?.column ?? '');
    const turn = panel.querySelector<HTMLButtonElement>('[data-show="turn"]');
    if (turn !== null) turn.disabled = sort === null;
    // Of those that the list shows of itself, only the ones that there is room for are seen.
    const seen = [...table.querySelectorAll<HTMLElement>('thead th')]
      .filter(({ offsetWidth }) => offsetWidth > 0)
      .map(({ dataset }) => dataset['column']);
    for (const box of panel.querySelectorAll<HTMLInputElement>('fieldset input'))
      box.checked = (columns ?? seen).includes(box.value);
  };
  const drawIfOpen = (): void => {
    if (!details.open) return;
    load((index) => {
      fill(index);
      draw();
    });
  };
  details.addEventListener('toggle', drawIfOpen);
  return {
    show(next) {
      state = next;
      drawIfOpen();
    },
  };
}

function select(
  id: 'group' | 'sort',
  label: string,
  options: readonly (readonly [value: string, label: string])[],
  choose: (value: string) => void,
): HTMLElement {
  const box = document.createElement('select');
  for (const [value, text] of options) box.append(new Option(text, value));
  box.addEventListener('change', () => choose(box.value));
  box.id = `display-${id}`;
  box.dataset['show'] = id;
  const name = element('label', '', label);
  name.setAttribute('for', box.id);
  return element('div', 'choice', name, box);
}
