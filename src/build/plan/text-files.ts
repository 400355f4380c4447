import { hash } from 'node:crypto';
import {
  searchTextsFile,
  searchWordsFile,
  TEXTS_PER_FILE,
} from '../../emit/json/search-text-files.ts';
import { textsPath, wordsPath } from '../../view/search/text-paths.ts';
import type { TextRecord } from '../../view/search/text-record.ts';
import type { FileOutput, JsonOutput } from '../output.ts';
import type { MadeIndex } from '../search/text-index.ts';
import { json } from './make-output.ts';

/** The files of an index for full text: what it is made of, its words, and the texts that it is of. */
export function textFiles(
  folder: string,
  records: readonly TextRecord[],
  made: MadeIndex,
): (FileOutput | JsonOutput)[] {
  return [
    json(`${folder}/index.json`, searchWordsFile(made)),
    ...made.words.map(({ bytes }, at) => fileOf(`${folder}/${wordsPath(at)}`, bytes)),
    ...Array.from({ length: Math.ceil(records.length / TEXTS_PER_FILE) }, (_, at) =>
      json(
        `${folder}/${textsPath(at)}`,
        searchTextsFile(records.slice(at * TEXTS_PER_FILE, (at + 1) * TEXTS_PER_FILE)),
      ),
    ),
  ];
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
