/** Where some of the words of an index for full text lie in its folder. */
export function wordsPath(at: number): string {
  return `words/${at}.pf_index`;
}

/** Where some of its texts lie, in the folder of those that are written together. */
export function textsPath(at: number): string {
  return `texts/${at}.json`;
}
