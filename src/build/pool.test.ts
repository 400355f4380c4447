import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PLAIN_SITE } from '../view/testing/plain-site.ts';
import { startPool } from './pool.ts';
import type { Task } from './task.ts';

/** A page is there as soon as another one has begun; the view says where they tell. */
const RENDERER = `
import { readdirSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
export async function renderPage(path, { view }) {
  writeFileSync(view + path, '');
  for (let n = 0; readdirSync(view).length < 2; n++) {
    if (n === 3000) throw new Error('No other page has begun.');
    await setTimeout(10);
  }
  return path;
}
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pool-'));
  for (const name of ['begun', 'staging']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'renderer.mjs'), RENDERER);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function task(number: number): Task {
  const path = `/${String(number)}`;
  const view = JSON.stringify(join(folder, 'begun'));
  return { kind: 'page', file: `${path}.html`, path, number, present: null, view };
}

describe('a pool', () => {
  it('starts a further worker for a few tasks where the first has all that it may hold', async () => {
    const failures: (string | null)[] = [];
    const stagingDir = join(folder, 'staging');
    const pool = startPool({
      workers: 2,
      context: {
        rendererDir: folder,
        stagingDir,
        site: JSON.stringify(PLAIN_SITE),
        compress: false,
      },
      onResult: ({ failure }) => failures.push(failure),
    });
    for (const number of [1, 2, 3]) await pool.submit([task(number)]);
    await pool.finish();
    await pool.close();
    expect(failures).toEqual([null, null, null]);
  });
});
