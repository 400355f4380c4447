import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { stateFolder } from '../build/publish/state-folder.ts';
import { buildAndPublish } from './live-site.ts';
import { openStatusFile } from './status-file.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'live-site-'));
  mkdirSync(join(root, 'source'));
  writeFileSync(join(root, 'source/manifest.json'), '{}');
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

/** A build that says that some of ten pages failed, and writes nothing. */
async function problemOf(failed: number): Promise<string | undefined> {
  const lines = [
    ...Array.from({ length: failed }, (_, at) => ({
      event: 'error',
      code: 'PageNotRendered',
      message: `The page /${String(at)}/ could not be rendered: x.`,
    })),
    { event: 'done', pages: 10 },
  ];
  const script = `for (const line of ${JSON.stringify(lines)}) console.log(JSON.stringify(line));`;
  const result = await buildAndPublish(
    {
      state: stateFolder(root),
      source: join(root, 'source'),
      build: { program: process.execPath, args: ['-e', `${script} process.exitCode = 1`] },
      keepReleases: 3,
      status: openStatusFile(join(root, 'status.json'), () => 0),
      copied: new Map(),
    },
    {
      clock: () => 0,
      now: () => 0,
      onBuildLine: () => undefined,
      mayPublish: () => Promise.resolve(true),
    },
    new AbortController().signal,
  );
  return result.kind === 'failed' ? result.problem.message : undefined;
}

it('shows no build of which many pages failed in the place of a good one', async () => {
  mkdirSync(join(root, 'releases/1-0123abcd'), { recursive: true });
  symlinkSync('releases/1-0123abcd', join(root, 'current'));
  expect(await problemOf(2)).toBe(
    '2 of 10 pages could not be rendered, so the build is not shown: The page /0/ could not be rendered: x.',
  );
  // Published, were it not that this build wrote nothing.
  expect(await problemOf(1)).toBe('The build left no record.');
  rmSync(join(root, 'current'));
  expect(await problemOf(10)).toBe('The build left no record.');
});
