import { normalText, wordsOf } from './normal-text.ts';
import { slipCost } from './typo.ts';

/** From a letter on, up to another. */
export type TextRange = readonly [from: number, to: number];

/**
 * The letters of a text to mark for a query: each place of each of its words, or else the words of the text that are one
 * slip from one. In order, without overlaps.
 */
export function markedRanges(text: string, query: string): TextRange[] {
  const lower = text.toLowerCase();
  // Lower case may be longer than the text: then places in it say nothing.
  if (lower.length !== text.length) return [];
  const found: TextRange[] = [];
  for (const word of new Set(wordsOf(normalText(query)))) {
    const places = placesOf(word, lower);
    found.push(...(places.length > 0 ? places : placesWithSlip(word, lower)));
  }
  return merged(found);
}

function placesOf(word: string, lower: string): TextRange[] {
  const places: TextRange[] = [];
  for (let at = lower.indexOf(word); at !== -1; at = lower.indexOf(word, at + word.length)) {
    places.push([at, at + word.length]);
  }
  // One letter stands everywhere: it is marked where a word begins.
  return word.length > 1
    ? places
    : places.filter(([from]) => from === 0 || !/[\p{L}\p{N}]/u.test(lower.charAt(from - 1)));
}

function placesWithSlip(typed: string, lower: string): TextRange[] {
  return [...lower.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ 0: word, index }): TextRange[] => {
    const cost = slipCost(typed, word);
    if (cost === null) return [];
    return [[index, index + (cost === 0 ? word.length : typed.length)]];
  });
}

function merged(ranges: readonly TextRange[]): TextRange[] {
  const sorted = [...ranges].sort(([a], [b]) => a - b);
  const whole: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = whole.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else whole.push([from, to]);
  }
  return whole;
}
