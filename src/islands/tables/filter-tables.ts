import { LISTS } from '../../messages/lists.ts';
import { announce } from '../live-region.ts';
import { showRelativeTimes } from '../relative-times.ts';
import { textMatcher } from './match-text.ts';

/** The tables of a page, narrowed to the rows that a filter asks for. */
export interface TableFilter {
  /** Puts the focus into the next or the previous row. */
  readonly goRow: (step: 1 | -1) => void;
}

/** A row with what belongs to it. */
interface Line {
  readonly rows: readonly Element[];
  readonly text: string;
}

interface Body {
  readonly element: HTMLElement;
  readonly own: readonly Line[];
  /** Hidden where nothing of it is left. */
  readonly section: HTMLElement | null;
}

/** Rows that are drawn at once, as many as a static page has. */
const MOST_ROWS = 500;

/** Has an input and `?q=` decide which rows are shown. What stands on further pages of a list is fetched for it. */
export function filterTables(input: HTMLInputElement, output: HTMLElement | null): TableFilter {
  const bodies = [...document.querySelectorAll<HTMLElement>('main table.data > tbody')].map(
    (element): Body => {
      const section = element.closest<HTMLElement>('.section');
      return {
        element,
        own: linesOf(element),
        section: section?.contains(input) === true ? null : section,
      };
    },
  );
  const pagination = document.querySelector<HTMLElement>('main .pagination');
  // Only a page of one table has more pages.
  let all: readonly Line[] | null = pagination === null ? (bodies[0]?.own ?? []) : null;
  let loading: Promise<void> | null = null;
  const loadPages = (): void => {
    if (pagination === null || all !== null || loading !== null) return;
    const own = bodies[0]?.own ?? [];
    loading = otherPages(pagination, own).then(
      (lines) => {
        all = lines;
        apply();
      },
      () => {
        loading = null;
        say(LISTS.failed);
      },
    );
  };
  const say = (text: string): void => {
    output?.replaceChildren(text);
    announce(text);
  };

  const apply = (): void => {
    const query = input.value.trim();
    const isMatch = textMatcher(query);
    let shown = 0;
    let total = 0;
    for (const [at, { element, own, section }] of bodies.entries()) {
      const lines = query !== '' && at === 0 && all !== null ? all : own;
      const found = lines.filter(({ text }) => isMatch(text));
      shown += found.length;
      total += lines.length;
      element.replaceChildren(...found.slice(0, MOST_ROWS).flatMap(({ rows }) => rows));
      if (section !== null) section.hidden = found.length === 0;
    }
    if (pagination !== null) {
      pagination.hidden = query !== '';
      if (query !== '') loadPages();
    }
    const isPart = query !== '' && all === null;
    if (query === '') say('');
    else if (isPart) say(LISTS.loading);
    else
      say(
        shown === 0 ? LISTS.nothingMatches(LISTS.row.many) : LISTS.shown(shown, total, LISTS.row),
      );
  };
  const changed = (): void => {
    const url = new URL(location.href);
    if (input.value === '') url.searchParams.delete('q');
    else url.searchParams.set('q', input.value);
    history.replaceState(null, '', url);
    apply();
  };
  input.addEventListener('input', changed);
  input.addEventListener('keydown', ({ key, isComposing }) => {
    if (key !== 'Escape' || isComposing || input.value === '') return;
    input.value = '';
    changed();
  });
  const asked = new URLSearchParams(location.search).get('q');
  if (asked !== null && input.value === '') input.value = asked;
  // It may have been typed before this script was there.
  if (input.value !== '') changed();

  return {
    goRow(step) {
      const links = bodies.flatMap(({ element }) =>
        [...element.querySelectorAll<HTMLElement>(':scope > tr:not(.detail) > th a')].filter(
          (link) => link.checkVisibility(),
        ),
      );
      const here = links.findIndex((link) => link.closest('tr')?.contains(document.activeElement));
      const inSight = links.findIndex((link) => link.getBoundingClientRect().top > HEADER);
      const next = here === -1 ? links[Math.max(inSight, 0)] : links[here + step];
      next?.focus();
      next?.scrollIntoView({ block: 'nearest' });
    },
  };
}

/** What lies higher is under the header of the page. Pixels. */
const HEADER = 48;

function linesOf(body: ParentNode): Line[] {
  const lines: { rows: Element[]; text: string }[] = [];
  for (const row of body.querySelectorAll(':scope > tr')) {
    const last = lines.at(-1);
    if (row.classList.contains('detail') && last !== undefined) last.rows.push(row);
    else lines.push({ rows: [row], text: '' });
  }
  return lines.map(({ rows }) => ({
    rows,
    text: rows.map(({ textContent }) => textContent).join(' '),
  }));
}

/** The rows of all pages, in their order. Throws when one can't be loaded. */
async function otherPages(pagination: HTMLElement, own: readonly Line[]): Promise<Line[]> {
  const all: Line[] = [];
  for (const link of pagination.querySelectorAll<HTMLAnchorElement>('a:not([rel])')) {
    if (link.getAttribute('aria-current') === 'page') {
      all.push(...own);
      continue;
    }
    const response = await fetch(link.href);
    if (!response.ok) throw new Error(`${link.href} is ${response.status}`);
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const body = page.querySelector('main table.data > tbody');
    if (body === null) continue;
    showRelativeTimes(body);
    all.push(...linesOf(document.importNode(body, true)));
  }
  return all;
}
