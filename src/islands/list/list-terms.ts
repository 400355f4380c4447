import { LISTS } from '../../messages/lists.ts';
import { SHORTCUTS } from '../../messages/shortcuts.ts';
import { parseQuery, withoutTerm } from '../../view/list/parse-query.ts';
import { element } from '../element.ts';

/** What a filter asks for, a chip a condition, each to be taken away; nothing where it asks for nothing. */
export function showTerms(
  place: HTMLElement,
  query: string,
  change: (query: string) => void,
): void {
  const terms = parseQuery(query);
  place.hidden = terms.length === 0;
  const list = element(
    'ul',
    '',
    ...terms.map(({ source }, at) => {
      const chip = element('button', 'term', element('span', '', source));
      chip.setAttribute('type', 'button');
      chip.setAttribute('aria-label', LISTS.removeTerm(source));
      chip.title = LISTS.removeTerm(source);
      chip.addEventListener('click', () => {
        change(withoutTerm(query, at));
        // The chip is gone: the next one, or the filter, takes the focus.
        const chips = place.querySelectorAll<HTMLElement>('.term');
        (chips[at] ?? chips[at - 1] ?? filterOf(place))?.focus();
      });
      return element('li', '', chip);
    }),
  );
  list.setAttribute('aria-label', LISTS.terms);
  const clear = element(
    'button',
    'clear',
    LISTS.clear,
    ' ',
    element('kbd', '', SHORTCUTS.keyNames.Escape),
  );
  clear.setAttribute('type', 'button');
  clear.title = LISTS.clearTitle;
  clear.addEventListener('click', () => {
    change('');
    filterOf(place)?.focus();
  });
  place.replaceChildren(...(terms.length === 0 ? [] : [list, clear]));
}

function filterOf(place: HTMLElement): HTMLElement | null {
  return place.closest('[data-list]')?.querySelector<HTMLElement>('.filter') ?? null;
}
