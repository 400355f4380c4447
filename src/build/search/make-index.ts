import { hash } from 'node:crypto';
import type { TextRecord } from '../../view/search/text-record.ts';
import { ByteWriter, HEAD_BYTES } from './byte-writer.ts';
import { type CutWords, cutWords } from './cut-words.ts';
import { matchKept, readKept, writeKept } from './kept-index.ts';
import { mergeWords, type PackedWord, type WordsSource } from './merge-words.ts';
import { packed, unpacked } from './packed-file.ts';
import type { PagefindIndex } from './pagefind.ts';
import type { IndexedWords, MadeIndex } from './text-index.ts';

/** What an index is made from. */
export interface IndexJob {
  /** Of all records, in their order. */
  readonly keys: readonly string[];
  /** The records that the kept index has not, in their order. */
  readonly missing: readonly TextRecord[];
  /** See `readKept`. */
  readonly kept: Uint8Array | null;
  readonly keep: KeepIndex | null;
}

/** Where, and as whose, an index is kept for the next build. */
export interface KeepIndex {
  readonly path: string;
  readonly maker: string;
}

const LIST = 4;
/** Records that Pagefind is handed at once: it holds all that it makes of them in memory. */
const BATCH = 2000;

/**
 * Makes an index: has Pagefind index what is missing, and puts that together with what is kept. What it says of a record
 * depends on that record alone, so the result is the same however much was kept.
 */
export async function makeIndex(
  { keys, missing: records, kept: bytes, keep }: IndexJob,
  indexPages: (records: readonly TextRecord[]) => Promise<PagefindIndex>,
): Promise<MadeIndex> {
  const kept = bytes === null || keep === null ? null : readKept(bytes, keep.maker);
  const { pageOf, missing } = matchKept(kept?.keys ?? [], keys);
  if (missing.length !== records.length) throw new Error('The kept index is another.');
  const sources: (PagefindIndex & WordsSource)[] = [];
  for (let from = 0; from < records.length; from += BATCH) {
    const fresh = await indexPages(records.slice(from, from + BATCH));
    sources.push({ ...fresh, pageOf: Int32Array.from(missing.slice(from, from + BATCH)) });
  }
  if (kept !== null) {
    const files = kept.words.map(({ bytes: file }) => unpacked(file));
    sources.push({ ...kept, files, pageOf });
  }
  const lengths = keys.map(() => 0);
  for (const source of sources) {
    for (const [page, at] of source.pageOf.entries()) {
      if (at !== -1) lengths[at] = source.lengths[page] ?? 0;
    }
  }
  const made: MadeIndex = {
    version: sources[0]?.version ?? '',
    lengths,
    words: packWords(cutWords(mergeWords(sources)), kept?.words ?? []),
  };
  if (keep !== null) {
    try {
      writeKept(keep.path, { ...made, maker: keep.maker, keys });
    } catch {
      // The next build indexes all of it.
    }
  }
  return made;
}

/** @param kept files that are taken as they are where nothing in them has changed */
function packWords(files: readonly CutWords[], kept: readonly IndexedWords[]): IndexedWords[] {
  const known = new Map(kept.map(({ print, bytes }) => [print, bytes]));
  return files.map(({ first, words }) => {
    const content = contentOf(words);
    const print = hash('sha256', content, 'hex');
    // Copied: a view would cross threads with all that it is a view of.
    return { print, first, bytes: new Uint8Array(known.get(print) ?? packed(content)) };
  });
}

/** `[[word…]]` in CBOR. */
function contentOf(words: readonly PackedWord[]): Uint8Array {
  const out = new ByteWriter(2 * HEAD_BYTES);
  out.head(LIST, 1);
  out.head(LIST, words.length);
  return Buffer.concat([out.view(0, out.length), ...words.map(({ bytes }) => bytes)]);
}
