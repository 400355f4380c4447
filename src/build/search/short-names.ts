/** Names are this long, or as much longer as it takes to tell all of them apart. */
const LETTERS = 8;

/** Beginnings of hashes, long enough that different ones have different names. */
export function shortNames(hashes: readonly string[]): string[] {
  const different = new Set(hashes).size;
  let length = LETTERS;
  const names = (): string[] => hashes.map((hash) => hash.slice(0, length));
  while (new Set(names()).size < different) length++;
  return names();
}
