import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textOf } from './publish/contents.ts';
import {
  addToRecord,
  readHashes,
  readRecord,
  recordPath,
  writeRecord,
  type BuildRecord,
} from './record.ts';

const record: BuildRecord = {
  complete: true,
  compress: false,
  files: new Map([
    ['index.html', { key: 'k1', size: 12, hash: 'ab', group: null }],
    ['models/a "b"/index.html', { key: 'k2', size: 3, hash: 'cd', group: 'models' }],
  ]),
  groups: new Map([
    ['models', 'k3'],
    ['models>all', 'k4'],
  ]),
};

describe('the build record', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'record-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('reads back what was written', () => {
    const path = recordPath(join(folder, 'cache'), join(folder, 'site'));
    writeRecord(path, record);
    expect(readRecord(path)).toEqual(record);
  });

  it('tells the hashes of all files by themselves, when it is complete', () => {
    const path = join(folder, 'x.jsonl');
    expect(readHashes(path)).toBeNull();
    const names = ['index.html', 'a b/"ü".json', 'a,"b",1,"c",2', 'line\nbreak'];
    const files = names.map((name, at) => {
      const group = at === 2 ? 'models' : null;
      return [name, { key: 'k]"', size: at, hash: `a${String(at)}`, group }] as const;
    });
    writeRecord(path, { ...record, files: new Map(files) });
    expect(readHashes(path)).toBe(textOf(new Map(files.map(([name, { hash }]) => [name, hash]))));
    writeRecord(path, { ...record, files: new Map() });
    expect(readHashes(path)).toBe('');
    writeRecord(path, { ...record, complete: false });
    expect(readHashes(path)).toBeNull();
  });

  it('is none when it was never written, or was cut off', () => {
    const path = join(folder, 'x.jsonl');
    expect(readRecord(path)).toBeNull();
    writeRecord(path, record);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.slice(0, text.lastIndexOf('["models')));
    expect(readRecord(path)).toBeNull();
    writeFileSync(path, text.slice(0, -10));
    expect(readRecord(path)).toBeNull();
  });

  it('is incomplete, and tells of no groups, while files are moved that it notes', () => {
    const path = join(folder, 'x.jsonl');
    writeRecord(path, record);
    const index = { key: 'k9', size: 13, hash: 'ef', group: null };
    addToRecord(path, new Map([['index.html', index]]));
    const moving = {
      complete: false,
      compress: false,
      files: new Map([
        ['index.html', index],
        ['models/a "b"/index.html', { key: 'k2', size: 3, hash: 'cd', group: null }],
      ]),
      groups: new Map(),
    };
    expect(readRecord(path)).toEqual(moving);
    // Killed while it wrote, and then another build.
    writeFileSync(path, `${readFileSync(path, 'utf8')}["seeds/a]`);
    expect(readRecord(path)).toEqual(moving);
    const seed = { key: 'k5', size: 1, hash: 'aa', group: null };
    addToRecord(path, new Map([['seeds/b', seed]]));
    moving.files.set('seeds/b', seed);
    expect(readRecord(path)).toEqual(moving);
    writeRecord(path, record);
    expect(readRecord(path)).toEqual(record);
  });

  it('of an earlier release tells which files are ours', () => {
    const path = join(folder, 'old.jsonl');
    const header = { format: 1, complete: true, compress: false, count: 1 };
    writeFileSync(path, `${JSON.stringify(header)}\n["index.html","k1",12,"ab"]\n`);
    expect(readRecord(path)).toEqual({
      complete: true,
      compress: false,
      files: new Map([['index.html', { key: 'k1', size: 12, hash: 'ab', group: null }]]),
      groups: new Map(),
    });
    writeFileSync(
      path,
      `${JSON.stringify({ ...header, format: 99 })}\n["index.html","k1",12,"ab"]\n`,
    );
    expect(readRecord(path)).toBeNull();
  });

  it('has a place of its own for each output folder, which moves with cache and output', () => {
    expect(recordPath('/a/.cache', '/a/site')).toBe('/a/.cache/builds/site-99589997.jsonl');
    expect(recordPath('/b/.cache', '/b/site').slice(2)).toBe(
      recordPath('/a/.cache', '/a/site').slice(2),
    );
    expect(recordPath('/a/.cache', '/a/x/site')).not.toBe(recordPath('/a/.cache', '/a/site'));
  });
});
