import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { artifactsOf } from '../../scripts/synthetic/artifacts.ts';
import { MAIN, runDbtWorkbench } from './run-dbt-workbench.ts';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'dbt-workbench-'));
  writeArtifacts(12);
});
afterAll(() => {
  rmSync(cwd, { recursive: true });
});

function writeArtifacts(models: number): void {
  mkdirSync(join(cwd, 'target'), { recursive: true });
  for (const [name, artifact] of Object.entries(artifactsOf(models, 1))) {
    writeFileSync(join(cwd, 'target', `${name}.json`), JSON.stringify(artifact));
  }
}

describe('the compiled command line', () => {
  it('is executable, and asks for the node on the path', () => {
    expect(readFileSync(MAIN, 'utf8').startsWith('#!/usr/bin/env node\n')).toBe(true);
    expect(statSync(MAIN).mode & 0o111).toBe(0o111);
  });

  it('does not tell where it was compiled, and imports nothing but Node', () => {
    const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => /\.m?js$/.test(name))) {
      const code = readFileSync(join(dist, file), 'utf8');
      expect(code.includes(`${root}/`), file).toBe(false);
      if (file.startsWith(join('renderer', 'client'))) continue;
      const imported = [
        ...code.matchAll(/(?<![-"'`\w])(?:import|from|import\()\s*["']([^"'\n]+)["']/g),
      ];
      const packages = imported
        .map(([, name]) => name)
        .filter((name = '') => !name.startsWith('.') && !isBuiltin(name));
      expect(packages, file).toEqual([]);
    }
  });

  it('carries the licences of what is bundled: in itself, in the renderer and in scripts of pages', () => {
    const licences = readFileSync(join(dist, 'THIRD-PARTY-LICENCES.txt'), 'utf8');
    for (const name of ['zod', 'parse5', 'sigma', 'lucide-static']) {
      expect(licences).toMatch(new RegExp(`^${name} [\\d.]+ \\(`, 'm'));
    }
  });

  it('builds, finds nothing to do, and builds again with nothing installed beside it', () => {
    const alone = join(cwd, 'package');
    cpSync(dist, join(alone, 'dist'), { recursive: true });
    writeFileSync(join(alone, 'package.json'), '{"version":"9.9.9","type":"module"}');
    const main = join(alone, 'dist/cli/main.js');
    const first = runDbtWorkbench(['build', '--json'], cwd, main);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    const done = JSON.parse(first.stdout.trim().split('\n').at(-1) ?? '') as Record<string, number>;
    expect(done).toMatchObject({ event: 'done', reused: 0, removed: 0, foreign: 0, errors: 0 });
    expect(done.pages).toBeGreaterThan(12);

    const second = runDbtWorkbench(['build'], cwd, main);
    expect(second.stdout).toContain(' 0 made · ');
    expect(readFileSync(join(cwd, 'site/build.json'), 'utf8')).toContain('dbt-workbench 9.9.9');
  });

  it.each([
    [['build', 'nowhere'], 2, 'There is no folder'],
    [['build', '--colour'], 2, 'build has no option --colour.'],
    [['build', '--out', 'target'], 2, 'is the artifacts folder'],
    [['build', '--config', 'none.json'], 2, 'which --config names'],
    [['check'], 0, ''],
  ])('%j ends with %i', (args, code, message) => {
    const result = runDbtWorkbench(args, cwd);
    expect(result.code).toBe(code);
    expect(result.stderr).toContain(message);
  });

  it('survives a reader that leaves', async () => {
    const child = spawn('sh', ['-c', '"$0" "$1" help | head -n 1', process.execPath, MAIN]);
    let output = '';
    let errors = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (errors += String(chunk)));
    await once(child, 'close');
    expect(output).toBe('dbt-workbench turns the files that dbt writes into a static site.\n');
    expect(errors).toBe('');
  });
});

describe('serve and watch', () => {
  let child: ChildProcess | null = null;
  afterEach(() => {
    child?.kill('SIGKILL');
  });

  /** Starts a command with `--json` and gives its events one by one. */
  function start(args: string[]) {
    const started = spawn(process.execPath, [MAIN, ...args, '--port', '0', '--json'], { cwd });
    child = started;
    const lines = createInterface({ input: started.stdout })[Symbol.asyncIterator]();
    return async (event: string): Promise<Record<string, unknown>> => {
      for (;;) {
        const { value, done } = await lines.next();
        if (done === true) throw new Error(`The command ended before the event ${event}.`);
        const found = JSON.parse(value) as Record<string, unknown>;
        if (found.event === event) return found;
      }
    };
  }

  async function stop(): Promise<number | null> {
    if (child === null) return null;
    const ended = once(child, 'exit');
    child.kill('SIGINT');
    const [code] = (await ended) as [number | null];
    return code;
  }

  it('serves the site until it is interrupted', async () => {
    runDbtWorkbench(['build', '--base', '/docs/'], cwd);
    const { url } = await start(['serve'])('serve');
    const home = await fetch(String(url));
    expect(home.status).toBe(200);
    expect(String(url)).toMatch(/\/docs\/$/);
    const etag = home.headers.get('etag') ?? '';
    const again = await fetch(String(url), { headers: { 'If-None-Match': etag } });
    expect(again.status).toBe(304);
    const twin = await fetch(`${String(url)}models/`, { headers: { Accept: 'application/json' } });
    expect(twin.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect((await fetch(`${String(url)}nothing/`)).status).toBe(404);
    expect(await stop()).toBe(0);
  });

  it('builds again when the artifacts change, and keeps the site when they are broken', async () => {
    const next = start(['watch', '--out', 'watched']);
    const { url } = await next('serve');
    const first = await next('write');

    writeFileSync(join(cwd, 'target/manifest.json'), '{"nodes": {');
    expect(await next('error')).toMatchObject({ code: 'ManifestNotJson' });
    expect((await fetch(String(url))).status).toBe(200);

    writeArtifacts(15);
    const second = await next('write');
    expect(Number(second.files)).toBeGreaterThan(Number(first.files));
    expect(await stop()).toBe(0);
  });
});
