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

  it('tells one set of health figures on its page, in JSON and on the command line', () => {
    const read = (file: string): string => readFileSync(join(site, file), 'utf8');
    const file = JSON.parse(read('health/index.json')) as {
      states: Record<string, number>;
      findings: number;
      rules: { name: string; affected: number | null }[];
    };
    const { code, stdout } = runDbtWorkbench(['check', SAMPLE, '--json'], folder);
    expect(code).toBe(0);
    const events = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(events.find(({ event }) => event === 'health')?.['states']).toEqual(file.states);
    expect(events.at(-1)).toMatchObject({ event: 'summary', healthFindings: file.findings });
    const page = read('health/index.html');
    for (const { name, affected } of file.rules) {
      const told = events.find(({ event, rule }) => event === 'rule' && rule === name);
      expect([name, told?.['affected']]).toEqual([name, affected]);
      const listed = events.filter(({ event, rule }) => event === 'affected' && rule === name);
      expect([name, listed.length]).toEqual([name, affected ?? 0]);
      const { items } = JSON.parse(read(`health/${name}.json`)) as { items: unknown[] };
      expect([name, items.length]).toEqual([name, affected ?? 0]);
      const row = page.split('<tr>').find((html) => html.includes(`/health/${name}/"`)) ?? '';
      const count = /data-label="Affected">\s*(?:<span>)?\s*([\d,]+)/.exec(row)?.[1] ?? '0';
      expect([name, Number(count)]).toEqual([name, affected ?? 0]);
    }
    expect(file.rules.filter(({ affected }) => affected !== null && affected > 0)).not.toEqual([]);
    for (const [state, count] of Object.entries(file.states)) {
      const tile = page.split('<li>').find((html) => html.includes(`/health/states/${state}/"`)) ?? '';
      expect([state, Number(/<b[^>]*>\s*([\d,]+)/.exec(tile)?.[1])]).toEqual([state, count]);
    }
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
