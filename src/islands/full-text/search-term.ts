/** What Pagefind looks for: words as they stand in its index. */
export interface SearchTerm {
  /** Without accents. */
  readonly plain: string;
  /** As it was written. */
  readonly written: string;
  /** Whether the words have to stand together, in their order. */
  readonly isExact: boolean;
}

/** Punctuation that Pagefind leaves out of words when it indexes them; what joins words, as `_` does, stays. */
const LEFT_OUT = /[\p{Pd}\p{Pe}\p{Pf}\p{Pi}\p{Po}\p{Ps}]/u;

/** Makes of a query what Pagefind looks for; null where nothing is left. */
export function searchTerm(query: string): SearchTerm | null {
  const isExact = /^\s*".+"\s*$/.test(query);
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
  let written = '';
  for (const { segment } of graphemes.segment(query)) {
    if (!LEFT_OUT.test(segment)) written += segment.toLowerCase();
  }
  written = written.replace(/\s{2,}/g, ' ').trim();
  const plain = written.normalize('NFD').replace(/\p{M}/gu, '');
  return plain === '' ? null : { plain, written, isExact };
}
