import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PLAIN_SITE } from '../view/testing/plain-site.ts';
import { buildSite, type BuildOptions } from './build-site.ts';
import { listFiles } from './list-files.ts';
import type { OutputGroup, SiteOutput } from './output.ts';

const RENDERER = `
export async function renderPage(path, { view }) {
  if (view.throws) throw new Error(view.throws);
  return path + ' ' + JSON.stringify(view);
}
`;

let folder: string;
let options: BuildOptions;
/** Names of the groups that had to be made. */
let made: string[];

beforeEach(() => {
  made = [];
  folder = mkdtempSync(join(tmpdir(), 'output-groups-'));
  const rendererDir = join(folder, 'renderer');
  mkdirSync(join(rendererDir, 'client'), { recursive: true });
  writeFileSync(join(rendererDir, 'renderer.mjs'), RENDERER);
  writeFileSync(join(rendererDir, 'renderer.json'), '{"hash":"r1"}');
  options = {
    out: join(folder, 'site'),
    artifacts: join(folder, 'target'),
    cacheDir: join(folder, 'cache'),
    rendererDir,
    site: PLAIN_SITE,
    workers: 1,
    compress: false,
    force: false,
    patienceMs: 0,
  };
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function page(path: string, view: unknown): SiteOutput {
  return { kind: 'page', path, view };
}

function group(name: string, key: string, outputs: readonly SiteOutput[]): OutputGroup {
  return {
    kind: 'group',
    name,
    key,
    make: () => {
      made.push(name);
      return outputs;
    },
  };
}

/** A group within a group, and a page beside it. */
function nested(innerKey: string, view: unknown, outerKey = innerKey): SiteOutput[] {
  const inner = group('b', innerKey, [page('/a/b/', view), page('/a/c/', view)]);
  return [group('a', outerKey, [page('/a/', 1), inner]), page('/', 1)];
}

describe('a group of outputs', () => {
  it('stays without being made while its key is the same', async () => {
    await buildSite(nested('k1', 1), options);
    expect(made).toEqual(['a', 'b']);
    made = [];
    const report = await buildSite(nested('k1', 'never seen'), options);
    expect(made).toEqual([]);
    expect(report).toMatchObject({ pages: 4, made: 0, reused: 4, removed: 0 });
    // What stayed is on record as it was before.
    expect(await buildSite(nested('k1', 1), options)).toMatchObject({ made: 0, reused: 4 });
    expect(made).toEqual([]);
  });

  it('keeps the groups in it that have their keys, when it is made again', async () => {
    await buildSite(nested('k1', 1), options);
    made = [];
    await buildSite(nested('k1', 1, 'k2'), options);
    expect(made).toEqual(['a']);
    made = [];
    const report = await buildSite(nested('k2', 2, 'k3'), options);
    expect(made).toEqual(['a', 'b']);
    expect(report).toMatchObject({ made: 2, reused: 2 });
    expect(readFileSync(join(options.out, 'a/b/index.html'), 'utf8')).toBe('/a/b/ 2');
  });

  it('loses the files that it gives no more', async () => {
    await buildSite(nested('k1', 1), options);
    const report = await buildSite([group('a', 'k2', [page('/a/', 1)]), page('/', 1)], options);
    expect(report).toMatchObject({ made: 0, reused: 2, removed: 2 });
    expect(listFiles(options.out)).toEqual(['a/index.html', 'index.html']);
  });

  it('is made again when one of its files was touched, removed, or shows a failure', async () => {
    await buildSite(nested('k1', 1), options);
    writeFileSync(join(options.out, 'a/c/index.html'), 'mine');
    made = [];
    expect(await buildSite(nested('k1', 1), options)).toMatchObject({ made: 1, reused: 3 });
    expect(made).toEqual(['a', 'b']);
    rmSync(join(options.out, 'a/b'), { recursive: true });
    expect(await buildSite(nested('k1', 1), options)).toMatchObject({ made: 1, reused: 3 });

    const failing = [group('a', 'k2', [page('/a/', { throws: 'no columns' })])];
    expect((await buildSite(failing, options)).diagnostics).toHaveLength(1);
    expect((await buildSite(failing, options)).diagnostics).toHaveLength(1);
  });

  it('is made in each build while it wants a path that another output has', async () => {
    const outputs = [page('/a/', 1), group('a', 'k1', [page('/a/', 2), page('/b/', 2)])];
    expect((await buildSite(outputs, options)).diagnostics).toHaveLength(1);
    expect((await buildSite(outputs, options)).diagnostics).toHaveLength(1);
    expect(made).toEqual(['a', 'a']);
  });

  it('is made again after a build that was killed while it moved files', async () => {
    await buildSite(nested('k1', 1), options);
    const [name = ''] = listFiles(join(options.cacheDir, 'builds'));
    const path = join(options.cacheDir, 'builds', name);
    // What such a build leaves: the files of before and after, without the groups.
    const text = readFileSync(path, 'utf8');
    const cut = text
      .replace('"complete":true', '"complete":false')
      .replace(/"groups":\[.*\]\]/, '"groups":[]');
    expect(cut).not.toBe(text);
    writeFileSync(path, cut);
    made = [];
    const report = await buildSite([group('a', 'k1', [page('/a/', 1)]), page('/', 1)], options);
    expect(made).toEqual(['a']);
    expect(report).toMatchObject({ made: 0, reused: 2, removed: 2 });
  });

  it('has a name of its own', async () => {
    const twice = [group('a', 'k1', []), group('a', 'k2', [])];
    await expect(buildSite(twice, options)).rejects.toThrow('Two groups of outputs are named a.');
  });
});

describe('a bundle of files', () => {
  const bundle = (key: string, make: () => Promise<string>): SiteOutput[] => [
    group('a', key, [
      page('/a/', 1),
      {
        kind: 'bundle',
        name: 'files',
        key,
        make: async () => {
          made.push('files');
          return [{ kind: 'json', file: 'files/x.json', data: await make() }];
        },
      },
    ]),
  ];

  it('is made beside the rest, and stays while its key is the same', async () => {
    const outputs = bundle('k1', () => Promise.resolve('x'));
    expect(await buildSite(outputs, options)).toMatchObject({ made: 2, reused: 0 });
    expect(await buildSite(outputs, options)).toMatchObject({ made: 0, reused: 2 });
    expect(made).toEqual(['a', 'files']);
    expect(readFileSync(join(options.out, 'files/x.json'), 'utf8')).toBe('"x"\n');
  });

  it('is reported when it cannot be made, and tried again by the next build', async () => {
    const failing = bundle('k1', () => Promise.reject(new Error('no program')));
    const { diagnostics, ...report } = await buildSite(failing, options);
    expect(report).toMatchObject({ pages: 1, made: 1 });
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      [
        'BundleNotMade',
        'Full text could not be indexed: no program. Search finds names and columns all the same.',
      ],
    ]);
    const again = await buildSite(
      bundle('k1', () => Promise.resolve('x')),
      options,
    );
    expect(again).toMatchObject({ made: 1, reused: 1, diagnostics: [] });
  });
});

describe('closing outputs', () => {
  it('are made from the files of all others, whether these were made or stayed', async () => {
    const seen: (readonly string[])[] = [];
    const outputs: SiteOutput[] = [
      {
        kind: 'closing',
        make: (files) => {
          seen.push(files);
          return [{ kind: 'text', file: 'list.txt', text: files.join('\n') }];
        },
      },
      ...nested('k1', 1),
    ];
    await buildSite(outputs, options);
    expect(await buildSite(outputs, options)).toMatchObject({ made: 0, reused: 5 });
    const files = ['a/b/index.html', 'a/c/index.html', 'a/index.html', 'index.html'];
    expect(seen).toEqual([files, files]);
  });
});
