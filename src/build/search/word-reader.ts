import type { PageList } from './page-list.ts';

const COUNT = 0;
const NEGATIVE = 1;
const TEXT = 3;
const LIST = 4;

/** Pages that say a word, and those that say it with other accents. */
export interface WordPages {
  readonly pages: PageList;
  /** The pages of a form. */
  readonly variant: (form: string) => PageList;
}

/**
 * Goes through the words of an index, as Pagefind 1.5 writes them in CBOR, from file to file:
 * `[[[word, pages, [[form, pages]…]]…]]`, where `pages` is `[[step, places, others]…]` and a step leads from the page
 * before. What is said of a page is passed on as it stands.
 *
 * @throws Error where a file is anything else
 */
export class WordReader {
  readonly #files: readonly Uint8Array[];
  readonly #pageOf: Int32Array;
  #file = 0;
  #left = 0;
  #bytes: Uint8Array = new Uint8Array();
  #at = 0;
  #word: Uint8Array = new Uint8Array();

  /**
   * @param files unpacked
   * @param pageOf the new number of each page; -1 of pages that are left out
   */
  constructor(files: readonly Uint8Array[], pageOf: Int32Array) {
    this.#files = files;
    this.#pageOf = pageOf;
  }

  /** The word that it is at, in UTF-8. */
  get word(): Uint8Array {
    return this.#word;
  }

  /** Goes on to the next word, when all of this one was taken; false at the end. */
  next(): boolean {
    while (this.#left === 0) {
      if (this.#at !== this.#bytes.length) wrong();
      const bytes = this.#files[this.#file++];
      if (bytes === undefined) return false;
      this.#bytes = bytes;
      this.#at = 0;
      this.#expect(LIST, 1);
      this.#left = this.#head(LIST);
    }
    this.#left--;
    this.#expect(LIST, 3);
    this.#word = this.#text();
    return true;
  }

  /** Takes what is said of the word. */
  take({ pages, variant }: WordPages): void {
    this.#takePages(pages);
    for (let left = this.#head(LIST); left > 0; left--) {
      this.#expect(LIST, 2);
      this.#takePages(variant(DECODER.decode(this.#text())));
    }
  }

  #takePages(into: PageList): void {
    let page = 0;
    for (let left = this.#head(LIST); left > 0; left--) {
      this.#expect(LIST, 3);
      page += this.#head(COUNT);
      const from = this.#at;
      this.#skipNumbers();
      this.#skipNumbers();
      const now = this.#pageOf[page] ?? wrong();
      if (now !== -1) into.add(now, this.#bytes, from, this.#at);
    }
  }

  /** A list of places, with weights as negative numbers between them. */
  #skipNumbers(): void {
    const bytes = this.#bytes;
    let left = this.#head(LIST);
    let at = this.#at;
    for (; left > 0; left--) {
      const head = bytes[at] ?? wrong();
      if (head >> 5 !== COUNT && head >> 5 !== NEGATIVE) wrong();
      const short = head & 31;
      at += short < 24 ? 1 : short === 24 ? 2 : short === 25 ? 3 : short === 26 ? 5 : wrong();
    }
    this.#at = at;
  }

  #text(): Uint8Array {
    const size = this.#head(TEXT);
    const from = this.#at;
    this.#at += size;
    if (this.#at > this.#bytes.length) wrong();
    return this.#bytes.subarray(from, this.#at);
  }

  #expect(kind: number, size: number): void {
    if (this.#head(kind) !== size) wrong();
  }

  #head(kind: number): number {
    const head = this.#byte();
    if (head >> 5 !== kind) wrong();
    const short = head & 31;
    if (short < 24) return short;
    const length = short === 24 ? 1 : short === 25 ? 2 : short === 26 ? 4 : wrong();
    let size = 0;
    for (let left = length; left > 0; left--) size = size * 256 + this.#byte();
    return size;
  }

  #byte(): number {
    return this.#bytes[this.#at++] ?? wrong();
  }
}

const DECODER = new TextDecoder('utf-8', { fatal: true });

function wrong(): never {
  throw new Error('Pagefind has written its words in another form than is known here.');
}
