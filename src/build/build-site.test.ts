import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { homedir, hostname, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { gunzipSync, brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeBuildEffects } from './build-effects.ts';
import { buildSite, type BuildOptions } from './build-site.ts';
import { listFiles } from './list-files.ts';
import { PLAIN_SITE } from '../view/testing/plain-site.ts';
import type { SiteOutput } from './output.ts';
import { addToRecord } from './record.ts';

const site = PLAIN_SITE;

/** A renderer small enough to read: it shows its view, and misbehaves when the view says so. */
const RENDERER = `
export async function renderPage(path, { site, view }) {
  if (view.throws) throw new Error(view.throws);
  if (view.kills) process.exit(7);
  return '<title>' + site.title + '</title><link href="/__site_base__/a.css">' + path + ' ' + JSON.stringify(view);
}
`;

let folder: string;
let options: BuildOptions;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'build-site-'));
  const rendererDir = join(folder, 'renderer');
  write('renderer/renderer.mjs', RENDERER);
  write('renderer/renderer.json', '{"hash":"r1"}');
  write('renderer/client/a.css', '@font-face{src:url(/__site_base__/f.woff2)}');
  write('target/manifest.json', '{}');
  options = {
    out: join(folder, 'site'),
    artifacts: join(folder, 'target'),
    cacheDir: join(folder, 'cache'),
    rendererDir,
    site,
    workers: 1,
    compress: false,
    force: false,
    patienceMs: 0,
  };
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function read(file: string): string {
  return readFileSync(join(options.out, file), 'utf8');
}

/** Every file of the output folder with its bytes and its time. */
function tree(out = options.out): Record<string, string> {
  const files = listFiles(out).map((file) => {
    const path = join(out, file);
    return [file, `${String(statSync(path).mtimeMs)} ${readFileSync(path, 'base64')}`];
  });
  return Object.fromEntries(files) as Record<string, string>;
}

function page(path: string, view: unknown): SiteOutput {
  return { kind: 'page', path, view };
}

function manyOutputs(count: number): SiteOutput[] {
  return Array.from({ length: count }, (_, at) => [
    page(`/models/m${String(at)}/`, { name: `m${String(at)}`, text: 'x'.repeat(1200) }),
    { kind: 'json', file: `models/m${String(at)}.json`, data: { name: at } } satisfies SiteOutput,
  ]).flat();
}

describe('buildSite', () => {
  it('writes pages, JSON, files and assets, and puts the base path in', async () => {
    const report = await buildSite(
      [
        page('/', { a: 1 }),
        page('/404.html', {}),
        { kind: 'json', file: 'index.json', data: { b: [1, null] } },
        {
          kind: 'file',
          file: 'robots.txt',
          key: '1',
          bytes: () => Promise.resolve(Buffer.from('x')),
        },
      ],
      { ...options, site: { ...site, base: '/docs/' } },
    );
    expect(listFiles(options.out)).toEqual([
      '404.html',
      'a.css',
      'index.html',
      'index.json',
      'robots.txt',
    ]);
    expect(read('index.html')).toBe('<title>Shop</title><link href="/docs/a.css">/ {"a":1}');
    expect(read('index.json')).toBe('{"b":[1,null]}\n');
    expect(read('a.css')).toBe('@font-face{src:url(/docs/f.woff2)}');
    expect(report).toMatchObject({ pages: 2, json: 1, files: 5, made: 5, reused: 0, removed: 0 });
    expect(report.largestPage).toEqual({ file: '404.html', bytes: 56 });
    expect(report.diagnostics).toEqual([]);
  });

  it('publishes artifacts masked, and only the one that the site was made from', async () => {
    const content = '{"metadata":{"env":{"A":"b"}}}';
    write('target/manifest.json', content);
    const source = {
      path: join(options.artifacts, 'manifest.json'),
      name: 'manifest.json',
      kind: 'manifest',
      sha256: createHash('sha256').update(content).digest('hex'),
      mode: 'redacted',
    } as const;
    const output = { kind: 'artifact', file: 'manifest.json', key: '1', source } as const;
    await buildSite([output], { ...options, compress: true });
    expect(read('manifest.json')).toBe('{"metadata":{"env":{"A":"***"}}}');
    expect(listFiles(options.out)).toEqual(['a.css', 'manifest.json']);

    write('target/manifest.json', '{}');
    const failed = buildSite([{ ...output, key: '2' }], options);
    await expect(failed).rejects.toMatchObject({
      name: 'ArtifactChanged',
      message: 'manifest.json changed while the site was built from it.',
      file: 'manifest.json',
    });
    expect(read('manifest.json')).toBe('{"metadata":{"env":{"A":"***"}}}');
  });

  it('gives the same tree cold and warm, with one worker and with three', async () => {
    const outputs = manyOutputs(100);
    await buildSite(outputs.slice(0, 50), options);
    await buildSite(outputs, options);
    const warm = tree();
    await buildSite(outputs, { ...options, out: join(folder, 'cold'), workers: 3 });
    expect(tree(join(folder, 'cold'))).toEqual(warm);
    expect(Object.keys(warm)).toHaveLength(201);
  });

  it('makes only what changed, and removes what went', async () => {
    await buildSite([page('/', 1), page('/a/', 2), page('/b/c/', 3)], options);
    const before = tree();
    const report = await buildSite([page('/', 1), page('/a/', 'new')], options);
    expect(report).toMatchObject({ made: 1, reused: 2, removed: 1 });
    expect(readdirSync(options.out).sort()).toEqual(['a', 'a.css', 'index.html']);
    expect(tree()['index.html']).toBe(before['index.html']);
    expect(tree()['a/index.html']).not.toBe(before['a/index.html']);
  });

  it('makes all pages again when the renderer or the title changes, but no JSON', async () => {
    const outputs: SiteOutput[] = [page('/', 1), { kind: 'json', file: 'x.json', data: 1 }];
    await buildSite(outputs, options);
    const titled = { ...options, site: { ...site, title: 'Other' } };
    expect(await buildSite(outputs, titled)).toMatchObject({ made: 1, reused: 2 });
    write('renderer/renderer.json', '{"hash":"r2"}');
    expect(await buildSite(outputs, titled)).toMatchObject({ made: 2, reused: 1 });
  });

  it('makes a file again that was changed, touched or removed by hand', async () => {
    const outputs = [page('/a/', 1), page('/b/', 2), page('/c/', 3), page('/d/', 4)];
    await buildSite(outputs, options);
    const before = tree();
    writeFileSync(join(options.out, 'a/index.html'), 'mine');
    rmSync(join(options.out, 'b'), { recursive: true });
    utimesSync(join(options.out, 'c/index.html'), 1, 1);
    expect(await buildSite(outputs, options)).toMatchObject({ made: 3, reused: 2 });
    expect(tree()).toEqual(before);
  });

  it('leaves files of others alone', async () => {
    await buildSite([page('/', 1), page('/a/', 1)], options);
    write('site/CNAME', 'docs.example.com');
    write('site/a/notes.txt', 'mine');
    expect(await buildSite([page('/', 1)], options)).toMatchObject({ removed: 1, foreign: 2 });
    expect(listFiles(options.out)).toEqual(['CNAME', 'a.css', 'a/notes.txt', 'index.html']);
  });

  it('turns a folder into a file and back', async () => {
    await buildSite([page('/x/', 1)], options);
    const file: SiteOutput = { kind: 'json', file: 'x', data: 1 };
    await buildSite([file], options);
    expect(read('x')).toBe('1\n');
    await buildSite([page('/x/', 1)], options);
    expect(listFiles(options.out)).toEqual(['a.css', 'x/index.html']);
  });

  it('writes compressed forms that hold the same bytes, and takes them away again', async () => {
    const outputs = manyOutputs(2);
    await buildSite(outputs, { ...options, compress: true });
    expect(listFiles(options.out)).toEqual([
      'a.css',
      'models/m0.json',
      'models/m0/index.html',
      'models/m0/index.html.br',
      'models/m0/index.html.gz',
      'models/m1.json',
      'models/m1/index.html',
      'models/m1/index.html.br',
      'models/m1/index.html.gz',
    ]);
    const html = readFileSync(join(options.out, 'models/m0/index.html'));
    const gzipped = readFileSync(join(options.out, 'models/m0/index.html.gz'));
    const brotli = readFileSync(join(options.out, 'models/m0/index.html.br'));
    expect(gunzipSync(gzipped).equals(html)).toBe(true);
    expect(brotliDecompressSync(brotli).equals(html)).toBe(true);

    rmSync(join(options.out, 'models/m1/index.html.br'));
    const again = await buildSite(outputs, { ...options, compress: true });
    expect(again).toMatchObject({ made: 1, reused: 4, removed: 0 });
    expect(listFiles(options.out)).toContain('models/m1/index.html.br');

    expect(await buildSite(outputs, options)).toMatchObject({ removed: 4 });
    expect(listFiles(options.out)).toHaveLength(5);
  });

  it('puts a plain page in place of one that throws, says so, and tries it again', async () => {
    const outputs = [page('/a/', { throws: 'no <b>columns</b>' }), page('/b/', 1)];
    const report = await buildSite(outputs, options);
    expect(report.diagnostics).toMatchInlineSnapshot(`
      [
        {
          "code": "PageNotRendered",
          "file": "a/index.html",
          "hint": "This is a defect of dbt-Workbench: please report it with this message.",
          "jsonPath": null,
          "message": "The page /a/ could not be rendered: no <b>columns</b>. A page that says so stands in its place.",
          "severity": "error",
        },
      ]
    `);
    expect(read('a/index.html')).toContain('This page could not be rendered');
    expect(read('a/index.html')).not.toContain('columns');
    expect(read('b/index.html')).toContain('/b/ 1');
    expect((await buildSite(outputs, options)).diagnostics).toHaveLength(1);
  });

  it('gives up only the page that kills its worker', async () => {
    const outputs = [...manyOutputs(80), page('/bad/', { kills: true }), ...[page('/last/', 1)]];
    const report = await buildSite(outputs, { ...options, workers: 2 });
    expect(report.diagnostics.map(({ message }) => message)).toEqual([
      'The page /bad/ could not be rendered: the worker ended with code 7. A page that says so stands in its place.',
    ]);
    expect(report.made).toBe(163);
    expect(listFiles(options.out)).toHaveLength(163);
  });

  it('reports outputs whose paths collide or leave the folder, and keeps the first', async () => {
    const report = await buildSite(
      [
        page('/a/', 'first'),
        page('/a/', 'second'),
        page('/A/', 'third'),
        { kind: 'json', file: '../x.json', data: 1 },
      ],
      options,
    );
    expect(report.diagnostics.map(({ code, file }) => `${code} ${file}`)).toEqual([
      'OutputOutside ../x.json',
      'OutputConflict A/index.html',
      'OutputConflict a/index.html',
    ]);
    expect(read('a/index.html')).toContain('first');
  });

  it('leaves the old site as it was when the plan fails half way', async () => {
    await buildSite([page('/', 'old'), page('/a/', 'old')], options);
    const before = tree();
    function* failing(): Generator<SiteOutput> {
      yield page('/', 'new');
      yield* manyOutputs(60);
      throw new Error('no such node');
    }
    await expect(buildSite(failing(), options)).rejects.toThrow('no such node');
    expect(tree()).toEqual(before);
    expect(await buildSite([page('/', 'old'), page('/a/', 'old')], options)).toMatchObject({
      made: 0,
    });
  });

  it('checks every byte after a build that was killed while it moved files', async () => {
    const outputs = [page('/a/', 1), page('/b/', 2)];
    await buildSite(outputs, options);
    const before = tree();
    const [record] = listFiles(join(options.cacheDir, 'builds'));
    const path = join(options.cacheDir, 'builds', record ?? '');
    const text = readFileSync(path, 'utf8');
    addToRecord(path, new Map([['c/index.html', { key: 'k', size: 1, hash: 'x', group: null }]]));
    // As long and as old as it should be, but not the bytes.
    const file = join(options.out, 'a/index.html');
    const { size, mtimeMs } = statSync(file);
    writeFileSync(file, '#'.repeat(size));
    utimesSync(file, mtimeMs / 1000, mtimeMs / 1000);
    expect(await buildSite(outputs, options)).toMatchObject({ made: 1, reused: 2 });
    expect(tree()).toEqual(before);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('keeps no compressed form of an earlier file when it was stopped before that went', async () => {
    const compressed = { ...options, compress: true };
    const b = (text: string): SiteOutput => ({ kind: 'text', file: 'b.txt', text });
    await buildSite([page('/a/', 1), b('x'.repeat(2000))], compressed);
    // Can't be removed as a file is, so that nothing after it is either.
    rmSync(join(options.out, 'a/index.html'));
    mkdirSync(join(options.out, 'a/index.html'));
    await expect(buildSite([b('x')], compressed)).rejects.toThrow();
    rmSync(join(options.out, 'a'), { recursive: true });
    await buildSite([b('x')], compressed);
    expect(listFiles(options.out)).toEqual(['a.css', 'b.txt']);
  });

  it('refuses a folder with content that it did not write, unless forced', async () => {
    write('site/thesis.docx', 'years of work');
    await expect(buildSite([page('/', 1)], options)).rejects.toThrow(
      `The output folder ${options.out} is not empty, and no earlier build is on record that wrote it (it holds thesis.docx, for one).`,
    );
    expect(readdirSync(options.out)).toEqual(['thesis.docx']);
    const report = await buildSite([page('/', 1)], { ...options, force: true });
    expect(report.foreign).toBe(1);
    expect(listFiles(options.out)).toEqual(['a.css', 'index.html', 'thesis.docx']);
  });

  it.each([
    ['/', 'is the root of the file system'],
    [homedir(), 'is your home folder, or holds it'],
    [dirname(homedir()), /is your home folder, or holds it|is the root/],
    ['target', 'is the artifacts folder'],
    ['.', 'is the artifacts folder'],
    ['cache', 'holds the cache'],
    ['target/manifest.json', 'is a file'],
  ])('refuses to write to %s, even by force', async (out, reason) => {
    const build = buildSite([], { ...options, force: true, out: resolve(folder, out) });
    await expect(build).rejects.toThrow(reason);
  });

  it('refuses an output folder with a link in it', async () => {
    await buildSite([page('/', 1)], options);
    symlinkSync(folder, join(options.out, 'models'));
    await expect(buildSite([page('/models/a/', 1)], options)).rejects.toThrow(
      'models in the output folder',
    );
  });

  it('waits for another build into the same folder, then fails', async () => {
    const waited: number[] = [];
    const effects = nodeBuildEffects();
    write('site/.dbt-workbench.lock', JSON.stringify({ pid: 1, host: hostname(), began: 'b' }));
    const build = buildSite(
      [page('/', 1)],
      { ...options, patienceMs: 400 },
      {
        ...effects,
        lock: {
          sleep: (ms) => Promise.resolve(void waited.push(ms)),
          processBegan: () => 'b',
          waiting: (pid) => void waited.push(pid),
        },
      },
    );
    await expect(build).rejects.toThrow(`The process 1 on ${hostname()} is building into`);
    expect(waited).toEqual([1, 200, 200]);
  });

  it('takes over the lock of a build that died, or whose number is in use again', async () => {
    write(
      'site/.dbt-workbench.lock',
      JSON.stringify({ pid: process.pid, host: hostname(), began: 'x' }),
    );
    await buildSite([page('/', 1)], options);
    write('site/.dbt-workbench.lock', '');
    await buildSite([page('/', 1)], options);
    expect(listFiles(options.out)).toEqual(['a.css', 'index.html']);
  });

  it('says so when the renderer is missing or broken', async () => {
    write('renderer/renderer.mjs', 'throw new Error("bad bundle")');
    await expect(buildSite([page('/', 1)], options)).rejects.toThrow(
      `The renderer in ${options.rendererDir} could not be loaded: bad bundle.`,
    );
    rmSync(join(options.rendererDir, 'renderer.json'));
    await expect(buildSite([page('/', 1)], options)).rejects.toThrow('could not be loaded: ENOENT');
  });
});
