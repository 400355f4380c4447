import { recentPages } from '../recents.ts';
import { fetchRunPage } from '../runs/fetch-runs.ts';
import { createSearchData } from '../search/fetch-search.ts';
import { entryFinder, type EntryFinder } from './find-entries.ts';
import { arrangeGroups } from './arrange-groups.ts';
import { fetchDesks } from './desk-entries.ts';
import { findColumns, findResources } from './name-entries.ts';
import { pageCommands, siteCommands } from './page-commands.ts';
import { pageSections, sitePages } from './page-links.ts';
import type { Entry, Found, Group, GroupName, Lines } from './palette-entry.ts';
import { lazyValue } from './lazy-value.ts';
import { resourceActions } from './resource-actions.ts';
import { runFinder } from './run-entries.ts';
import { textFinder } from './text-finder.ts';

/** Lines of a group at most, once something is typed. */
const MOST: Readonly<Record<GroupName, number>> = {
  recent: 2,
  resources: 8,
  columns: 4,
  runs: 4,
  sections: 3,
  pages: 4,
  actions: 5,
  commands: 4,
  text: 4,
};
/** Before that, names of columns are not worth their load. */
const SHORTEST_COLUMN = 3;
/** Pages that were looked at last, before anything is typed. */
const MOST_RECENT = 5;

/** Where the lines of the palette come from. */
export interface PaletteSources {
  /** Begins to fetch names; what could not be had before is tried again. */
  readonly prepare: () => void;
  /** Looks anew at what the page offers now. */
  readonly refresh: () => void;
  /** What is found in what is there by now; what the query needs besides is fetched. */
  readonly find: (query: string) => Group[];
  /** What can be done with what a line leads to, where that is a resource. */
  readonly actionsOf: (entry: Entry) => Lines | null;
  /** Whether names are still to come, or can't be had. */
  readonly names: 'loading' | 'failed' | 'ready';
}

/**
 * @param home URL of the site's first page
 * @param changed called when more has come to find something in
 */
export function paletteSources(home: string, changed: () => void): PaletteSources {
  const base = new URL(home).pathname;
  let own: Partial<Record<GroupName, EntryFinder>> = {};
  const data = createSearchData(new URL('search/', home).href);
  // What slips are looked up in is made before the first of them, so that no key waits for it.
  const names = lazyValue(async () => {
    const index = await data.names();
    index.texts.vocabulary();
    return index;
  }, changed);
  const columns = lazyValue(async () => {
    const index = await data.columns();
    index.texts.vocabulary();
    return index;
  }, changed);
  const runs = lazyValue(async (): Promise<EntryFinder> => {
    const { items } = await fetchRunPage(new URL('runs/index.json', home).href);
    return runFinder(items);
  }, changed);

  // Beside the parts of the site, once something is typed.
  const pages = lazyValue(async (): Promise<EntryFinder> => {
    const parts = sitePages();
    const desks = await fetchDesks(home, new Set(parts.map(({ key }) => key)));
    return entryFinder([...parts, ...desks]);
  }, changed);
  const texts = textFinder(home, MOST.text, changed);

  const findNames = (query: string): Partial<Record<GroupName, Found>> => {
    const index = names.value;
    if (index === null) return {};
    if (query.trim().length >= SHORTEST_COLUMN) columns.load();
    return {
      resources: findResources(query, index, MOST.resources),
      ...(columns.value === null
        ? {}
        : { columns: findColumns(query, columns.value, MOST.columns) }),
    };
  };
  return {
    prepare() {
      for (const source of [names, columns, runs]) source.retry();
      names.load();
    },
    refresh() {
      own = {
        recent: entryFinder(recentEntries(base)),
        actions: entryFinder(pageCommands()),
        commands: entryFinder(siteCommands()),
        pages: entryFinder(sitePages()),
        sections: entryFinder(pageSections()),
      };
    },
    find(query) {
      const isAtRest = query.trim() === '';
      if (!isAtRest) for (const source of [runs, pages]) source.load();
      const most = (name: GroupName): number => {
        if (!isAtRest) return MOST[name];
        return name === 'recent' ? MOST_RECENT : Infinity;
      };
      return arrangeGroups(query, {
        recent: own.recent?.(query, most('recent')),
        actions: own.actions?.(query, most('actions')),
        commands: own.commands?.(query, most('commands')),
        pages: (isAtRest ? own.pages : (pages.value ?? own.pages))?.(query, most('pages')),
        sections: own.sections?.(query, most('sections')),
        runs: runs.value?.(query, MOST.runs),
        text: texts.find(query) ?? undefined,
        ...(isAtRest ? {} : findNames(query)),
      });
    },
    actionsOf({ does }) {
      if (typeof does !== 'string') return null;
      const page = does.replace(/#.*$/, '');
      const name = names.value?.names.find(({ href }) => href === page);
      return name === undefined ? null : resourceActions(name, base);
    },
    get names() {
      if (names.value !== null) return 'ready';
      return names.hasFailed ? 'failed' : 'loading';
    },
  };
}

/** What was looked at before, without the page that one is on. */
function recentEntries(base: string): Entry[] {
  return recentPages(base)
    .filter(({ href }) => href !== location.pathname)
    .map(({ href, label, glyph }) => ({
      key: href,
      label,
      detail: '',
      glyph,
      isName: glyph !== 'ty-other',
      does: href,
    }));
}
