import { formatNumber } from '../../messages/format-number.ts';
import { PALETTE } from '../../messages/palette.ts';
import { markedRanges } from '../../search/marked-ranges.ts';
import { element } from '../element.ts';
import type { Entry } from './palette-entry.ts';

/** A part of the list. */
export interface ShownGroup {
  /** Empty for lines that need none. */
  readonly title: string;
  readonly entries: readonly Entry[];
  /** How many were found, shown or not; 0 for what is always offered. */
  readonly total: number;
}

/** A part of the list with its heading. */
export function groupOf(
  { title, entries, total }: ShownGroup,
  number: number,
  lines: readonly HTMLElement[],
): HTMLElement {
  const group = element('div', 'palette-group', ...lines);
  if (title === '') return group;
  const heading = element('div', 'palette-title', title);
  heading.id = `palette-title-${number}`;
  if (total > entries.length) {
    const part = PALETTE.of(formatNumber(entries.length), formatNumber(total));
    heading.append(' ', element('span', '', part));
  }
  group.setAttribute('role', 'group');
  group.setAttribute('aria-labelledby', heading.id);
  group.prepend(heading);
  return group;
}

/** A line. @param mark marks what was typed */
export function optionOf(entry: Entry, id: string, mark: Marker): HTMLElement {
  const { label, detail, glyph, isName = false, passage = [], code = '', keys } = entry;
  const line = element('div', 'palette-line');
  line.id = id;
  line.setAttribute('role', 'option');
  line.setAttribute('aria-selected', 'false');
  line.append(glyphOf(glyph), element('span', isName ? 'palette-name' : '', ...mark(label)));
  if (passage.length > 0) line.classList.add('palette-passage');
  if (detail !== '') {
    const found = passage.flatMap(({ text, isMarked }) => [
      ' ',
      isMarked ? element('mark', '', text) : text,
    ]);
    line.append(' ', element('span', 'palette-detail', detail, ...found));
  }
  if (code !== '') line.append(' ', element('small', '', code));
  if (keys !== undefined) line.append(' ', keysOf(keys));
  else if (typeof entry.does === 'object') line.append(moreSign());
  return line;
}

function glyphOf(glyph: string): HTMLElement {
  const isClass = /^(ty|st)-/.test(glyph);
  const sign = element('span', isClass ? `${glyph.slice(0, 2)} ${glyph}` : 'icon');
  sign.setAttribute('aria-hidden', 'true');
  if (!isClass) sign.dataset['icon'] = glyph;
  return sign;
}

function moreSign(): HTMLElement {
  const sign = element('span', 'icon');
  sign.classList.add('palette-more');
  sign.dataset['icon'] = 'right';
  return sign;
}

function keysOf(keys: readonly string[]): HTMLElement {
  const caps = keys.flatMap((key, at) => [...(at === 0 ? [] : [' ']), element('kbd', '', key)]);
  return element('span', 'palette-keys', ...caps);
}

/** A label with what is marked in it. */
type Marker = (label: string) => (Node | string)[];

/** Marks nothing. */
export const plain: Marker = (label) => [label];

/** Marks what a query means in a label. */
export function marker(query: string): Marker {
  return (label) => {
    const parts: (Node | string)[] = [];
    let at = 0;
    for (const [from, to] of markedRanges(label, query)) {
      parts.push(label.slice(at, from), element('mark', '', label.slice(from, to)));
      at = to;
    }
    return [...parts, label.slice(at)];
  };
}
