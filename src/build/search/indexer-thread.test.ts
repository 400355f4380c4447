import { describe, expect, it } from 'vitest';
import { threadedIndexer } from './indexer-thread.ts';
import { findPagefind, pagefindIndexer } from './pagefind.ts';
import type { MadeIndex } from './text-index.ts';

const RECORDS = [
  { path: '/models/model.shop.b/', text: 'Net revenue' },
  { path: '/models/model.shop.a/', text: 'Gross revenue' },
];

function pagefind() {
  const found = findPagefind();
  if (found === null) throw new Error('Pagefind is not installed.');
  return pagefindIndexer(found);
}

/** Buffers of one thread are plain bytes in another. */
function told({ words, ...others }: MadeIndex): unknown {
  return { ...others, words: words.map((own) => ({ ...own, bytes: [...own.bytes] })) };
}

describe('an indexer in threads', () => {
  it('makes what the indexer in this thread makes, of more sets than there are threads', async () => {
    const threaded = threadedIndexer('test', 2);
    const [both, one, again, engine] = await Promise.all([
      threaded.index(RECORDS),
      threaded.index(RECORDS.slice(1)),
      threaded.index(RECORDS),
      threaded.engine(),
    ]);
    expect(told(both)).toEqual(told(await pagefind().index(RECORDS)));
    expect(again).toEqual(both);
    expect(one.lengths).toEqual([2]);
    expect(Buffer.from(engine).equals(await pagefind().engine())).toBe(true);
  });

  it('uses the thread that it was told to prepare, once', async () => {
    const threaded = threadedIndexer('test', 1);
    threaded.prepare?.();
    threaded.prepare?.();
    const made = await Promise.all([threaded.index(RECORDS), threaded.index(RECORDS)]);
    expect(made.map(({ lengths }) => lengths.length)).toEqual([2, 2]);
    threaded.prepare?.();
  });

  it('starts again after it has ended', async () => {
    const threaded = threadedIndexer('test', 1);
    expect((await threaded.index(RECORDS)).lengths).toHaveLength(2);
    expect((await threaded.index(RECORDS)).lengths).toHaveLength(2);
  });
});
