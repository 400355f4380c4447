import { SEARCH } from '../../messages/search.ts';
import { parseQuery } from '../../view/list/parse-query.ts';
import { element } from '../element.ts';
import { facetMenus } from '../list/facet-menus.ts';
import { showTerms } from '../list/list-terms.ts';
import { announce } from '../live-region.ts';
import { createSearchData } from './fetch-search.ts';
import { openFullText } from '../full-text/full-text.ts';
import { showSections } from './result-sections.ts';
import { createSearcher, textHits, type Found } from './search-run.ts';

/** The page of search, run by its box and by the address. */
export interface SearchApp {
  clear(): void;
  /** Puts the focus into the next or the previous result. */
  go(step: 1 | -1): void;
}

/** Names answer each key; texts, which are loaded for each word, answer those who pause. */
const PAUSE_MS = 150;

/**
 * Has the box, the menus and the address decide what is looked for.
 *
 * @param page the element with `data-search`
 */
export function openSearch(page: HTMLElement, box: HTMLInputElement): SearchApp {
  const { search: dataHref = '', href = '' } = page.dataset;
  const place = page.querySelector<HTMLElement>('[data-results]');
  const start = page.querySelector<HTMLElement>('[data-start]');
  const chips = page.querySelector<HTMLElement>('.list-terms');
  const count = page.querySelector<HTMLElement>('.list-count');
  // The page lies in the folder of the same name: what is before it is the site.
  const base = href.replace(/search\/$/, '');
  const searcher = createSearcher(createSearchData(href), (cache) => openFullText(dataHref, cache));
  searcher.open();
  const facets = facetMenus(
    page,
    (then) =>
      void searcher.index().then(then, () => {
        announce(SEARCH.failed);
      }),
    (fields) =>
      setQuery([wordsOf(box.value), fields].filter((part) => part !== '').join(' '), true),
  );
  let query = '';

  const show = (found: Found): void => {
    if (place === null || found.query !== query) return;
    void showSections(place, found, base, () => found.query === query).then(() => {
      if (found.query !== query) return;
      tell(found);
    });
  };
  const tell = (found: Found): void => {
    const { names, columns, texts } = found;
    const isDone = columns !== null && texts !== null;
    const text = SEARCH.found(
      names.length,
      columns?.length ?? 0,
      typeof texts === 'string' ? null : textHits(texts).length,
    );
    count?.replaceChildren(isDone ? '' : SEARCH.searching);
    if (!isDone) return;
    announce(text);
    const notes = [
      ...(names.length + columns.length + textHits(texts).length === 0
        ? [nothing(found.query)]
        : []),
      ...(texts === 'none' ? [element('p', 'note', SEARCH.noText)] : []),
      ...(texts === 'failed' ? [element('p', 'note', SEARCH.textFailed)] : []),
    ];
    place?.append(...notes);
  };
  const nothing = (typed: string): HTMLElement => {
    const words = wordsOf(typed);
    const hasFields = words !== typed.trim() && words !== '';
    const without = element('a', '', SEARCH.withoutFilters);
    without.setAttribute('href', addressOf(words));
    return element(
      'div',
      'search-nothing',
      element('p', 'lead', SEARCH.nothing(shortened(typed))),
      element('p', '', SEARCH.nothingHelp, ...(hasFields ? [' ', without] : [])),
    );
  };

  const draw = (pauseMs = 0): void => {
    if (start !== null) start.hidden = query !== '';
    document.title = document.title.replace(
      /^(.* — )?/,
      query === '' ? '' : `${shortened(query)} — `,
    );
    facets.show(fieldsOf(query));
    if (chips !== null) {
      showTerms(chips, fieldsOf(query), (fields) =>
        setQuery([wordsOf(query), fields].filter((part) => part !== '').join(' '), true),
      );
    }
    if (query === '') {
      place?.replaceChildren();
      count?.replaceChildren();
      announce('');
      return;
    }
    count?.replaceChildren(SEARCH.searching);
    searcher.run(query, pauseMs, show).catch(() => {
      place?.replaceChildren(element('p', 'lead', SEARCH.failed));
      count?.replaceChildren();
      announce(SEARCH.failed);
    });
  };
  const addressOf = (text: string): string =>
    text === '' ? href : `${href}?${new URLSearchParams({ q: text }).toString()}`;
  const setQuery = (text: string, isNewPlace: boolean, pauseMs = 0): void => {
    if (box.value !== text) box.value = text;
    query = text.trim();
    if (isNewPlace) history.pushState(null, '', addressOf(query));
    else history.replaceState(null, '', addressOf(query));
    draw(pauseMs);
  };

  box.addEventListener('input', () => {
    setQuery(box.value, false, PAUSE_MS);
  });
  box.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    setQuery(box.value, true);
  });
  page.addEventListener('click', (event) => {
    const { target, ctrlKey, metaKey, shiftKey } = event;
    const example = target instanceof Element ? target.closest<HTMLElement>('[data-query]') : null;
    if (example === null || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    setQuery(example.dataset['query'] ?? '', true);
    box.focus();
  });
  const readAddress = (): void => {
    query = (new URLSearchParams(location.search).get('q') ?? '').trim();
    box.value = query;
    draw();
  };
  addEventListener('popstate', readAddress);
  // What was typed while this was loading.
  if (box.value === '') readAddress();
  else setQuery(box.value, false);

  return {
    clear() {
      setQuery('', true);
      box.focus();
    },
    go(step) {
      const hits = [...(place?.querySelectorAll('.hit') ?? [])];
      const links = hits.flatMap((hit) => hit.querySelector('a') ?? []);
      const at = links.findIndex((known) => known === document.activeElement);
      const next = at + step;
      if (next < 0) box.focus();
      else links[next]?.focus();
    },
  };
}

/** Somebody may have pasted a page. */
const MOST_LETTERS = 100;

function shortened(query: string): string {
  return query.length > MOST_LETTERS ? `${query.slice(0, MOST_LETTERS).toWellFormed()}…` : query;
}

/** What a query asks of fields: `tag:nightly -type:test`. */
function fieldsOf(query: string): string {
  return sourcesOf(query, true);
}

/** The words of a query, quotes and all. */
function wordsOf(query: string): string {
  return sourcesOf(query, false);
}

function sourcesOf(query: string, withField: boolean): string {
  return parseQuery(query)
    .filter(({ field }) => (field !== null) === withField)
    .map(({ source }) => source)
    .join(' ');
}
