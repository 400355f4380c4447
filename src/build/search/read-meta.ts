import { readCbor, type CborValue } from './read-cbor.ts';

/** What Pagefind says of an index. */
export interface IndexMeta {
  /** Of Pagefind. */
  readonly version: string;
  /** How many words each page has. */
  readonly lengths: readonly number[];
  /** Names of its files of words, in their order. */
  readonly files: readonly string[];
}

/**
 * Reads the unpacked `.pf_meta` of an index of Pagefind 1.5: `[version, [[page, length]…], [[first, last, name]…], …]`.
 *
 * @throws when it is anything else
 */
export function readMeta(bytes: Uint8Array): IndexMeta {
  const [version, pages, words] = listOf(readCbor(bytes));
  return {
    version: textOf(version),
    lengths: listOf(pages).map((page) => numberOf(listOf(page)[1])),
    // How the first and the last word of each begins is said before its name.
    files: listOf(words).map((file) => textOf(listOf(file)[2])),
  };
}

const wrong = (): never => {
  throw new Error('Pagefind says something else of its index than is known here.');
};

function listOf(value: CborValue | undefined): readonly CborValue[] {
  return typeof value === 'object' ? value : wrong();
}

function textOf(value: CborValue | undefined): string {
  return typeof value === 'string' ? value : wrong();
}

function numberOf(value: CborValue | undefined): number {
  return typeof value === 'number' ? value : wrong();
}
