import { createHash } from 'node:crypto';
import { cutNeighbours, type Neighbours, type Sizes } from './neighbours.ts';

/** A part of the resources that is indexed for itself: neighbours in the order of search. */
export interface Shard<T> extends Neighbours<T> {
  /** Also the name of its folder; follows from its first resource. */
  readonly name: string;
}

/**
 * So large that readers load few files for a word, and not larger: a search takes the program that searches twice as long
 * in one that is twice as large.
 */
const SHARD: Sizes = { least: 3000, step: 1400, most: 5200 };
/** Neighbours whose texts are written together: an edit writes those of all of them. */
const TEXTS: Sizes = { least: 32, step: 32, most: 128 };

/**
 * Cuts items into shards of neighbours. Where one begins follows from the ids alone, so an edit moves no boundary.
 *
 * @param items in the order in which they are neighbours
 */
export function shardsOf<T>(
  items: readonly T[],
  idOf: (item: T) => string,
  sizes: Sizes = SHARD,
): Shard<T>[] {
  return cutNeighbours(items, idOf, sizes).map((part) => {
    const [first] = part.items;
    const name = first === undefined ? '' : createHash('sha256').update(idOf(first)).digest('hex');
    return { ...part, name: name.slice(0, 10) };
  });
}

/** Cuts a shard into those whose texts are written together. */
export function cutTexts<T>(items: readonly T[], idOf: (item: T) => string): Neighbours<T>[] {
  return cutNeighbours(items, idOf, TEXTS);
}
