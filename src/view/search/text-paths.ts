/** Where some of the words of an index for full text lie, below its folder. */
export function wordsPath(name: string): string {
  return `words/${name}.pf_index`;
}

/**
 * Where some of its texts lie.
 *
 * @param name of neighbours whose texts are kept together
 * @param at which of their files
 */
export function textsPath(name: string, at: number): string {
  return `texts/${name}/${at}.json`;
}
