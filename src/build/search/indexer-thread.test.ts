import { afterAll, describe, expect, it } from 'vitest';
import { threadedIndexer } from './indexer-thread.ts';
import { endPagefind, findPagefind, readEngine } from './pagefind.ts';

const RECORDS = [
  { path: '/models/model.shop.b/', text: 'Net revenue' },
  { path: '/models/model.shop.a/', text: 'Gross revenue' },
].map((record) => ({ key: record.path, record: () => record }));
const BOTH = { name: 'both', sources: RECORDS };

const installed = findPagefind();
if (installed === null) throw new Error('Pagefind is not installed.');
const pagefind = installed;

afterAll(() => endPagefind(pagefind));

describe('an indexer in threads', () => {
  it('makes the same of the same records, of more sets than there are threads', async () => {
    const threaded = threadedIndexer('test', 2);
    const [both, one, again, engine] = await Promise.all([
      threaded.index(BOTH),
      threaded.index({ name: 'one', sources: RECORDS.slice(1) }),
      threaded.index(BOTH),
      threaded.engine(),
    ]);
    expect(both.lengths).toEqual([2, 2]);
    expect(again).toEqual(both);
    expect(one.lengths).toEqual([2]);
    expect(Buffer.from(engine).equals(await readEngine(pagefind))).toBe(true);
  });

  it('uses the thread that it was told to prepare, once', async () => {
    const threaded = threadedIndexer('test', 1);
    threaded.prepare?.();
    threaded.prepare?.();
    const made = await Promise.all([threaded.index(BOTH), threaded.index(BOTH)]);
    expect(made.map(({ lengths }) => lengths.length)).toEqual([2, 2]);
    threaded.prepare?.();
  });

  it('starts again after it has ended', async () => {
    const threaded = threadedIndexer('test', 1);
    expect((await threaded.index(BOTH)).lengths).toHaveLength(2);
    expect((await threaded.index(BOTH)).lengths).toHaveLength(2);
  });
});
