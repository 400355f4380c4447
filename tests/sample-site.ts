import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Absolute path of the sample site, built for the root of a host. */
    sampleSite: string;
    /** The same below `/shop/docs/`. */
    subPathSite: string;
  }
}

export const SUB_PATH = '/shop/docs/';

/** Builds the sample site twice with the compiled command line, for all tests of a project. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync('dist/cli/main.js')) {
    throw new Error('There is no compiled command line in dist/. Run "npm run compile" first.');
  }
  const folder = await mkdtemp(join(tmpdir(), 'sample-site-'));
  project.provide('sampleSite', build(join(folder, 'root'), '/'));
  project.provide('subPathSite', build(join(folder, 'sub-path'), SUB_PATH));
  return () => rm(folder, { recursive: true });
}

function build(out: string, base: string): string {
  const cache = `${out}-cache`;
  const options = ['--out', out, '--cache', cache, '--base', base, '--quiet'];
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ['dist/cli/main.js', 'build', 'sample_artifacts', ...options],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`Building the sample site failed:\n${stdout}${stderr}`);
  return out;
}
