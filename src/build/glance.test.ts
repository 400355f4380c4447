import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentTime } from './content-hash.ts';
import { glanceAt } from './glance.ts';
import { lookAt } from './glimpse.ts';
import { recordPath, writeRecord } from './record.ts';

const RECORD = { complete: true, compress: false, files: new Map(), groups: new Map() };

let folder: string;
let out: string;
let cache: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'glance-'));
  out = join(folder, 'site');
  cache = join(folder, 'cache');
  mkdirSync(join(out, 'a b'), { recursive: true });
  writeFileSync(join(out, 'index.html'), 'home');
  writeFileSync(join(out, 'a b/ü\n.json'), '{}');
  writeRecord(recordPath(cache, out), RECORD);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('a glance', () => {
  it('sees what is not as the last build left it, and what that did not write', async () => {
    const hash = 'f00d'.repeat(8);
    const left = { key: 'k', size: 4, hash, group: null };
    const names = ['index.html', 'longer.html', 'touched.html', 'gone.html'];
    writeRecord(recordPath(cache, out), {
      ...RECORD,
      files: new Map(names.map((name) => [name, left])),
    });
    writeFileSync(join(out, 'longer.html'), 'home!');
    writeFileSync(join(out, 'touched.html'), 'home');
    for (const name of ['index.html', 'longer.html']) {
      utimesSync(join(out, name), contentTime(hash), contentTime(hash));
    }
    const seen = await glanceAt(out, cache, 0)?.result();
    expect(seen?.altered).toEqual(new Set(['longer.html', 'touched.html', 'gone.html']));
    expect(seen?.foreign).toEqual(['a b/ü\n.json']);
    expect(seen).toEqual(lookAt(out, recordPath(cache, out)));
  });

  it('sees what the last build put down', async () => {
    const file = { key: 'k', size: 4, hash: 'h' };
    const record = {
      complete: true,
      compress: true,
      files: new Map([
        ['a b/ü\n.json', { ...file, group: 'lists>models' }],
        ['index.html', { ...file, key: '', group: null }],
      ]),
      groups: new Map([
        ['lists', 'one'],
        ['lists>models', 'two'],
      ]),
    };
    writeRecord(recordPath(cache, out), record);
    expect((await glanceAt(out, cache, 0)?.result())?.record).toEqual(record);
  });

  it('counts for nothing when another build has been there meanwhile', async () => {
    const glance = glanceAt(out, cache, 0);
    writeRecord(recordPath(cache, out), RECORD);
    expect(await glance?.result()).toBeNull();
  });

  it('leaves it to the build to say what is wrong with the folder', async () => {
    symlinkSync(folder, join(out, 'link'));
    expect(await glanceAt(out, cache, 0)?.result()).toBeNull();
  });

  it('is not worth a thread where little was written, or nothing', () => {
    expect(glanceAt(out, cache)).toBeNull();
    expect(glanceAt(join(folder, 'other'), cache, 0)).toBeNull();
  });
});
