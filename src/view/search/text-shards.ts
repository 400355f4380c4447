import { createHash } from 'node:crypto';

/** A part of the resources that is indexed for itself: neighbours in the order of search. */
export interface Shard<T> {
  /** Also the name of its folder; follows from its first resource. */
  readonly name: string;
  /** Position of the first of its resources. */
  readonly from: number;
  readonly items: readonly T[];
}

/** How large shards are: `least` and then on average `step` more, `most` at most. */
export interface ShardSizes {
  readonly least: number;
  readonly step: number;
  readonly most: number;
}

/** So large that the index of one is made in a second, and that readers load few of them. */
const LARGE: ShardSizes = { least: 1500, step: 700, most: 2600 };
/** Of projects in which one large shard would be everything, so that an edit indexes all of it again. */
const SMALL: ShardSizes = { least: 300, step: 150, most: 600 };
/** From here on shards are large. */
const MANY = 3000;

/**
 * Cuts resources into shards where the hash of an id says so, and not by counting: what is added or removed changes the
 * shard that it is in, and moves no other boundary.
 */
export function shardsOf<T>(
  items: readonly T[],
  idOf: (item: T) => string,
  { least, step, most }: ShardSizes = items.length < MANY ? SMALL : LARGE,
): Shard<T>[] {
  const shards: Shard<T>[] = [];
  let from = 0;
  const add = (own: readonly T[]): void => {
    const [first] = own;
    if (first === undefined) return;
    shards.push({ name: hashOf(idOf(first)).toString('hex').slice(0, 10), from, items: own });
    from += own.length;
  };
  for (let at = 1; at <= items.length; at++) {
    const size = at - from;
    const next = items[at];
    const isEnd =
      next === undefined ||
      size >= most ||
      (size >= least && hashOf(idOf(next)).readUInt32BE() % step === 0);
    if (!isEnd) continue;
    const last = shards.at(-1);
    // A few that are left are not worth an index.
    if (next === undefined && size < least / 2 && last !== undefined) {
      shards.pop();
      from = last.from;
    }
    add(items.slice(from, at));
  }
  return shards;
}

function hashOf(id: string): Buffer {
  return createHash('sha256').update(id).digest();
}
