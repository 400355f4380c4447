import type { PackedWord } from './merge-words.ts';

/** Neighbours among the words of an index that lie in one file. */
export interface CutWords {
  /** The beginning of the first word that tells it from the last one of the file before; empty for the first file. */
  readonly first: string;
  readonly words: readonly PackedWord[];
}

/** How large files are, unpacked: about a third of it packed. */
const LEAST_BYTES = 5000;
const MOST_BYTES = 16_000;
/** Between least and most, every so many words one is the first of the next file. */
const STEP = 40;

/**
 * Cuts words into files. Where, is mostly said by the words themselves and not by counting, so that what is edited changes
 * the file that it is in, and moves no other boundary.
 */
export function cutWords(words: readonly PackedWord[]): CutWords[] {
  const files: CutWords[] = [];
  let from = 0;
  let size = 0;
  for (let at = 1; at <= words.length; at++) {
    size += words[at - 1]?.bytes.length ?? 0;
    const next = words[at];
    const isEnd =
      next === undefined ||
      size + next.bytes.length > MOST_BYTES ||
      (size >= LEAST_BYTES && hashOf(next.word) % STEP === 0);
    if (!isEnd) continue;
    const before = words[from - 1];
    const first = words[from];
    files.push({
      first: before === undefined || first === undefined ? '' : beginning(before.word, first.word),
      words: words.slice(from, at),
    });
    from = at;
    size = 0;
  }
  return files;
}

/** As much of a word as tells it from the word before. */
function beginning(before: Uint8Array, word: Uint8Array): string {
  const letters = [...Buffer.from(before).toString()];
  const own = [...Buffer.from(word).toString()];
  const differs = own.findIndex((letter, at) => letter !== letters[at]);
  return own.slice(0, differs + 1).join('');
}

/** FNV-1a. */
function hashOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
