import { normalText, wordsOf } from './normal-text.ts';
import type { ReadPassage } from './text-fields.ts';

/** The words of a text around what a query met, in one field. */
export interface Excerpt {
  readonly passage: ReadPassage;
  readonly words: readonly { readonly text: string; readonly isMarked: boolean }[];
  /** Whether words before or after are left out. */
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

/** Where a text met a query: the place of a word, and how much it counts. */
export interface MetWord {
  readonly location: number;
  readonly weight: number;
}

/** Words of a query with so few letters are meant as they are: the index also finds what begins with them. */
const SHORT = 2;
/** Letters of a longer one that also its other forms have. */
const STEM = 3;
const MOST_WORDS = 30;
/** Words shown before the first that is marked. */
const LEAD = 6;

/**
 * The passage that met the most of a query, cut around it; null where nothing was met.
 *
 * @param found places of words in the whole text
 * @param query as it was typed
 */
export function excerptOf(
  passages: readonly ReadPassage[],
  found: readonly MetWord[],
  query: string,
): Excerpt | null {
  const met = meantOf(passages, found, query);
  const marked = new Set(met.map(({ location }) => location));
  let best: ReadPassage | null = null;
  let most = 0;
  for (const passage of passages) {
    const words = new Set<string>();
    let score = 0;
    for (const { location, weight } of met) {
      const word = passage.words[location - passage.from]?.toLowerCase();
      if (word === undefined) continue;
      // Another word of the query tells more than the same once more.
      score += words.has(word) ? weight / 10 : weight;
      words.add(word);
    }
    if (score > most) {
      most = score;
      best = passage;
    }
  }
  if (best === null) return null;
  const { words, from } = best;
  const first = words.findIndex((_, at) => marked.has(from + at));
  const start = Math.max(0, words.length <= MOST_WORDS ? 0 : first - LEAD);
  const end = Math.min(words.length, start + MOST_WORDS);
  return {
    passage: best,
    words: words
      .slice(start, end)
      .map((text, at) => ({ text, isMarked: marked.has(from + start + at) })),
    isCutBefore: start > 0,
    isCutAfter: end < words.length,
  };
}

/** What was met because of a word that was typed, and not of a letter that it begins with; all where there is no such. */
function meantOf(
  passages: readonly ReadPassage[],
  met: readonly MetWord[],
  query: string,
): readonly MetWord[] {
  const wanted = wordsOf(normalText(query));
  if (!wanted.some(({ length }) => length <= SHORT)) return met;
  const isMeant = (text: string): boolean =>
    wanted.some((word) =>
      word.length <= SHORT ? wordsOf(text).includes(word) : text.includes(word.slice(0, STEM)),
    );
  const wordAt = new Map(
    passages.flatMap(({ from, words }) => words.map((word, at) => [from + at, word] as const)),
  );
  const meant = met.filter(({ location }) => isMeant(normalText(wordAt.get(location) ?? '')));
  return meant.length > 0 ? meant : met;
}
