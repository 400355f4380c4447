import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FindingKeeper } from './finding-keeper.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'findings-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const FOUND = {
  'unused-models': {
    affected: [{ id: 'model.a.b', detail: 'nothing reads it' }],
    unanswered: null,
    before: null,
  },
};

it('gives back what the same release kept under the same key, and nothing that is damaged', () => {
  const path = join(folder, 'cache/findings.json');
  const keeper = new FindingKeeper(path, 'release 1');
  expect(keeper.under('a').find()).toBeNull();
  keeper.under('a').keep(FOUND);
  expect(keeper.under('a').find()).toEqual(FOUND);
  expect(keeper.under('b').find()).toBeNull();
  expect(new FindingKeeper(path, 'release 2').under('a').find()).toBeNull();
  writeFileSync(path, readFileSync(path, 'utf8').slice(0, -5));
  expect(keeper.under('a').find()).toBeNull();
});
