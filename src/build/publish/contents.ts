import { readFileSync } from 'node:fs';
import { contentHash } from '../content-hash.ts';
import type { BuildRecord } from '../record.ts';
import { replaceFile } from './replace-file.ts';

/** The files of a tree: paths with forward slashes → hashes of their content. */
export type Contents = ReadonlyMap<string, string>;

/** The last line, so that a file that was cut off is noticed. */
const END = '# end';

/** What the engine's last build wrote. */
export function contentsOf({ files }: BuildRecord): Contents {
  return new Map([...files].map(([file, { hash }]) => [file, hash]));
}

/** The contents in eight hex digits: the part of a release's id that tells equal sites. */
export function shortHash(text: string): string {
  return contentHash(text).slice(0, 8);
}

/** @param text what {@link textOf} gave */
export function writeContents(path: string, text: string): void {
  replaceFile(path, `${text}\n${END}\n`);
}

/** @returns null when the file is missing or damaged: then nothing is known of the tree */
export function readContents(path: string): Contents | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return null;
  }
  const lines = text.split('\n');
  if (lines.at(-2) !== END) return null;
  const contents = new Map<string, string>();
  for (const line of lines.slice(0, -2)) {
    const gap = line.indexOf(' ');
    if (gap > 0) contents.set(line.slice(gap + 1), line.slice(0, gap));
  }
  return contents;
}

/** Contents as a text, equal for equal ones in the same order. */
export function textOf(contents: Contents): string {
  return [...contents].map(([file, hash]) => `${hash} ${file}`).join('\n');
}
