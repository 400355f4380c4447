import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { listFiles } from '../../src/build/list-files.ts';
import { contractBreaches } from '../corpus/json-contract.ts';
import { runDbtWorkbench } from '../cli/run-dbt-workbench.ts';
import { temporaryFolder } from '../hostile/artifacts-folder.ts';

const SAMPLE = fileURLToPath(new URL('../../sample_artifacts', import.meta.url));
const MODEL = 'models/model.fjord_coffee.fct_orders/index.html';

/** Every file of a site with its bytes' length, time and content, so that two trees can be compared whole. */
function treeOf(folder: string): Map<string, string> {
  return new Map(
    listFiles(folder).map((file) => {
      const path = join(folder, file);
      return [file, `${statSync(path).mtimeMs} ${readFileSync(path, 'base64')}`];
    }),
  );
}

function differing(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((file) => a.get(file) !== b.get(file));
}

describe('the sample site', () => {
  const folder = temporaryFolder();
  const site = join(folder, 'site');
  const build = (out: string, cache: string, ...options: string[]): void => {
    const { code, stderr } = runDbtWorkbench(
      ['build', SAMPLE, '--out', join(folder, out), '--cache', join(folder, cache), ...options],
      folder,
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  };

  beforeAll(() => {
    build('site', 'cache', '--workers', '2');
  });

  it('fits its own JSON contract in every file', () => {
    expect(contractBreaches(site)).toEqual([]);
  });

  it('is the same tree with one worker', () => {
    build('single', 'single-cache', '--workers', '1');
    expect(differing(treeOf(site), treeOf(join(folder, 'single')))).toEqual([]);
  });

  it('is the same tree when it is built again over itself, and without the cache of last time', () => {
    const before = treeOf(site);
    build('site', 'cache');
    expect(differing(before, treeOf(site))).toEqual([]);
    rmSync(join(folder, 'cache'), { recursive: true });
    build('site', 'cache', '--force');
    expect(differing(before, treeOf(site))).toEqual([]);
  });

  it('keeps what is needed before a model page is readable within 40 KB, and its HTML within 25', () => {
    const html = readFileSync(join(site, MODEL), 'utf8');
    const blocking = [...html.matchAll(/<(?:link rel="stylesheet" href|script src)="\/([^"]+)"/g)].map(
      ([, file]) => file ?? '',
    );
    expect(blocking.length).toBeGreaterThan(1);
    const size = (file: string): number => gzipSync(readFileSync(join(site, file))).length;
    const own = size(MODEL);
    expect(own).toBeLessThan(25_000);
    expect(blocking.reduce((sum, file) => sum + size(file), own)).toBeLessThan(40_000);
  });

  it('carries no path of the machine that built it', () => {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const leaks = listFiles(site).filter((file) => readFileSync(join(site, file), 'utf8').includes(root));
    expect(leaks).toEqual([]);
  });
});
