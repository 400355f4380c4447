import { SEARCH } from '../../messages/search.ts';
import { sectionOrder } from '../../search/section-order.ts';
import { element } from '../element.ts';
import { FEW_TEXTS, textHits, type Found } from './search-run.ts';
import { columnResult, nameResult, sectionHeading, textResult } from './results.ts';

/** Results that a section shows at first, and that each press adds. */
const FEW = 12;
const MORE = 50;
const MORE_TEXTS = 20;

interface Part {
  readonly title: string;
  readonly count: number;
  readonly few: number;
  readonly more: number;
  readonly make: (at: number) => HTMLElement | Promise<HTMLElement>;
}

/**
 * Shows what was found, best section first: names that hold what was typed, columns, texts, and names that only may be
 * meant.
 *
 * @param base of the site
 * @param isCurrent whether this is still what is looked for
 */
export async function showSections(
  place: HTMLElement,
  found: Found,
  base: string,
  isCurrent: () => boolean,
): Promise<void> {
  const sections = await Promise.all(partsOf(found, base).map(section));
  if (!isCurrent()) return;
  // Whoever walks through what is there already goes on from the same result.
  const { activeElement: focused } = document;
  const href =
    focused instanceof HTMLAnchorElement && place.contains(focused) ? focused.href : null;
  place.replaceChildren(...sections);
  if (href === null) return;
  const same = [...place.querySelectorAll('a')].find((link) => link.href === href);
  same?.focus({ preventScroll: true });
}

function partsOf({ names, columns, texts, words, index }: Found, base: string): Part[] {
  const isSure = names.some(({ kind }) => kind !== 'slip' && kind !== 'context');
  const namePart: Part = {
    title: SEARCH.sections.names,
    count: names.length,
    few: FEW,
    more: MORE,
    make: (at) => made(names[at], (hit) => nameResult(hit, words.words)),
  };
  const columnPart: Part = {
    title: SEARCH.sections.columns,
    count: columns?.length ?? 0,
    few: isSure ? FEW / 2 : FEW,
    more: MORE,
    make: (at) => made(columns?.[at], (hit) => columnResult(hit, words.words, index)),
  };
  const hits = textHits(texts);
  const textPart: Part = {
    title: SEARCH.sections.text,
    count: hits.length,
    few: FEW_TEXTS,
    more: MORE_TEXTS,
    make: (at) =>
      made(hits[at], (hit) =>
        // What it says can't be had, but where it stands is known.
        textResult(hit, words.words, base).catch(() => {
          const name = index.names[hit.at];
          return name === undefined
            ? element('li')
            : nameResult({ name, at: hit.at, kind: 'exact' }, '');
        }),
      ),
  };
  const parts = { names: namePart, columns: columnPart, text: textPart };
  return sectionOrder(names, columns ?? [])
    .map((name) => parts[name])
    .filter(({ count }) => count > 0);
}

function made<T, R>(value: T | undefined, make: (value: T) => R): R | HTMLElement {
  return value === undefined ? element('li') : make(value);
}

async function section(part: Part): Promise<HTMLElement> {
  const list = element('ul', 'hits');
  const shown = element('section', 'search-section', sectionHeading(part.title, part.count), list);
  shown.setAttribute('aria-label', part.title);
  const more = element('button', 'tool');
  more.setAttribute('type', 'button');
  const add = async (step: number): Promise<void> => {
    const from = list.childElementCount;
    const to = Math.min(part.count, from + step);
    const next = Array.from({ length: to - from }, async (_, offset) => part.make(from + offset));
    list.append(...(await Promise.all(next)));
    const left = part.count - to;
    more.textContent = SEARCH.showMore(Math.min(left, part.more));
    more.hidden = left === 0;
  };
  more.addEventListener('click', () => {
    const from = list.childElementCount;
    void add(part.more).then(() => {
      list.children[from]?.querySelector<HTMLElement>('a, button')?.focus();
    });
  });
  await add(part.few);
  if (part.count > part.few) shown.append(more);
  return shown;
}
