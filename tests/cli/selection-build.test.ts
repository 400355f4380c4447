import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runDbtWorkbench } from './run-dbt-workbench.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const SELECTION = ['--select', '+dim_stores+1', '--exclude', 'resource_type:exposure'];

let folder: string;
let texts: ReadonlyMap<string, string>;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dbt-workbench-part-'));
  const out = join(folder, 'site');
  const args = ['--out', out, '--cache', join(folder, 'cache'), '--publish', 'raw'];
  const { code, stderr } = runDbtWorkbench(
    ['build', 'sample_artifacts', ...args, ...SELECTION],
    root,
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  texts = new Map(
    readdirSync(out, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(out.length + 1), textOf(file)]),
  );
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What a file says; Pagefind's are compressed. */
function textOf(file: string): string {
  const bytes = readFileSync(file);
  return String(/\.pf_\w+$/.test(file) ? gunzipSync(bytes) : bytes);
}

function ids(...args: string[]): string[] {
  const { stdout } = runDbtWorkbench(
    ['ls', 'sample_artifacts', '--resource-type', 'all', '--output', 'id', ...args],
    root,
  );
  return stdout.split('\n').filter((id) => id !== '');
}

it('leaves nothing of what is not selected in pages, JSON, lineage, search, runs and logs', () => {
  const kept = new Set(ids(...SELECTION));
  const leftOut = ids().filter((id) => !kept.has(id));
  expect(kept.size).toBeGreaterThan(5);
  expect(leftOut.length).toBeGreaterThan(200);
  const told = leftOut.flatMap((id) =>
    [...texts].filter(([, text]) => text.includes(id)).map(([file]) => `${file}: ${id}`),
  );
  expect(told).toEqual([]);
});

it('has what is selected, and runs of it only', () => {
  expect(texts.has(join('models', 'model.fjord_coffee.dim_stores', 'index.html'))).toBe(true);
  expect(texts.has(join('exposures', 'index.html'))).toBe(false);
  expect([...texts.keys()].filter((file) => file.endsWith('.pf_index')).length).toBeGreaterThan(0);
  const commands = [...texts]
    .filter(([file]) => /^runs.[^/\\]+\.json$/.test(file) && !file.includes('index'))
    .map(([, text]) => /"command":\s*"([^"]*)"/.exec(text)?.[1] ?? text);
  expect(commands.length).toBeGreaterThan(5);
  // Arguments may name what was left out.
  expect(commands.filter((command) => !/^dbt [a-z ]+$/.test(command))).toEqual([]);
});

it('does not carry the files of artifacts, whatever is asked', () => {
  expect([...texts.keys()].filter((file) => file.startsWith(join('artifacts', 'files')))).toEqual(
    [],
  );
});
