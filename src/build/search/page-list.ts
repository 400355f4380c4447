import type { ByteWriter } from './byte-writer.ts';

const COUNT = 0;
const LIST = 4;

/** Pages that say a word, with the bytes that say where; from several indexes, in any order. */
export class PageList {
  #pages: number[] = [];
  #sources: Uint8Array[] = [];
  #from: number[] = [];
  #to: number[] = [];
  #isSorted = true;

  get size(): number {
    return this.#pages.length;
  }

  add(page: number, source: Uint8Array, from: number, to: number): void {
    if (page < (this.#pages.at(-1) ?? 0)) this.#isSorted = false;
    this.#pages.push(page);
    this.#sources.push(source);
    this.#from.push(from);
    this.#to.push(to);
  }

  /** Writes it in the order of its pages, as Pagefind would. */
  write(out: ByteWriter): void {
    const pages = this.#pages;
    const order = this.#isSorted
      ? null
      : [...pages.keys()].sort((a, b) => (pages[a] ?? 0) - (pages[b] ?? 0));
    out.head(LIST, pages.length);
    let before = 0;
    for (let step = 0; step < pages.length; step++) {
      const at = order === null ? step : (order[step] ?? 0);
      const page = pages[at] ?? 0;
      out.head(LIST, 3);
      out.head(COUNT, page - before);
      before = page;
      const source = this.#sources[at];
      if (source !== undefined) out.copy(source, this.#from[at] ?? 0, this.#to[at] ?? 0);
    }
  }

  clear(): void {
    this.#pages.length = 0;
    this.#sources.length = 0;
    this.#from.length = 0;
    this.#to.length = 0;
    this.#isSorted = true;
  }
}
