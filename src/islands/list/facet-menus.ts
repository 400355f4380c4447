import { formatNumber } from '../../messages/format-number.ts';
import { LISTS } from '../../messages/lists.ts';
import { facetOf, facetShape, facetWord, pickedCount, togglePick } from '../../view/list/facets.ts';
import { FIELDS, type Field } from '../../view/list/list-fields.ts';
import type { ListIndex } from '../../view/list/match-query.ts';
import { element } from '../element.ts';

/** From this many values on a menu has a box to find one, and this many are shown at once. */
const MANY = 10;
const MOST_VALUES = 100;

/** The menus of a list that offer values to filter by. */
export interface FacetMenus {
  /** Shows what is picked, and in the menu that is open how many rows each value would leave. */
  show(query: string): void;
}

/**
 * @param load calls back when the rows are there
 * @param change called with the new filter
 */
export function facetMenus(
  list: HTMLElement,
  load: (then: (index: ListIndex) => void) => void,
  change: (query: string) => void,
): FacetMenus {
  let query = '';
  const menus = [...list.querySelectorAll<HTMLDetailsElement>('[data-facet]')].flatMap(
    (details) => {
      const field = FIELDS.find((known) => known === details.dataset['facet']);
      return field === undefined ? [] : [facetMenu(details, field)];
    },
  );

  function facetMenu(details: HTMLDetailsElement, field: Field): { show: () => void } {
    const panel = details.querySelector<HTMLElement>('.panel');
    const summary = details.querySelector<HTMLElement>('summary');
    const badge = element('span', 'picked');
    summary?.append(badge);
    let values: FacetValues | null = null;
    const show = (): void => {
      const count = pickedCount(query, field);
      badge.textContent = count === 0 ? '' : formatNumber(count);
      summary?.classList.toggle('is-on', count > 0);
      if (!details.open || panel === null) return;
      load((index) => {
        if (!details.open) return;
        values ??= facetValues(panel, index, field, (value) =>
          change(togglePick(query, field, value)),
        );
        values.show(query);
      });
    };
    details.addEventListener('toggle', show);
    return { show };
  }

  return {
    show(next) {
      query = next;
      for (const menu of menus) menu.show();
    },
  };
}

interface FacetValues {
  show(query: string): void;
}

/** The values of one field in the panel of its menu. Their order stays while the menu is there, so that none jumps away. */
function facetValues(
  panel: HTMLElement,
  index: ListIndex,
  field: Field,
  toggle: (value: string) => void,
): FacetValues {
  const rows = new Map<string, { row: HTMLElement; box: HTMLInputElement; count: HTMLElement }>();
  const { values: all } = facetOf(index, '', field);
  const place = element('div', 'facet-values');
  const more = element('p', 'note');
  const search = all.length > MANY ? searchBox() : null;
  panel.replaceChildren(...(search === null ? [] : [search]), place, more);

  const rowOf = (value: string) => {
    const known = rows.get(value);
    if (known !== undefined) return known;
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.addEventListener('change', () => toggle(value));
    const shape = facetShape(index.items, field, value);
    const count = element('small');
    const word = element('span', 'word', facetWord(field, value));
    if (shape !== null) word.classList.add('st', `st-${shape}`);
    word.title = word.textContent;
    const made = { row: element('label', '', box, word, count), box, count };
    rows.set(value, made);
    return made;
  };

  let query = '';
  const draw = (): void => {
    const facet = facetOf(index, query, field);
    const counts = new Map(facet.values.map((value) => [value.value.toLowerCase(), value]));
    const wanted = search?.value.trim().toLowerCase() ?? '';
    const found = [...all, ...facet.values.filter(({ value }) => !has(all, value))].filter(
      ({ value }) => facetWord(field, value).toLowerCase().includes(wanted),
    );
    const shown = found.slice(0, MOST_VALUES);
    place.replaceChildren(
      ...shown.map(({ value }) => {
        const { row, box, count } = rowOf(value);
        const now = counts.get(value.toLowerCase());
        box.checked = now?.isPicked === true;
        count.textContent = formatNumber(now?.count ?? 0);
        row.classList.toggle('is-empty', (now?.count ?? 0) === 0);
        return row;
      }),
    );
    const left = found.length - shown.length;
    more.hidden = left === 0 && found.length > 0;
    more.textContent = found.length === 0 ? LISTS.noValues : LISTS.moreValues(left);
  };
  search?.addEventListener('input', draw);
  return {
    show(next) {
      query = next;
      const focused = document.activeElement;
      draw();
      // What is put in its place again has lost the focus.
      if (focused instanceof HTMLElement && place.contains(focused)) focused.focus();
    },
  };
}

function has(values: readonly { readonly value: string }[], wanted: string): boolean {
  return values.some(({ value }) => value.toLowerCase() === wanted.toLowerCase());
}

function searchBox(): HTMLInputElement {
  const box = document.createElement('input');
  box.type = 'search';
  box.className = 'filter';
  box.placeholder = LISTS.findValue;
  box.setAttribute('aria-label', LISTS.findValue);
  box.autocomplete = 'off';
  return box;
}
