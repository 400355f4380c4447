import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { licencesText, packageFolders, readPackage } from './third-party-licences.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'licences-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function packageWith(facts: object, files: Readonly<Record<string, string>>): string {
  const own = mkdtempSync(join(folder, 'package-'));
  mkdirSync(own, { recursive: true });
  writeFileSync(
    join(own, 'package.json'),
    JSON.stringify({ name: 'a', version: '1.0.0', ...facts }),
  );
  for (const [file, text] of Object.entries(files)) writeFileSync(join(own, file), text);
  return own;
}

it('finds the package of each module, the innermost one', () => {
  expect(
    packageFolders([
      '/repo/src/cli/main.ts',
      '\0rolldown/runtime.js',
      '/repo/node_modules/zod/v4/core.js',
      '/repo/node_modules/zod/index.js?commonjs',
      '/repo/node_modules/@scope/a/node_modules/b/b.js',
    ]),
  ).toEqual(['/repo/node_modules/@scope/a/node_modules/b', '/repo/node_modules/zod']);
});

it('takes along licences and notices, and says where a package brings neither', () => {
  const texts = { 'LICENSE.md': 'Copyright A\n', NOTICE: 'With thanks.', 'index.js': '' };
  expect(readPackage(packageWith({ license: 'MIT' }, texts))).toEqual({
    name: 'a',
    version: '1.0.0',
    licence: 'MIT',
    text: 'Copyright A\n\nWith thanks.',
  });
  const { text } = readPackage(packageWith({ license: 'ISC', author: { name: 'Ada' } }, {}));
  expect(text).toBe('By Ada. It comes without the text of its licence.');
});

it('refuses a package that names no licence', () => {
  const without = packageWith({}, {});
  expect(() => readPackage(without)).toThrow('a names no licence.');
});

it('writes each text once, below all packages that have it', () => {
  const one = { name: 'b', version: '2.0.0', licence: 'MIT', text: 'Copyright A' };
  expect(licencesText([one, { ...one, name: 'a' }])).toBe(
    [
      'Code of these packages is part of dbt-Workbench, under their own licences.',
      '',
      '-'.repeat(80),
      '',
      'a 2.0.0 (MIT)',
      'b 2.0.0 (MIT)',
      '',
      'Copyright A',
      '',
    ].join('\n'),
  );
});
