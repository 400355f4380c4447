import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { endPagefind, findPagefind, indexPages, readEngine } from './pagefind.ts';

const RECORDS = [
  { path: '/models/model.shop.b/', text: '\ue000 b \ue002 Net revenue' },
  { path: '/models/model.shop.a/', text: '\ue000 a' },
];

const installed = findPagefind();
if (installed === null) throw new Error('Pagefind is not installed.');
const pagefind = installed;

afterAll(() => endPagefind(pagefind));

describe('full text by Pagefind', () => {
  it('is the same bytes for the same records', async () => {
    const [first, second] = await Promise.all(
      [RECORDS, RECORDS].map((records) => indexPages(pagefind, records)),
    );
    expect(first).toEqual(second);
    expect(first?.files.length).toBe(1);
  });

  it('knows how many words each record has, marks of fields included, in their order', async () => {
    const { version, lengths } = await indexPages(pagefind, RECORDS);
    expect(lengths).toEqual([5, 2]);
    expect(version).toBe('1.5.2');
  });

  it('comes with what browsers search it by', async () => {
    const program = gunzipSync(await readEngine(pagefind)).subarray('pagefind_dcd'.length);
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
    const { lengths } = await indexPages(pagefind, records);
    expect(lengths).toHaveLength(texts.length);
    for (const [at, record] of records.entries()) {
      // What is said of one depends on no other.
      expect((await indexPages(pagefind, [record])).lengths).toEqual([lengths[at]]);
    }
  });

  it('fails where its program is ended, and is made by another one then', async () => {
    await endPagefind(pagefind);
    const end = (message: unknown): void => {
      const { process: program } = message as { process: ChildProcess };
      program.once('spawn', () => program.kill('SIGKILL'));
    };
    subscribe('child_process', end);
    await expect(indexPages(pagefind, RECORDS)).rejects.toThrow(
      'Pagefind’s program has ended (SIGKILL).',
    );
    unsubscribe('child_process', end);
    expect((await indexPages(pagefind, RECORDS)).lengths).toEqual([5, 2]);
  });

  it('indexes half a character', async () => {
    const { lengths } = await indexPages(pagefind, [{ path: '/a/', text: '\ud800 orders' }]);
    expect(lengths).toHaveLength(1);
  });
});
