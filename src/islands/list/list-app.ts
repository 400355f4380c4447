import { LISTS } from '../../messages/lists.ts';
import { arranger, type Arrangement } from '../../view/list/arrange-list.ts';
import { listCsv } from '../../view/list/list-csv.ts';
import {
  nextSort,
  readColumns,
  readState,
  writeColumns,
  writeState,
  type ListState,
} from '../../view/list/list-state.ts';
import { indexItems, type ListIndex } from '../../view/list/match-query.ts';
import { announce } from '../live-region.ts';
import { storedValue } from '../stored-value.ts';
import { displayMenu } from './display-menu.ts';
import { download } from './download.ts';
import { facetMenus } from './facet-menus.ts';
import { fetchRows } from './fetch-rows.ts';
import { drawnColumns, listHeadings } from './list-headings.ts';
import { listLines, type ListLine } from './list-lines.ts';
import { groupRow, listRow } from './list-rows.ts';
import { listTable } from './list-table.ts';
import { showTerms } from './list-terms.ts';

/** A list that its reader can filter, sort and walk through. */
export interface ListApp {
  /** Shows all rows in one table, if it doesn't yet. */
  unroll(): void;
  /** Puts the focus into the next or the previous row. */
  goRow(step: 1 | -1): void;
  clear(): void;
  /** Follows a link to another state of this list. */
  follow(search: string): void;
}

interface Loaded {
  readonly index: ListIndex;
  readonly arrange: (state: ListState) => Arrangement;
}

/** Has the filter box, the menus, the headings and the URL decide what of a list is shown. */
export function openList(
  list: HTMLElement,
  table: HTMLTableElement,
  filter: HTMLInputElement,
): ListApp {
  const { list: collection = '', source = '', href = '', one = '', many = '' } = list.dataset;
  const count = list.querySelector<HTMLElement>('.list-count');
  const terms = list.querySelector<HTMLElement>('.list-terms');
  const storedColumns = storedValue(`columns:${collection}`);
  const folded = new Set<string>();
  let state = readState(location.search, collection);
  let columns = drawnColumns(state, collection);
  let lines: readonly ListLine[] = [];
  let shown: Arrangement | null = null;
  let isDrawn = false;

  let loaded: Loaded | null = null;
  let loading: Promise<Loaded | null> | null = null;
  const load = (then: (rows: Loaded) => void): void => {
    if (loaded !== null) return then(loaded);
    loading ??= fetchRows(source).then(
      (items) => {
        const index = indexItems(items);
        return (loaded = { index, arrange: arranger(index, collection) });
      },
      () => {
        loading = null;
        announce(LISTS.failed);
        count?.replaceChildren(LISTS.failed);
        return null;
      },
    );
    void loading.then((rows) => rows !== null && then(rows));
  };

  const body = listTable(table, (line) =>
    line.kind === 'row'
      ? listRow(line.item, columns)
      : groupRow(line, () => {
          if (!folded.delete(line.title)) folded.add(line.title);
          draw(true);
          focusGroup(line.title);
        }),
  );
  const headings = listHeadings(table, (id, startsDescending) =>
    change({ ...state, sort: nextSort(state.sort, id, startsDescending) }, true),
  );
  const loadIndex = (then: (index: ListIndex) => void): void => load(({ index }) => then(index));
  const facets = facetMenus(list, loadIndex, (query) => setQuery(query, true));
  const details = list.querySelector<HTMLDetailsElement>('[data-display]');
  const display =
    details === null
      ? null
      : displayMenu(
          details,
          table,
          collection,
          list.dataset['section'] ?? '',
          loadIndex,
          (next) => {
            if (next.columns !== state.columns)
              storedColumns.write(next.columns === null ? null : writeColumns(next.columns));
            change(next, true);
          },
        );

  /** @param keepsPlace whether the row that is first in sight stays where it is */
  const draw = (keepsPlace: boolean): void =>
    load(({ index, arrange }) => {
      isDrawn = true;
      shown = arrange(state);
      lines = listLines(shown, (title) => folded.has(title));
      const focused = document.activeElement?.closest<HTMLElement>('tr[data-id]')?.dataset['id'];
      const next = drawnColumns(state, collection);
      if (
        next.map(({ className }) => className).join() !==
        columns.map(({ className }) => className).join()
      )
        body.forget();
      columns = next;
      headings.show(columns, state.sort);
      body.show(lines, keepsPlace);
      list.querySelector('.pagination')?.remove();
      if (focused !== undefined && document.activeElement === document.body) focusRow(focused);
      const text = LISTS.shown(shown.count, index.items.length, { one, many });
      count?.replaceChildren(text);
      announce(text);
      const note = list.querySelector<HTMLElement>('[data-note]');
      const why =
        shown.count === 0 ? LISTS.nothingMatches(many) : body.isWindowed() ? LISTS.findInPage : '';
      note?.replaceChildren(why);
      if (note !== null) note.hidden = why === '';
    });
  const focusRow = (id: string): void => {
    const line = lines.findIndex((known) => known.kind === 'row' && known.item.uniqueId === id);
    if (line !== -1) body.focusLine(line);
  };
  const focusGroup = (title: string): void => {
    const line = lines.findIndex((known) => known.kind === 'group' && known.title === title);
    if (line !== -1) body.focusLine(line);
  };
  const showControls = (): void => {
    facets.show(state.query);
    display?.show(state);
    if (terms !== null) showTerms(terms, state.query, (query) => setQuery(query, true));
  };
  const change = (next: ListState, isNewPlace: boolean): void => {
    const isRegrouped = next.grouping !== state.grouping || next.sort !== state.sort;
    if (next.grouping !== state.grouping) folded.clear();
    state = next;
    const url = href + writeState(next);
    if (isNewPlace) history.pushState(null, '', url);
    else history.replaceState(null, '', url);
    showControls();
    if (isRegrouped && table.getBoundingClientRect().top < 0) list.scrollIntoView();
    draw(false);
  };
  const setQuery = (query: string, isNewPlace: boolean): void => {
    filter.value = query;
    change({ ...state, query }, isNewPlace);
  };

  filter.addEventListener('input', () => setQuery(filter.value, false));
  addEventListener('popstate', () => {
    const next = readState(location.search, collection);
    if (next.grouping !== state.grouping) folded.clear();
    state = next;
    filter.value = state.query;
    showControls();
    draw(false);
  });
  addEventListener('beforeprint', () => body.drawAll(true));
  addEventListener('afterprint', () => body.drawAll(false));
  list.querySelector('[data-csv]')?.addEventListener('click', (event) => {
    if (shown === null) return;
    event.preventDefault();
    const items = shown.groups.flatMap((group) => group.items);
    download(
      listCsv(
        [...new Set(items)],
        columns.map(({ column }) => column),
      ),
      `${collection}.csv`,
    );
  });

  const typed = filter.value;
  const remembered = readColumns(storedColumns.read(), collection);
  if (state.columns === null && remembered !== null) state = { ...state, columns: remembered };
  if (typed !== '') state = { ...state, query: typed };
  filter.value = state.query;
  const search = writeState(state);
  if (search !== writeState(readState(location.search, collection)))
    history.replaceState(null, '', href + search);
  headings.show(columns, state.sort);
  showControls();
  if (search !== '') draw(false);

  return {
    unroll: () => {
      if (!isDrawn) draw(true);
    },
    goRow: (step) =>
      load(() => {
        if (!isDrawn) draw(true);
        const here = body.lineOf(document.activeElement);
        let line = here === null ? body.lineInView() : here + step;
        while (lines[line]?.kind === 'group') line += step;
        if (lines[line]?.kind === 'row') body.focusLine(line);
      }),
    clear: () => {
      if (state.query !== '') setQuery('', true);
    },
    follow: (next) => {
      const { query } = readState(next, collection);
      setQuery(query, true);
    },
  };
}
