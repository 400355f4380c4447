import { type Field, fieldValues, moreValues } from './list-fields.ts';
import type { ListItem } from './list-item.ts';
import type { Term, TermValue } from './parse-query.ts';

/** A list made ready for filters that change with every keystroke. */
export interface ListIndex {
  readonly items: readonly ListItem[];
  /** What a word may stand in, in lower case: one text an item. */
  readonly texts: readonly string[];
}

/** Prepares items for `matches`, once. */
export function indexItems(items: readonly ListItem[]): ListIndex {
  let texts: readonly string[] | null = null;
  return {
    items,
    // Made when the first word is looked for.
    get texts() {
      return (texts ??= items.map(({ name, summary, tags, owner, uniqueId }) =>
        [name, summary, ...tags, owner ?? '', uniqueId].join('\n').toLowerCase(),
      ));
    },
  };
}

/** The positions of the items that meet all terms, in order. */
export function matching(index: ListIndex, terms: readonly Term[]): number[] {
  const tests = terms.map((term) => termTest(term, index));
  const found: number[] = [];
  for (let at = 0; at < index.items.length; at++) {
    if (tests.every((test) => test(at))) found.push(at);
  }
  return found;
}

function termTest({ field, values, isNegated }: Term, index: ListIndex): (at: number) => boolean {
  if (field === null) {
    const words = values.map(({ text }) => text.toLowerCase());
    const { texts } = index;
    return (at) => words.some((word) => texts[at]?.includes(word) === true) !== isNegated;
  }
  const tests = values.map((value) => valueTest(field, value));
  return (at) => {
    const item = index.items[at];
    if (item === undefined) return false;
    const found = [...fieldValues(item, field), ...moreValues(item, field)];
    return found.some((value) => tests.some((test) => test(value.toLowerCase()))) !== isNegated;
  };
}

/** Whether a value of a field, in lower case, is what a term asks for. */
function valueTest(field: Field, { text, isQuoted }: TermValue): (value: string) => boolean {
  const wanted = text.toLowerCase();
  if (!isQuoted && wanted.includes('*')) {
    const pattern = new RegExp(
      `^${wanted
        .split(/\*+/)
        .map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, '\\$&'))
        .join('.*')}$`,
      's',
    );
    return (value) => pattern.test(value);
  }
  switch (field) {
    case 'name':
    case 'owner':
      return isQuoted ? (value) => value === wanted : (value) => value.includes(wanted);
    case 'path': {
      // A folder with all that lies below it; `models/marts` is no part of `models/marts_old`.
      const folder = wanted.replace(/^\/|\/$/g, '');
      return (value) => value === folder || value.startsWith(`${folder}/`);
    }
    default:
      return (value) => value === wanted;
  }
}
