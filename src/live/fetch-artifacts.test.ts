import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchArtifacts } from './fetch-artifacts.ts';
import { liveSettings } from './live-settings.ts';

let folder: string;
let server: Server;
let origin: string;
let asked: string[];
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let now: number;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fetch-'));
  asked = [];
  now = 0;
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  }).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const address = server.address();
  origin = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : 0)}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

function open(urls: string, header = '') {
  const { addresses, headers } = liveSettings({ ARTIFACTS_URL: urls, ARTIFACTS_HEADER: header });
  return fetchArtifacts(addresses, folder, headers, { fetch, now: () => now, random: () => 1 });
}

describe('fetchArtifacts', () => {
  it('fetches what a folder has, and only asks whether it changed after that', async () => {
    let text = '{"nodes":{}}';
    const seen: unknown[] = [];
    answer = ({ url, headers }, response) => {
      seen.push(headers.authorization);
      if (url !== '/dbt/manifest.json') return void response.writeHead(404).end();
      const etag = `"${String(text.length)}"`;
      if (headers['if-none-match'] === etag) return void response.writeHead(304).end();
      response.writeHead(200, { etag }).end(text);
    };
    const artifacts = open(`${origin}/dbt/`, 'Authorization: Bearer x');
    const first = await artifacts.look();
    expect(first).toMatch(/^manifest\.json [0-9a-f]{64}$/);
    expect(asked).toHaveLength(5);
    expect(new Set(seen)).toEqual(new Set(['Bearer x']));
    expect(readdirSync(folder)).toEqual(['manifest.json']);
    expect(await artifacts.look()).toBe(first);

    text = '{"nodes":{"a":1}}';
    expect(await artifacts.look()).not.toBe(first);
    expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).toBe(text);
    expect(artifacts.problem()).toBeNull();
  });

  it('keeps what it has when the server fails, and waits longer each time', async () => {
    answer = (_request, response) => response.end('{}');
    const artifacts = open(`${origin}/manifest.json`);
    const first = await artifacts.look();
    answer = (_request, response) => response.writeHead(503).end();
    expect(await artifacts.look()).toBe(first);
    expect(artifacts.problem()?.message).toBe(
      `${origin}/manifest.json could not be fetched: the answer is 503.`,
    );
    expect(asked).toHaveLength(2);
    const waits: number[] = [];
    for (let failure = 3; failure < 8; failure++) {
      const began = now;
      while (asked.length < failure) {
        now += 500;
        await artifacts.look();
      }
      waits.push(now - began);
    }
    expect(waits).toEqual([2000, 4000, 8000, 16_000, 32_000]);
    answer = (_request, response) => response.end('{}');
    now += 1e6;
    expect(await artifacts.look()).toBe(first);
    expect(artifacts.problem()).toBeNull();
  });

  it('waits as long as the server asks for', async () => {
    answer = (_request, response) => response.writeHead(429, { 'retry-after': '60' }).end();
    const artifacts = open(`${origin}/manifest.json`);
    await artifacts.look();
    now = 59_000;
    await artifacts.look();
    expect(asked).toHaveLength(1);
    now = 60_000;
    await artifacts.look();
    expect(asked).toHaveLength(2);
  });

  it('never takes an answer that was cut off', async () => {
    answer = (_request, response) => response.end('{"whole":1}');
    const artifacts = open(`${origin}/manifest.json`);
    const first = await artifacts.look();
    answer = (_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"half');
      setTimeout(() => response.destroy(), 20);
    };
    expect(await artifacts.look()).toBe(first);
    expect(artifacts.problem()?.name).toBe('ArtifactNotFetched');
    expect(readdirSync(folder)).toEqual(['manifest.json']);
    expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).toBe('{"whole":1}');
  });

  it('waits until a date that the server names by its own clock', async () => {
    const date = 'Fri, 27 Nov 2026 01:00:00 GMT';
    const until = 'Fri, 27 Nov 2026 01:01:00 GMT';
    answer = (_request, response) => response.writeHead(503, { date, 'retry-after': until }).end();
    const artifacts = open(`${origin}/manifest.json`);
    await artifacts.look();
    now = 59_000;
    await artifacts.look();
    expect(asked).toHaveLength(1);
  });

  it('shows its header and its password to no other host that it is sent to', async () => {
    const seen: unknown[] = [];
    const store = createServer(({ headers }, response) => {
      seen.push(headers['private-token'], headers.authorization);
      response.end('{"stored":1}');
    }).listen(0, '127.0.0.1');
    await once(store, 'listening');
    const address = store.address();
    const port = String(typeof address === 'object' ? address?.port : 0);
    answer = ({ headers, url }, response) => {
      seen.push(headers['private-token'], headers.authorization);
      const location = url === '/a.json' ? '/manifest.json' : `http://127.0.0.1:${port}/x`;
      response.writeHead(302, { location }).end();
    };
    const artifacts = open(`${origin.replace('//', '//u:p@')}/a.json`, 'PRIVATE-TOKEN: secret');
    await artifacts.look();
    store.close();
    expect(artifacts.problem()).toBeNull();
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('{"stored":1}');
    const both = ['secret', 'Basic dTpw'];
    expect(seen).toEqual([...both, ...both, undefined, undefined]);
  });

  it('never puts new files beside old ones when one of them fails', async () => {
    let version = 1;
    let status = 500;
    answer = ({ url }, response) => {
      if (url === '/run_results.json') response.writeHead(status);
      response.end(JSON.stringify({ version }));
    };
    const read = (name: string) => readFileSync(join(folder, name), 'utf8');
    const artifacts = open(`${origin}/manifest.json ${origin}/run_results.json`);
    // Where there is nothing yet, a part is better than nothing.
    expect(await artifacts.look()).toMatch(/^manifest\.json [0-9a-f]{64}$/);
    [status, now] = [200, 1e6];
    const whole = await artifacts.look();
    [version, status] = [2, 500];
    expect(await artifacts.look()).toBe(whole);
    expect([read('manifest.json'), read('run_results.json')]).toEqual([
      '{"version":1}',
      '{"version":1}',
    ]);
    expect(readdirSync(folder)).toHaveLength(2);
    [status, now] = [200, 2e6];
    expect(await artifacts.look()).not.toBe(whole);
    expect(read('run_results.json')).toBe('{"version":2}');
  });

  it('takes 403 for nothing where object storage says so of files that need not be there', async () => {
    answer = ({ url }, response) =>
      response.writeHead(url === '/t/manifest.json' ? 200 : 403).end('{}');
    const folders = open(`${origin}/t/`);
    expect(await folders.look()).toMatch(/^manifest\.json /);
    expect(folders.problem()).toBeNull();
    const file = open(`${origin}/t/manifest.json ${origin}/t/catalog.json`);
    await file.look();
    expect(file.problem()?.message).toBe(
      `${origin}/t/catalog.json could not be fetched: the answer is 403.`,
    );
  });

  it('is not brought down by a disk that takes nothing', async () => {
    answer = (_request, response) => response.end('{}');
    writeFileSync(join(folder, 'file'), '');
    folder = join(folder, 'file');
    const artifacts = open(`${origin}/manifest.json`);
    expect(await artifacts.look()).toBe('');
    expect(artifacts.problem()?.message).toMatch(/could not be fetched: E/);
    folder = dirname(folder);
  });

  it('tells neither password nor signature of an address', async () => {
    answer = ({ headers }, response) =>
      response.writeHead(headers.authorization === 'Basic dTpw' ? 500 : 401).end();
    const artifacts = open(`${origin.replace('//', '//u:p@')}/manifest.json?signature=s`);
    await artifacts.look();
    expect(artifacts.problem()?.message).toBe(
      `${origin}/manifest.json could not be fetched: the answer is 500.`,
    );
  });
});
