import { compareText } from '../../project/order.ts';
import { ByteWriter } from './byte-writer.ts';
import { PageList } from './page-list.ts';
import { WordReader } from './word-reader.ts';

const TEXT = 3;
const LIST = 4;

/** Words of an index, as {@link WordReader} reads them. */
export interface WordsSource {
  /** Unpacked. */
  readonly files: readonly Uint8Array[];
  /** The number of each of its pages in what comes out; -1 for one that is left out. */
  readonly pageOf: Int32Array;
}

/** A word with all that is said of it, in CBOR. */
export interface PackedWord {
  readonly word: Uint8Array;
  readonly bytes: Uint8Array;
}

/** Puts indexes together: what Pagefind would have made of all their pages at once, word by word. */
export function mergeWords(sources: readonly WordsSource[]): PackedWord[] {
  const out = new ByteWriter();
  const found: { readonly word: Uint8Array; readonly from: number; readonly to: number }[] = [];
  let readers = sources
    .map(({ files, pageOf }) => new WordReader(files, pageOf))
    .filter((reader) => reader.next());
  const pages = new PageList();
  const variants = new Map<string, PageList>();
  const variant = (form: string): PageList => {
    const known = variants.get(form) ?? new PageList();
    variants.set(form, known);
    return known;
  };
  while (readers.length > 0) {
    const word = leastWord(readers);
    const here = readers.filter((reader) => Buffer.compare(reader.word, word) === 0);
    pages.clear();
    variants.clear();
    for (const reader of here) reader.take({ pages, variant });
    const forms = [...variants].filter(([, { size }]) => size > 0);
    if (pages.size + forms.length > 0) {
      const from = out.length;
      out.head(LIST, 3);
      writeText(out, word);
      pages.write(out);
      out.head(LIST, forms.length);
      for (const [form, list] of forms.sort(([a], [b]) => compareText(a, b))) {
        out.head(LIST, 2);
        writeText(out, Buffer.from(form));
        list.write(out);
      }
      found.push({ word, from, to: out.length });
    }
    const ended = here.filter((reader) => !reader.next());
    if (ended.length > 0) readers = readers.filter((reader) => !ended.includes(reader));
  }
  return found.map(({ word, from, to }) => ({ word, bytes: out.view(from, to) }));
}

/** UTF-8 has the order of code points, which is Pagefind's. */
function leastWord(readers: readonly WordReader[]): Uint8Array {
  return readers
    .map(({ word }) => word)
    .reduce((least, word) => (Buffer.compare(word, least) < 0 ? word : least));
}

function writeText(out: ByteWriter, text: Uint8Array): void {
  out.head(TEXT, text.length);
  out.copy(text, 0, text.length);
}
