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
import type { IndexSource, TextIndexer } from '../search/text-index.ts';
import { json, keyed } from './make-output.ts';

/** A record of an index. */
export interface TextSource extends IndexSource {
  /** Where texts are cut apart follows from this. */
  readonly id: string;
}

/** An index for full text. */
export interface PlannedIndex {
  readonly folder: string;
  /** What it is made of, and its words. */
  readonly words: BundleOutput;
  /** The texts that it is of: neighbours together, so that an edit leaves those of most as they are. */
  readonly texts: readonly KeyedOutput[];
}

/** @param name see `IndexedRecords` */
export function planTextIndex(
  name: string,
  sources: readonly TextSource[],
  indexer: TextIndexer,
): PlannedIndex {
  const texts = cutTexts(sources, ({ id }) => id).map(({ items }) => {
    const key = digest(items.map((source) => source.key));
    return { items, key, name: nameOf(key) };
  });
  const key = digest(texts.map((part) => part.key));
  const folder = `${TEXT_FOLDER}/${nameOf(key)}`;
  const make = async () => {
    const made = await indexer.index({ name, sources });
    const counts = texts.map((part) => ({ name: part.name, count: part.items.length }));
    return [
      json(`${folder}/index.json`, searchWordsFile(made, counts)),
      ...made.words.map(({ bytes }, at) => fileOf(`${folder}/${wordsPath(at)}`, bytes)),
    ];
  };
  return {
    folder,
    words: { kind: 'bundle', name, key, make },
    texts: texts.flatMap((part) =>
      Array.from({ length: Math.ceil(part.items.length / TEXTS_PER_FILE) }, (_, at) => {
        const own = part.items.slice(at * TEXTS_PER_FILE, (at + 1) * TEXTS_PER_FILE);
        const file = `${TEXT_FOLDER}/${part.name}/${textsPath(at)}`;
        const data = () => searchTextsFile(own.map(({ record }) => record()));
        return keyed(file, part.key, () => json(file, data()));
      }),
    ),
  };
}

/** A folder of its own for each content, so that browsers may keep what is in it. */
export function nameOf(key: string): string {
  return key.slice(0, 12);
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
