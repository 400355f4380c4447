import { normalText, wordsOf } from './normal-text.ts';
import { slipCost } from './typo.ts';

/**
 * How a query met a text, from the best on: the whole of it; its beginning; the beginning of a word in it; anywhere in
 * it; all words of the query, each at the beginning of a word; all of them, each anywhere; some of them in what is known
 * of it besides; all of them with a slip in one.
 */
export const MATCH_KINDS = [
  'exact',
  'prefix',
  'word',
  'part',
  'words',
  'parts',
  'context',
  'slip',
] as const;
export type MatchKind = (typeof MATCH_KINDS)[number];

/** What is searched of one thing, as normal texts. */
export interface SearchedText {
  /** What it is called, the most usual first; never empty. */
  readonly forms: readonly string[];
  /** What it is known by to programs: found as a whole, or by a beginning that is long enough to mean it. */
  readonly id: string;
  /** What else is known of it: its folder, its package, its type. */
  readonly context: string;
}

export interface TextMatch {
  /** Position of the text. */
  readonly at: number;
  readonly kind: MatchKind;
  /** Among matches of one kind; less is better. */
  readonly cost: number;
}

/** Texts made ready for queries that change with every key. */
export interface TextIndex {
  readonly texts: readonly SearchedText[];
  /** For each text its forms with `_` before each word, so that a word's beginning can be looked for. */
  readonly marked: readonly string[];
  /** For each text its forms without what stands between words. */
  readonly joined: readonly string[];
  /** Word of any form → the texts that have it. */
  readonly vocabulary: () => ReadonlyMap<string, readonly number[]>;
}

/** Makes texts ready to be searched, once. */
export function indexTexts(texts: readonly SearchedText[]): TextIndex {
  let vocabulary: Map<string, number[]> | null = null;
  return {
    texts,
    marked: texts.map(({ forms }) => `_${forms.join('\n_')}`),
    joined: texts.map(({ forms }) => forms.join('\n').replaceAll('_', '')),
    // Made for the first query that finds too little without it.
    vocabulary: () => (vocabulary ??= vocabularyOf(texts)),
  };
}

function vocabularyOf(texts: readonly SearchedText[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [at, { forms }] of texts.entries()) {
    for (const word of new Set(forms.flatMap(wordsOf))) {
      const list = found.get(word);
      if (list) list.push(at);
      else found.set(word, [at]);
    }
  }
  return found;
}

/**
 * All texts that a query meets, in no particular order.
 *
 * @param query as it was typed
 */
export function findTexts(query: string, index: TextIndex): TextMatch[] {
  const wanted = normalText(query);
  if (wanted === '') return [];
  const words = wordsOf(wanted);
  const joined = words.join('');
  // Somebody who types `stg_` is not done.
  const isOpen = /[_.-]$/.test(query);
  const found: TextMatch[] = [];
  for (let at = 0; at < index.texts.length; at++) {
    const match = matchOf(at, wanted, words, joined, index);
    if (match !== null) {
      found.push(isOpen && match.kind === 'exact' ? { ...match, kind: 'prefix' } : match);
    }
  }
  if (found.some(({ kind }) => kind !== 'context')) return found;
  const known = new Set(found.map(({ at }) => at));
  return [...found, ...withSlip(words, index).filter(({ at }) => !known.has(at))];
}

/** Fewer words begin too many ids: `model.shop.`. */
const ID_WORDS = 3;

function matchOf(
  at: number,
  wanted: string,
  words: readonly string[],
  joined: string,
  { texts, marked, joined: joins }: TextIndex,
): TextMatch | null {
  const text = texts[at];
  const starts = marked[at] ?? '';
  if (text === undefined) return null;
  const { forms, id, context } = text;
  if (id === wanted) return { at, kind: 'exact', cost: 0 };
  if (words.length >= ID_WORDS && id.startsWith(wanted)) return { at, kind: 'prefix', cost: 0 };
  if (starts.includes(wanted)) {
    if (forms.includes(wanted)) return { at, kind: 'exact', cost: 0 };
    if (forms.some((form) => form.startsWith(wanted))) return { at, kind: 'prefix', cost: 0 };
    return { at, kind: starts.includes(`_${wanted}`) ? 'word' : 'part', cost: 0 };
  }
  const missing = words.filter((word) => !starts.includes(word));
  if (missing.length === 0) {
    const inside = words.filter((word) => !starts.includes(`_${word}`)).length;
    return { at, kind: inside === 0 ? 'words' : 'parts', cost: inside };
  }
  if (joins[at]?.includes(joined) === true && forms.some((form) => holdsJoined(form, joined))) {
    return { at, kind: 'parts', cost: 0 };
  }
  if (missing.length === words.length) return null;
  return missing.every((word) => `_${context}`.includes(`_${word}`))
    ? { at, kind: 'context', cost: missing.length }
    : null;
}

/** What a word may be cut to where words are typed as one: less is chance, as `orders` in `order_status`. */
const SHORTEST_PART = 3;

/** Whether words of a form follow each other as they were typed, in one: `ordersdaily`, `stgord`. */
function holdsJoined(form: string, joined: string): boolean {
  const words = wordsOf(form);
  return words.some((_, first) => {
    let left = joined;
    for (let at = first; at < words.length && left !== ''; at++) {
      const word = words[at] ?? '';
      if (left.startsWith(word)) left = left.slice(word.length);
      else return left.length >= SHORTEST_PART && at > first && word.startsWith(left);
    }
    return left === '';
  });
}

/** What has every word, or a word that is one slip from it. */
function withSlip(words: readonly string[], index: TextIndex): TextMatch[] {
  let costs: Map<number, number> | null = null;
  for (const typed of words) {
    const own = new Map<number, number>();
    for (const [word, texts] of index.vocabulary()) {
      const cost = word.startsWith(typed) ? 0 : slipCost(typed, word);
      if (cost === null) continue;
      for (const at of texts) {
        const before = costs === null ? 0 : costs.get(at);
        if (before === undefined) continue;
        own.set(at, Math.min(own.get(at) ?? Infinity, before + cost));
      }
    }
    costs = own;
  }
  return [...(costs ?? [])].map(([at, cost]) => ({ at, kind: 'slip', cost }));
}

/** The better match first; 0 for equally good ones. */
export function compareMatches(a: TextMatch, b: TextMatch): number {
  return MATCH_KINDS.indexOf(a.kind) - MATCH_KINDS.indexOf(b.kind) || a.cost - b.cost;
}
