import { normalText } from '../../search/normal-text.ts';
import {
  compareMatches,
  findTexts,
  indexTexts,
  type SearchedText,
} from '../../search/text-index.ts';
import type { Entry, Found } from './palette-entry.ts';

/** Finds entries of a list by what is typed; all of them, in their own order, when that is nothing. */
export type EntryFinder = (query: string, most?: number) => Found;

/** A list of entries made ready for queries that change with every key. */
export function entryFinder(entries: readonly Entry[]): EntryFinder {
  const index = indexTexts(entries.map(searchedText));
  return (query, most = Infinity) => {
    if (query.trim() === '')
      return { entries: entries.slice(0, most), total: entries.length, kind: null };
    const matches = findTexts(query, index).sort((a, b) => compareMatches(a, b) || a.at - b.at);
    return {
      entries: matches.slice(0, most).flatMap(({ at }) => entries[at] ?? []),
      total: matches.length,
      kind: matches[0]?.kind ?? null,
    };
  };
}

function searchedText({ label, words = '', detail }: Entry): SearchedText {
  const forms = [label, words].map(normalText).filter((form) => form !== '');
  return { forms, id: '', context: normalText(`${words} ${detail}`) };
}
