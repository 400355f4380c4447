import { formatNumber } from '../../messages/format-number.ts';
import { SEARCH } from '../../messages/search.ts';
import type { ColumnHit } from '../../search/column-index.ts';
import { excerptOf, type Excerpt } from '../../search/excerpt.ts';
import { markedRanges } from '../../search/marked-ranges.ts';
import type { NameHit, NameIndex } from '../../search/name-index.ts';
import { splitPassages, type ReadPassage } from '../../search/text-fields.ts';
import { columnAnchor } from '../../view/column-anchor.ts';
import { typeClass, typeCode, typeWord } from '../../view/format-type.ts';
import { element, link } from '../element.ts';
import type { TextHit } from '../full-text/full-text.ts';

/** Words of a column’s description that stand beside it. */
const DESCRIPTION_WORDS = 24;
/** Resources of a column that stand beside it, and how many more a press shows. */
const FEW_PLACES = 4;
const MORE_PLACES = 200;

/** A resource that was found by its name. */
export function nameResult({ name, kind }: NameHit, words: string): HTMLElement {
  const place = [name.label, name.folder.replaceAll('/', ' / ')].filter(
    (text) => text !== null && text !== '',
  );
  return element(
    'li',
    'hit',
    element(
      'p',
      'hit-name',
      typeBadge(name.resourceType),
      markedLink(name.name, name.href, words),
      ...(name.isOldVersion ? [element('span', 'muted', SEARCH.version)] : []),
      ...(kind === 'slip' ? [element('span', 'muted', SEARCH.near)] : []),
      ...(place.length > 0 ? [element('span', 'hit-place', place.join(' · '))] : []),
    ),
  );
}

/** A column, with the resources that have it. */
export function columnResult(
  { column, places }: ColumnHit,
  words: string,
  { names }: NameIndex,
): HTMLElement {
  const wanted = words.slice(words.lastIndexOf('.') + 1);
  const refs = places.flatMap(({ at, column: own }) => {
    const name = names[at];
    if (name === undefined) return [];
    return [{ name, href: `${name.href}#${columnAnchor(own)}` }];
  });
  const [first] = refs;
  const isOne = refs.length === 1 && first !== undefined;
  const list = element('p', 'hit-refs');
  const draw = (most: number): void => {
    list.replaceChildren(
      ...refs.slice(0, most).map(({ name, href }) => link(name.name, href, 'name')),
    );
    const left = refs.length - Math.min(most, refs.length);
    if (left === 0) return;
    if (most > FEW_PLACES) {
      list.append(element('span', 'muted', SEARCH.andMore(left)));
      return;
    }
    const more = element('button', 'linkish', SEARCH.andMore(left));
    more.setAttribute('type', 'button');
    more.addEventListener('click', () => {
      draw(MORE_PLACES);
      list.querySelectorAll('a')[FEW_PLACES]?.focus();
    });
    list.append(more);
  };
  draw(FEW_PLACES);
  const title = isOne
    ? markedLink(column, first.href, wanted)
    : element('span', 'name', ...marked(column, wanted));
  return element(
    'li',
    'hit',
    element('p', 'hit-name', title, element('span', 'hit-place', SEARCH.inResources(refs.length))),
    list,
  );
}

/**
 * A page whose text was found, with the passage; filled in when it is there.
 *
 * @param base of the site
 */
export async function textResult(hit: TextHit, query: string, base: string): Promise<HTMLElement> {
  const { path, text, met } = await hit.load();
  const passages = splitPassages(text);
  const name = passages.find(({ field }) => field === 'name')?.words.join(' ') ?? path;
  const others = passages.filter(({ field }) => field !== 'name');
  const excerpt = excerptOf(others, met, query) ?? excerptOf(passages, met, query);
  const next = passages[passages.findIndex((known) => known === excerpt?.passage) + 1];
  const href = base + path.slice(1);
  const [, id = ''] = /\/([^/]+)\/$/.exec(path) ?? [];
  return element(
    'li',
    'hit',
    element('p', 'hit-name', typeBadge(id.split('.')[0] ?? ''), link(name, href, 'name')),
    ...(excerpt === null ? [] : [passage(excerpt, next, href)]),
  );
}

/** @param next what follows in the text: a column is followed by its description */
function passage(excerpt: Excerpt, next: ReadPassage | undefined, href: string): HTMLElement {
  const { field, of, words } = excerpt.passage;
  const where =
    field === 'columnDescription' && of !== null
      ? [`${SEARCH.inDescriptionOf} `, link(of, `${href}#${columnAnchor(of)}`, 'name')]
      : field === 'column'
        ? [
            `${SEARCH.fields.column} `,
            link(words.join(' '), `${href}#${columnAnchor(words.join(' '))}`, 'name'),
          ]
        : [field === 'columnDescription' ? SEARCH.fields.description : SEARCH.fields[field]];
  const shown = excerpt.words.flatMap(({ text, isMarked }, at) => [
    ...(at > 0 ? [' '] : []),
    isMarked ? element('mark', '', text) : text,
  ]);
  return element(
    'p',
    'hit-text',
    element('span', 'hit-where', ...where),
    excerpt.isCutBefore ? ' … ' : ' ',
    ...(field !== 'column'
      ? shown
      : next?.field === 'columnDescription'
        ? [next.words.slice(0, DESCRIPTION_WORDS).join(' ')]
        : []),
    ...(excerpt.isCutAfter ? [' …'] : []),
  );
}

/** The heading of a section, with how much it holds. */
export function sectionHeading(title: string, count: number): HTMLElement {
  return element('h2', '', `${title} `, element('span', 'muted', formatNumber(count)));
}

function typeBadge(resourceType: string): HTMLElement {
  const badge = element('span', `ty ${typeClass(resourceType)}`, typeCode(resourceType));
  badge.title = typeWord(resourceType);
  return badge;
}

function markedLink(text: string, href: string, words: string): HTMLElement {
  const made = link('', href, 'name');
  made.replaceChildren(...marked(text, words));
  return made;
}

function marked(text: string, words: string): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let at = 0;
  for (const [from, to] of markedRanges(text, words)) {
    parts.push(text.slice(at, from), element('mark', '', text.slice(from, to)));
    at = to;
  }
  return [...parts, text.slice(at)];
}
