import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from './artifacts-folder.ts';

const CLI = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const MINUTE_MS = 60_000;

/** What a run of the command said. */
export interface CommandRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a run of `build` left behind. */
export interface BuiltSite extends CommandRun {
  /** The output folder; it may not exist when the build failed. */
  readonly folder: string;
}

/**
 * Runs the compiled command as a user does.
 *
 * @param artifacts the artifacts folder
 * @param folder the output folder; a new one by default
 */
export function buildSite(
  artifacts: string,
  folder: string = join(temporaryFolder(), 'site'),
): BuiltSite {
  return { ...runCommand(dirname(folder), 'build', artifacts, '--out', folder), folder };
}

/** Runs `dbt-workbench` with the given arguments in a folder. */
export function runCommand(cwd: string, ...args: readonly string[]): CommandRun {
  if (!existsSync(CLI)) throw new Error(`There is no ${CLI}: run \`npm run compile\` first.`);
  const run = spawnSync(process.execPath, [CLI, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
    maxBuffer: 64 * 1024 * 1024,
    timeout: 5 * MINUTE_MS,
  });
  return { exitCode: run.status, stdout: run.stdout, stderr: run.stderr };
}

/** Paths of all files of a site, with forward slashes, sorted. */
export function siteFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** Paths of all HTML files of a site. */
export function htmlFiles(folder: string): string[] {
  return siteFiles(folder).filter((file) => file.endsWith('.html'));
}

export function readText(folder: string, file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

/** The file that a link of the site (base `/`) leads to; null when it leads elsewhere. */
export function fileOfHref(href: string): string | null {
  if (!href.startsWith('/') || href.startsWith('//')) return null;
  const path = decodeURIComponent(href.replace(/[?#].*$/, '')).slice(1);
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

export function existsIn(site: BuiltSite, file: string): boolean {
  return existsSync(join(site.folder, file));
}
