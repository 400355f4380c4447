import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { findPagefind, pagefindIndexer } from './pagefind.ts';
import type { TextIndexer } from './text-index.ts';

const RECORDS = [
  { path: '/models/model.shop.b/', text: '\ue000 b \ue002 Net revenue' },
  { path: '/models/model.shop.a/', text: '\ue000 a' },
];

function indexer(): TextIndexer {
  const found = findPagefind();
  if (found === null) throw new Error('Pagefind is not installed.');
  return pagefindIndexer(found);
}

describe('full text by Pagefind', () => {
  it('is the same bytes for the same records', async () => {
    const [first, second] = await Promise.all(
      [indexer(), indexer()].map((one) => one.index(RECORDS)),
    );
    expect(first).toEqual(second);
    expect(first?.words.length).toBe(1);
  });

  it('knows how many words each record has, marks of fields included, in their order', async () => {
    const { version, lengths } = await indexer().index(RECORDS);
    expect(lengths).toEqual([5, 2]);
    expect(version).toBe('1.5.2');
  });

  it('has its words in files that say where they begin and end', async () => {
    const text = Array.from({ length: 9000 }, (_, at) => `w${String(at).padStart(4, '0')}`);
    const { words } = await indexer().index([{ path: '/a/', text: text.join(' ') }]);
    expect(words.length).toBeGreaterThan(3);
    const bounds = words.flatMap(({ first, last }) => [first, last]);
    expect(bounds).toEqual(bounds.toSorted());
    expect(gunzipSync(words[0]?.bytes ?? Buffer.of()).toString('latin1')).toContain('w0000');
  });

  it('comes with what browsers search it by', async () => {
    const program = gunzipSync(await indexer().engine()).subarray('pagefind_dcd'.length);
    await expect(WebAssembly.compile(program)).resolves.toBeInstanceOf(WebAssembly.Module);
  });

  it('is missing where the program is not installed for this system', () => {
    const missing = (): string => {
      throw new Error('Cannot find module');
    };
    expect(findPagefind(missing)).toBe(null);
  });

  it('has an entry for records without words, so that the others keep their places', async () => {
    const texts = ['', ' ', '\ue000', '😀', '—', '\ue000 orders'];
    const records = texts.map((text, at) => ({ path: `/${at}/`, text }));
    expect((await indexer().index(records)).lengths).toHaveLength(texts.length);
    for (const record of records) {
      expect((await indexer().index([record])).lengths).toHaveLength(1);
    }
  });

  it('indexes half a character', async () => {
    const { lengths } = await indexer().index([{ path: '/a/', text: '\ud800 orders' }]);
    expect(lengths).toHaveLength(1);
  });
});
