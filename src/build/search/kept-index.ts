import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { replaceFile } from '../replace-file.ts';
import type { MadeIndex } from './text-index.ts';

/** An index as it was made, so that the next one is made from it and from what changed. */
export interface KeptIndex extends MadeIndex {
  /** What it was made by. */
  readonly maker: string;
  /** Of its records, in their order. */
  readonly keys: readonly string[];
}

const EXTENSION = '.index';
const DIGEST = 'sha256';
const DIGEST_BYTES = 32;

/** Where an index is kept. */
export function keptPath(folder: string, name: string): string {
  return join(folder, name + EXTENSION);
}

/**
 * The bytes of a kept index, to be read by `readKept`; null where there are none.
 *
 * Nothing else depends on what they say: without them all records are indexed.
 */
export function loadKept(path: string): Uint8Array<ArrayBuffer> | null {
  try {
    return new Uint8Array(readFileSync(path));
  } catch {
    return null;
  }
}

/** An index from its bytes; null where they are damaged, or another maker's. */
export function readKept(bytes: Uint8Array, maker: string): KeptIndex | null {
  const content = bytes.subarray(DIGEST_BYTES);
  if (!digestOf(content).equals(bytes.subarray(0, DIGEST_BYTES))) return null;
  try {
    // Whole, and so what `writeKept` has written.
    const kept = deserialize(content) as KeptIndex;
    return kept.maker === maker ? kept : null;
  } catch {
    // By a later version of Node.
    return null;
  }
}

/** Keeps an index, in one step: it says itself which records it is of, so it is never a wrong one. */
export function writeKept(path: string, kept: KeptIndex): void {
  const content = serialize(kept);
  mkdirSync(dirname(path), { recursive: true });
  replaceFile(path, Buffer.concat([digestOf(content), content]));
}

/** Removes what is kept under other names. */
export function removeKept(folder: string, names: readonly string[]): void {
  const files = new Set(names.map((name) => name + EXTENSION));
  try {
    for (const file of readdirSync(folder)) {
      if (!files.has(file)) rmSync(join(folder, file));
    }
  } catch {
    // There is none, or it can't be written to: it costs a little room.
  }
}

/**
 * Which records of a kept index are still wanted.
 *
 * @param keys of the records that are wanted, in their order
 * @returns the new place of each kept record, -1 for none; and the places for which none is kept
 */
export function matchKept(
  kept: readonly string[],
  keys: readonly string[],
): { readonly pageOf: Int32Array; readonly missing: readonly number[] } {
  const known = new Map(kept.map((key, page) => [key, page]));
  const pageOf = new Int32Array(kept.length).fill(-1);
  const missing: number[] = [];
  for (const [at, key] of keys.entries()) {
    const page = known.get(key);
    if (page === undefined) missing.push(at);
    else pageOf[page] = at;
    // One record of several that are alike.
    known.delete(key);
  }
  return { pageOf, missing };
}

function digestOf(content: Uint8Array): Buffer {
  return hash(DIGEST, content, 'buffer');
}
