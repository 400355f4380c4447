/** Entries of one file of a list of resources. Few lists are longer, so most clients read one file. */
export const ITEMS_A_FILE = 10_000;

/** A JSON file to write, below the output folder. */
export interface JsonFile<D = unknown> {
  readonly file: string;
  readonly data: D;
}

/**
 * Cuts a long list into files: `models/index.json`, `models/index.2.json` … Each names the next one.
 * An empty list is one file.
 */
export function jsonPages<T, D>(
  stem: string,
  items: readonly T[],
  size: number,
  content: (page: readonly T[], next: string | null) => D,
): JsonFile<D>[] {
  const count = Math.max(1, Math.ceil(items.length / size));
  const nameOf = (number: number): string =>
    number === 1 ? `${stem}.json` : `${stem}.${number}.json`;
  return Array.from({ length: count }, (_, index) => {
    const next =
      index + 1 < count
        ? (nameOf(index + 2)
            .split('/')
            .at(-1) ?? null)
        : null;
    return {
      file: nameOf(index + 1),
      data: content(items.slice(index * size, (index + 1) * size), next),
    };
  });
}
