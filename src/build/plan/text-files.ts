import { hash } from 'node:crypto';
import {
  searchTextsFile,
  searchWordsFile,
  TEXT_FOLDER,
  TEXTS_PER_FILE,
} from '../../emit/json/search-text-files.ts';
import { textsPath, wordsPath } from '../../view/search/text-paths.ts';
import { cutTexts } from '../../view/search/text-shards.ts';
import type { BundleOutput, FileOutput, KeyedOutput } from '../output.ts';
import { shortNames } from '../search/short-names.ts';
import type { IndexSource, TextIndexer } from '../search/text-index.ts';
import { json } from './make-output.ts';

/** A record of an index. */
export interface TextSource extends IndexSource {
  /** Where texts are cut apart follows from this. */
  readonly id: string;
}

/** An index for full text. */
export interface PlannedIndex {
  /** The file that says what it is made of. */
  readonly index: string;
  /** That file, and those of its words. */
  readonly words: BundleOutput;
  /** Files of the texts that it is of. */
  readonly texts: readonly KeyedOutput[];
}

/** Letters of a name that no other of its folder can have. */
const NAME_LETTERS = 12;

/**
 * The files of an index. Browsers keep them for ever, so each has a name that follows from its content: what changed has
 * another name, and what didn't is neither made nor loaded again.
 *
 * @param name also of its folder; see `IndexedRecords`
 */
export function planTextIndex(
  name: string,
  sources: readonly TextSource[],
  indexer: TextIndexer,
): PlannedIndex {
  const folder = `${TEXT_FOLDER}/${name}`;
  const parts = cutTexts(sources, ({ id }) => id).map(({ items }) => ({
    items,
    key: digest(items.map((source) => source.key)),
  }));
  const names = shortNames(parts.map((part) => part.key));
  const texts = parts.map((part, at) => ({ ...part, name: names[at] ?? part.key }));
  const key = digest(texts.map((part) => part.key));
  const index = `${folder}/${key.slice(0, NAME_LETTERS)}.json`;
  const make = async () => {
    const made = await indexer.index({ name, sources });
    const counts = texts.map((part) => ({ name: part.name, count: part.items.length }));
    return [
      json(index, searchWordsFile(made, counts)),
      ...made.words.map((file) => fileOf(`${folder}/${wordsPath(file.name)}`, file.bytes)),
    ];
  };
  return {
    index,
    words: { kind: 'bundle', name, key, make },
    texts: texts.flatMap((part) =>
      Array.from({ length: Math.ceil(part.items.length / TEXTS_PER_FILE) }, (_, at) => {
        const own = part.items.slice(at * TEXTS_PER_FILE, (at + 1) * TEXTS_PER_FILE);
        const file = `${folder}/${textsPath(part.name, at)}`;
        const data = () => searchTextsFile(own.map(({ record }) => record()));
        return { kind: 'keyed', file, key: part.key, make: () => json(file, data()) };
      }),
    ),
  };
}

/** Bytes that are there already. */
export function fileOf(file: string, bytes: Uint8Array): FileOutput {
  return {
    kind: 'file',
    file,
    key: hash('sha256', bytes, 'base64url'),
    bytes: () => Promise.resolve(bytes),
  };
}

/** A key, of which a beginning is a name on any file system. */
export function digest(parts: readonly string[]): string {
  return hash('sha256', parts.join('\n'), 'hex');
}
