import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentTime } from './content-hash.ts';
import { answerGlance, openGlance } from './glance.ts';
import { type Glimpse, lookAt } from './glimpse.ts';
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

/** What is seen at once. */
async function seenAt(): Promise<Glimpse | null> {
  const opened = openGlance(out, cache, 0);
  if (opened === null) throw new Error('Nothing to see.');
  answerGlance(opened.request);
  return opened.glance.result();
}

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
    const seen = await seenAt();
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
    expect((await seenAt())?.record).toEqual(record);
  });

  it('counts for nothing when another build has been there meanwhile', async () => {
    const opened = openGlance(out, cache, 0);
    if (opened !== null) answerGlance(opened.request);
    writeRecord(recordPath(cache, out), RECORD);
    expect(await opened?.glance.result()).toBeNull();
  });

  it('leaves it to the build to say what is wrong with the folder', async () => {
    symlinkSync(folder, join(out, 'link'));
    expect(await seenAt()).toBeNull();
  });

  it('counts for nothing when whoever was asked ends before', async () => {
    const opened = openGlance(out, cache, 0);
    opened?.request.port.close();
    expect(await opened?.glance.result()).toBeNull();
  });

  it('is not worth telling of where little was written, or nothing', () => {
    expect(openGlance(out, cache)).toBeNull();
    expect(openGlance(join(folder, 'other'), cache, 0)).toBeNull();
  });
});
