/** Letters that English takes from or adds to a word at most: `organization` is looked for as `organ`. */
const LONGEST_ENDING = 7;
/** Shorter beginnings are those of any words. */
const SHORTEST = 3;

/**
 * Whether a file of words has a word, a form of it, or one that begins so. Where it has none, Pagefind leaves the word
 * out of the query, or takes what is left of it for one: `of` for `office`.
 *
 * @param words the file, read as Latin-1: words stand in it as they are, between bytes that are no letters
 * @param word in lower case
 */
export function holdsWord(words: string, word: string): boolean {
  if (word.length < SHORTEST || !/^\w+$/.test(word)) return true;
  const start = word.slice(0, Math.max(SHORTEST, word.length - LONGEST_ENDING));
  for (let at = words.indexOf(start); at !== -1; at = words.indexOf(start, at + 1)) {
    const [known = ''] = /^\w+/.exec(words.slice(at, at + word.length + 1)) ?? [];
    if (known.startsWith(word) || word.startsWith(known)) return true;
    // A stem may end in another letter than the word: `carri` of `carry`.
    if (known.length > SHORTEST && word.startsWith(known.slice(0, -1))) return true;
  }
  return false;
}
