import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { findPagefind, pagefindIndexer } from './pagefind.ts';
import type { MadeIndex, TextIndexer } from './text-index.ts';

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
    const made = await Promise.all([indexer(), indexer()].map((one) => one.index(() => RECORDS)));
    const [first, second] = made.map(({ files }) =>
      files.map(({ file, bytes }) => `${file} ${Buffer.from(bytes).toString('base64')}`).sort(),
    );
    expect(first).toEqual(second);
  });

  it('knows each record by its id, and carries nothing but the index', async () => {
    const { files, ids } = await indexer().index(() => RECORDS);
    expect(ids.map((id) => pageOf(id, files))).toEqual(RECORDS.map(({ path }) => path));
    expect(files.map(({ file }) => file.replace(/[\w.]+\.pf/, 'x.pf')).sort()).toEqual([
      'fragment/x.pf_fragment',
      'fragment/x.pf_fragment',
      'index/x.pf_index',
      'pagefind-entry.json',
      'x.pf_meta',
    ]);
  });

  it('comes with what browsers search it by', async () => {
    const files = (await indexer().runtime()).map(({ file }) => file);
    expect(files).toContain('pagefind.js');
    expect(files).toContain('wasm.en.pagefind');
  });

  it('is missing where the program is not installed for this system', () => {
    const missing = (): string => {
      throw new Error('Cannot find module');
    };
    expect(findPagefind(missing)).toBe(null);
  });

  it('indexes half a character', async () => {
    const { ids } = await indexer().index(() => [{ path: '/a/', text: '\ud800 orders' }]);
    expect(ids).toHaveLength(1);
  });

  it('goes on after records that cannot be indexed', async () => {
    const one = indexer();
    const broken = one.index(() => {
      throw new Error('no records');
    });
    const next = one.index(() => RECORDS);
    await expect(broken).rejects.toThrow('no records');
    expect((await next).ids).toHaveLength(2);
  });
});

function pageOf(id: string, files: MadeIndex['files']): string {
  const fragment = files.find(({ file }) => file === `fragment/${id}.pf_fragment`);
  const text = gunzipSync(fragment?.bytes ?? Buffer.of()).toString();
  return /"url":"([^"]+)"/.exec(text)?.[1] ?? '';
}
