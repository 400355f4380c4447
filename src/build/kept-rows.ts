import { hash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RowsOutput, TextRow } from './output.ts';
import { replaceFile } from './replace-file.ts';

/** Below this a text is made as fast as it is put together. */
const WORTH_KEEPING = 500;

/** What a text was put together from. Lengths are in UTF-16 code units. */
interface KeptRows {
  /** What all rows depend on beside their own keys. */
  readonly maker: string;
  /** The key of the file on the build's record. */
  readonly key: string;
  readonly head: number;
  readonly between: number;
  readonly tail: number;
  readonly keys: readonly string[];
  readonly lengths: readonly number[];
}

/** A file of the last build that is as that left it. */
export interface TextBefore {
  /** On the build's record. */
  readonly key: string;
  readonly read: () => string;
}

/** Puts texts of many rows together from what the last build made of them, and remembers what of a text is which row. */
export class RowKeeper {
  readonly #folder: string;
  readonly #maker: string;

  /**
   * @param folder where it remembers; made when there is something
   * @param maker what all rows depend on beside their own keys
   */
  constructor(folder: string, maker: string) {
    this.#folder = folder;
    this.#maker = maker;
  }

  /**
   * The whole text.
   *
   * @param key of the output on record
   * @param before what the last build made of it, if that still stands
   */
  textOf(output: RowsOutput, key: string, before: TextBefore | null): string {
    const { file, head, between, tail, rows } = output;
    const isLarge = rows.length >= WORTH_KEEPING;
    const path = join(this.#folder, `${nameOf(file)}.json`);
    const known = before === null || !isLarge ? null : this.#read(path, before);
    const { pieces, lengths } = piecesOf(rows, known);
    if (isLarge) {
      write(path, {
        maker: this.#maker,
        key,
        head: head.length,
        between: between.length,
        tail: tail.length,
        keys: rows.map((row) => row.key),
        lengths,
      });
    }
    return head + pieces.join(between) + tail;
  }

  #read(path: string, before: TextBefore): OldText | null {
    try {
      const kept = JSON.parse(readFileSync(path, 'utf8')) as KeptRows;
      return kept.maker === this.#maker && kept.key === before.key
        ? oldText(before.read(), kept)
        : null;
    } catch {
      // There is none yet, or it was cut off.
      return null;
    }
  }
}

/** A text of the last build, and where its rows begin in it. */
interface OldText extends Pick<KeptRows, 'keys' | 'lengths'> {
  readonly text: string;
  readonly starts: readonly number[];
}

/** Null when the text is not as long as its rows are. */
function oldText(text: string, { head, between, tail, keys, lengths }: KeptRows): OldText | null {
  let at = head;
  const starts = lengths.map((length) => {
    const start = at;
    at += length + between;
    return start;
  });
  return at - between + tail === text.length ? { text, starts, keys, lengths } : null;
}

/** The texts of rows, of which neighbours that were neighbours before are one piece, and the length of each row's. */
function piecesOf(rows: readonly TextRow[], old: OldText | null) {
  const placeOf = old === null ? () => undefined : placesIn(old.keys);
  const pieces: string[] = [];
  const lengths: number[] = [];
  let run: { readonly from: number; to: number } | null = null;
  const endRun = (): void => {
    if (old === null || run === null) return;
    const end = (old.starts[run.to] ?? 0) + (old.lengths[run.to] ?? 0);
    pieces.push(old.text.slice(old.starts[run.from], end));
    run = null;
  };
  for (const row of rows) {
    const place = placeOf(row.key);
    if (place === undefined) {
      endRun();
      const text = row.text();
      pieces.push(text);
      lengths.push(text.length);
      continue;
    }
    lengths.push(old?.lengths[place] ?? 0);
    if (run !== null && place === run.to + 1) {
      run.to = place;
    } else {
      endRun();
      run = { from: place, to: place };
    }
  }
  endRun();
  return { pieces, lengths };
}

/** Finds keys. Mostly each comes after the one before it. */
function placesIn(keys: readonly string[]): (key: string) => number | undefined {
  let all: Map<string, number> | null = null;
  let next = 0;
  return (key) => {
    let place: number | undefined = next;
    if (keys[next] !== key) {
      all ??= new Map(keys.map((known, at) => [known, at]));
      place = all.get(key);
    }
    // What is not found was edited, and the next one follows it.
    next = (place ?? next) + 1;
    return place;
  };
}

function write(path: string, kept: KeptRows): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    replaceFile(path, JSON.stringify(kept));
  } catch {
    // Without it the next build makes all rows anew, which is all that it costs.
  }
}

function nameOf(file: string): string {
  return hash('sha256', file).slice(0, 16);
}
