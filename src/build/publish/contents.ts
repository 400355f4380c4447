import { readFileSync } from 'node:fs';
import { contentHash } from '../content-hash.ts';
import { replaceFile } from '../replace-file.ts';

/** The files of a tree: paths with forward slashes → hashes of their content. */
export type Contents = ReadonlyMap<string, string>;

/** The last line, so that a file that was cut off is noticed. */
const END = '# end';

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
  const text = readContentsText(path);
  return text === null ? null : contentsIn(text.split('\n'));
}

/** What {@link writeContents} was given; null as of {@link readContents}. */
export function readContentsText(path: string): string | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return null;
  }
  const end = `\n${END}\n`;
  return text.endsWith(end) ? text.slice(0, -end.length) : null;
}

/** Contents as a text, a line each, equal for equal ones in the same order. */
export function textOf(contents: Contents): string {
  return [...contents].map(([file, hash]) => `${hash} ${file}`).join('\n');
}

/** @param lines of what {@link textOf} gave */
function contentsIn(lines: Iterable<string>): Contents {
  const contents = new Map<string, string>();
  for (const line of lines) {
    const gap = line.indexOf(' ');
    if (gap > 0) contents.set(line.slice(gap + 1), line.slice(0, gap));
  }
  return contents;
}

/**
 * What differs between the contents of two trees. Of ten thousands of files a few hundred do, so the lines of the
 * others are compared, and no more.
 *
 * @param before what {@link textOf} gave, as `after`
 */
export function differenceOf(before: string, after: string): { from: Contents; to: Contents } {
  const gone = new Set(before.split('\n'));
  const come = after.split('\n').filter((line) => !gone.delete(line));
  return { from: contentsIn(gone), to: contentsIn(come) };
}

/** Some files of contents. */
export function someOf(text: string, isWanted: (file: string) => boolean): Contents {
  const lines = text.split('\n');
  return contentsIn(lines.filter((line) => isWanted(line.slice(line.indexOf(' ') + 1))));
}
