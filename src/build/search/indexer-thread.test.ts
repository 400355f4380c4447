import { describe, expect, it } from 'vitest';
import { threadedIndexer } from './indexer-thread.ts';
import { findPagefind, pagefindIndexer } from './pagefind.ts';

const RECORDS = [
  { path: '/models/model.shop.b/', text: 'Net revenue' },
  { path: '/models/model.shop.a/', text: 'Gross revenue' },
];

function pagefind() {
  const found = findPagefind();
  if (found === null) throw new Error('Pagefind is not installed.');
  return pagefindIndexer(found);
}

function told(files: readonly { readonly file: string; readonly bytes: Uint8Array }[]): string[] {
  return files.map(({ file, bytes }) => `${file} ${Buffer.from(bytes).toString('base64')}`).sort();
}

describe('an indexer in a thread', () => {
  it('makes what the indexer in this thread makes, of several sets at once', async () => {
    const threaded = threadedIndexer('test');
    const [first] = RECORDS;
    if (first === undefined) throw new Error('There are two.');
    const [both, one, runtime] = await Promise.all([
      threaded.index(() => RECORDS),
      threaded.index(() => [first]),
      threaded.runtime(),
    ]);
    const own = await pagefind().index(() => RECORDS);
    expect(told(both.files)).toEqual(told(own.files));
    expect(both.ids).toEqual(own.ids);
    expect(one.ids).toHaveLength(1);
    expect(told(runtime)).toEqual(told(await pagefind().runtime()));
  });

  it('starts again after it has ended', async () => {
    const threaded = threadedIndexer('test');
    expect((await threaded.index(() => RECORDS)).ids).toHaveLength(2);
    expect((await threaded.index(() => RECORDS)).ids).toHaveLength(2);
  });

  it('says why records can’t be indexed, and goes on', async () => {
    const threaded = threadedIndexer('test');
    const broken = threaded.index(() => {
      throw new Error('no records');
    });
    const next = threaded.index(() => RECORDS);
    await expect(broken).rejects.toThrow('no records');
    expect((await next).ids).toHaveLength(2);
  });
});
