import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { writeArtifacts } from '../scripts/synthetic/write-artifacts.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Absolute path of the sample site, built for the root of a host. */
    sampleSite: string;
    /** The same below `/shop/docs/`. */
    subPathSite: string;
    /** The site of a made-up project of 1,000 models. */
    largeSite: string;
  }
}

export const SUB_PATH = '/shop/docs/';

/** Models of the large project: two pages of the list, and more folders than fit a screen. */
const LARGE = 1000;

/** Builds the sample site twice, and a large one, with the compiled command line, for all tests of a project. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync('dist/cli/main.js')) {
    throw new Error('There is no compiled command line in dist/. Run "npm run compile" first.');
  }
  const folder = await mkdtemp(join(tmpdir(), 'sample-site-'));
  project.provide('sampleSite', build('sample_artifacts', join(folder, 'root'), '/'));
  project.provide('subPathSite', build('sample_artifacts', join(folder, 'sub-path'), SUB_PATH));
  const large = join(folder, 'large-artifacts');
  writeArtifacts(LARGE, large, 1);
  project.provide('largeSite', build(large, join(folder, 'large'), '/'));
  return () => rm(folder, { recursive: true });
}

function build(artifacts: string, out: string, base: string): string {
  const cache = `${out}-cache`;
  const options = ['--out', out, '--cache', cache, '--base', base, '--quiet'];
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ['dist/cli/main.js', 'build', artifacts, ...options],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`Building a site for the tests failed:\n${stdout}${stderr}`);
  return out;
}
