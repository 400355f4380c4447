import { pastedName } from './pasted-name.ts';

/** The words of a query, as searches for names and for texts take them. */
export interface WordQuery {
  /** All that has to be there, as one text, quotes left out. */
  readonly words: string;
  /** What has to be there as it stands. */
  readonly phrases: readonly string[];
  /** What must not be there. */
  readonly without: readonly string[];
}

interface Word {
  readonly text: string;
  readonly isQuoted: boolean;
  readonly isNegated: boolean;
}

/** So many words are hardly together by chance. */
const PHRASE = 3;

/** What to look for as it stands, besides, as what says it so is meant before what says the same words anywhere. */
export function phraseOf({ words, phrases }: WordQuery): string | null {
  return phrases.length === 0 && words.split(/\s+/).length >= PHRASE ? words : null;
}

/** What the words of a filter ask of names and texts. */
export function wordQuery(words: readonly Word[]): WordQuery {
  const wanted = words.filter(({ isNegated }) => !isNegated);
  return {
    words: pastedName(wanted.map(({ text }) => text).join(' ')),
    phrases: wanted.filter(({ isQuoted }) => isQuoted).map(({ text }) => text),
    without: words.filter(({ isNegated }) => isNegated).map(({ text }) => text.toLowerCase()),
  };
}
