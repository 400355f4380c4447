import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listFiles } from '../build/list-files.ts';
import { copyArtifacts } from './copy-artifacts.ts';

let folder: string;
let from: string;
let to: string;
let known: Map<string, string>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'copy-'));
  from = join(folder, 'artifacts');
  to = join(folder, 'copy');
  known = new Map();
  mkdirSync(join(from, 'runs/1'), { recursive: true });
  writeFileSync(join(from, 'manifest.json'), '{"nodes":{}}\n');
  writeFileSync(join(from, 'runs/1/run_results.json'), '{"results":[]}');
  writeFileSync(join(from, 'partial_parse.msgpack'), 'x');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const copy = () => copyArtifacts(from, to, known);

describe('copyArtifacts', () => {
  it('copies artifacts, again only when they changed, and removes those that went', async () => {
    expect(await copy()).toEqual({ unusable: [], skipped: [] });
    expect(listFiles(to)).toEqual(['manifest.json', 'runs/1/run_results.json']);
    const first = statSync(join(to, 'manifest.json')).ino;
    await copy();
    expect(statSync(join(to, 'manifest.json')).ino).toBe(first);

    writeFileSync(join(from, 'manifest.json'), '{"nodes":{"a":1}}');
    rmSync(join(from, 'runs/1/run_results.json'));
    await copy();
    expect(listFiles(to)).toEqual(['manifest.json']);
    expect(readFileSync(join(to, 'manifest.json'), 'utf8')).toBe('{"nodes":{"a":1}}');
  });

  it('names what ends in the middle', async () => {
    writeFileSync(join(from, 'manifest.json'), '{"nodes":{"model.shop.orders":{"na');
    writeFileSync(join(from, 'catalog.json'), '');
    const { unusable } = await copy();
    expect(unusable).toEqual([
      { path: 'catalog.json', reason: 'ends in the middle' },
      { path: 'manifest.json', reason: 'ends in the middle' },
    ]);
  });

  it('takes neither pipes and sockets nor what links lead to outside, and goes on', async () => {
    writeFileSync(join(folder, 'secret.json'), '{}');
    symlinkSync(join(folder, 'secret.json'), join(from, 'catalog.json'));
    symlinkSync('nowhere', join(from, 'sources.json'));
    symlinkSync('.', join(from, 'runs/around'));
    execFileSync('mkfifo', [join(from, 'run_results.json')]);
    mkdirSync(join(from, 'semantic_manifest.json'));
    const server = createServer().listen(join(from, 'dbt.log'));
    await new Promise((listening) => server.once('listening', listening));
    const { skipped } = await copy();
    server.close();
    expect(skipped.toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
      { path: 'catalog.json', reason: 'is a link that leads out of the folder' },
      { path: 'dbt.log', reason: 'is no plain file' },
      { path: 'run_results.json', reason: 'is no plain file' },
      { path: 'semantic_manifest.json', reason: 'is no plain file' },
      { path: 'sources.json', reason: 'is a link that leads nowhere' },
    ]);
    expect(listFiles(to)).toEqual(['manifest.json', 'runs/1/run_results.json']);
  });

  it('follows links that stay inside, as volumes of Kubernetes have them', async () => {
    mkdirSync(join(from, '..2026'));
    writeFileSync(join(from, '..2026/catalog.json'), '{"nodes":1}');
    symlinkSync('..2026', join(from, '..data'));
    symlinkSync('..data/catalog.json', join(from, 'catalog.json'));
    expect(await copy()).toEqual({ unusable: [], skipped: [] });
    expect(readFileSync(join(to, 'catalog.json'), 'utf8')).toBe('{"nodes":1}');
  });
});
