import { SEARCH } from '../../messages/search.ts';
import { excerptOf } from '../../search/excerpt.ts';
import { splitPassages } from '../../search/text-fields.ts';
import { typeClass, typeCode } from '../../view/format-type.ts';
import { columnAnchor } from '../../view/column-anchor.ts';
import { openFullText, type FullText } from '../full-text/full-text.ts';
import type { TextPage } from '../full-text/text-index.ts';
import type { Entry, Found } from './palette-entry.ts';

/** Full text is looked through when typing has paused. Milliseconds. */
const PAUSE = 200;
/** Fewer letters are in every text. */
const SHORTEST = 3;

/** Finds what is written, after everything else. */
export interface TextFinder {
  /** What is known by now of a query; null while nothing is. The newest one is looked for. */
  readonly find: (query: string) => Found | null;
}

/**
 * @param home URL of the site's first page
 * @param changed called when something has been found
 */
export function textFinder(home: string, most: number, changed: () => void): TextFinder {
  const base = new URL(home).pathname;
  let opening: Promise<FullText | null> | null = null;
  let wanted = '';
  let answered: { readonly query: string; readonly found: Found } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const search = async (query: string): Promise<void> => {
    opening ??= openFullText(new URL('search/index.json', home).href);
    const text = await opening;
    if (text === null || query !== wanted) return;
    const hits = await text.search(query);
    // A page is found by its text and by the messages of its tests.
    const first = [...new Map(hits.toReversed().map((hit) => [hit.at, hit])).values()].toReversed();
    const pages = await Promise.all(first.slice(0, most).map((hit) => hit.load()));
    if (query !== wanted) return;
    const entries = pages.map((page) => textEntry(page, query, base));
    // A name that may be meant by a slip goes before.
    answered = { query, found: { entries, total: first.length, kind: 'slip' } };
    changed();
  };
  return {
    find(query) {
      const typed = query.trim();
      if (typed !== wanted) {
        wanted = typed;
        clearTimeout(timer);
        if (typed.length >= SHORTEST) {
          timer = setTimeout(() => {
            // Names are found all the same.
            search(typed).catch(() => (opening = null));
          }, PAUSE);
        }
      }
      return answered !== null && answered.query === typed ? answered.found : null;
    },
  };
}

/** What is written, where it stands; a description of a column leads to the column. */
export function textEntry({ path, text, met }: TextPage, query: string, base: string): Entry {
  const passages = splitPassages(text);
  // Names are found by themselves.
  const others = passages.filter(({ field }) => field !== 'name');
  const excerpt = excerptOf(others, met, query);
  const [, id = ''] = /\/([^/]+)\/$/.exec(path) ?? [];
  const name = passages.find(({ field }) => field === 'name')?.words.join(' ') ?? id;
  const page = base + path.slice(1);
  const [type = ''] = id.split('.');
  const shared = { label: name, isName: true, glyph: typeClass(type), code: typeCode(type) };
  if (excerpt === null) return { ...shared, key: page, detail: '', does: page };
  const { field, of } = excerpt.passage;
  const where =
    field === 'columnDescription'
      ? of === null
        ? SEARCH.fields.description
        : `${SEARCH.inDescriptionOf} ${of}`
      : SEARCH.fields[field];
  const words = excerpt.words.map((word) => word.text).join(' ');
  const cut = { text: '…', isMarked: false };
  const column = field === 'column' ? words : field === 'columnDescription' ? of : null;
  return {
    ...shared,
    key: page,
    detail: `${where}:`,
    passage: [
      ...(excerpt.isCutBefore ? [cut] : []),
      ...excerpt.words,
      ...(excerpt.isCutAfter ? [cut] : []),
    ],
    does: column === null ? page : `${page}#${columnAnchor(column)}`,
  };
}
