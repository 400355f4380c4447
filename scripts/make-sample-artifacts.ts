/**
 * Makes `sample_artifacts/` again: runs the project in `sample_artifacts/project/` with real
 * dbt-core and dbt-duckdb through some weeks of its (invented) life, and collects what dbt wrote.
 *
 *     node scripts/make-sample-artifacts.ts [--keep-venv] [--resume]
 *
 * Needs Node 24, python3 (3.10 or newer), a C compiler (`cc`) and PyPI. Everything happens in
 * neutral directories under /tmp, so that no path of the machine gets into the artifacts; the
 * last step looks for such paths and fails if it finds one.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir, hostname } from 'node:os';
import { dirname, join, relative } from 'node:path';

import { INVOCATIONS } from './sample/invocations.ts';
import { makeVenv } from './sample/make-venv.ts';
import type { Invocation } from './sample/invocations.ts';

const REPO = join(import.meta.dirname, '..');
const HELPERS = join(REPO, 'scripts', 'sample');
const SAMPLES = join(REPO, 'sample_artifacts');
const PROJECT = join(SAMPLES, 'project');

const VENV = '/tmp/fjord_coffee_venv';
const WORK = '/tmp/fjord_coffee';
const SCRATCH = '/tmp/fjord_coffee_raw';
const RAW_DATABASE = join(SCRATCH, 'raw.duckdb');
const CLOCK_LIBRARY = join(SCRATCH, 'shift-clock.so');
const COLLECTED = join(SCRATCH, 'collected');

/** Files of dbt's target folder that are kept at the top of `sample_artifacts/`. */
const TOP_LEVEL = ['manifest.json', 'catalog.json', 'semantic_manifest.json'];
/** What an invocation may write besides its log. */
const OUTPUTS = ['run_results.json', 'sources.json'];
const MAX_TOTAL_BYTES = 8 * 1024 * 1024;

/** Runs a program that has to succeed, and gives back what it printed. */
function run(program: string, args: string[], env?: NodeJS.ProcessEnv): string {
  return execFileSync(program, args, { encoding: 'utf8', env: env ?? process.env });
}

/** Says on the terminal what happens. */
function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Compiles the library that shifts dbt's clock. */
function makeClock(): void {
  const source = join(HELPERS, 'shift-clock.c');
  run('cc', ['-shared', '-fPIC', '-O2', '-o', CLOCK_LIBRARY, source, '-ldl', '-lpthread']);
}

/** Makes all raw rows of all weeks; `loadRaw` takes from them what was there at a moment. */
function makeRaw(): void {
  const script = join(HELPERS, 'raw_data.py');
  run(join(VENV, 'bin', 'python'), ['-B', script, 'generate', RAW_DATABASE]);
}

/** Plays the nightly loader: brings the raw tables to what had arrived by `at`. */
function loadRaw(at: string): void {
  const script = join(HELPERS, 'raw_data.py');
  const database = join(WORK, 'fjordbean.duckdb');
  run(join(VENV, 'bin', 'python'), ['-B', script, 'load', RAW_DATABASE, database, at]);
}

/** All files under a folder, relative to it. */
function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** Writes a file if it is not so already: an untouched file lets dbt parse only what changed. */
function writeIfChanged(path: string, content: Buffer): void {
  if (existsSync(path) && readFileSync(path).equals(content)) {
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/**
 * Puts the project into the neutral directory as it was at an invocation: the source of today
 * with the overlays on top. A file `NAME.absent` of an overlay takes `NAME` away.
 */
function layProject(overlays: string[]): void {
  const wanted = new Map<string, Buffer>();
  for (const file of filesUnder(PROJECT)) {
    wanted.set(file, readFileSync(join(PROJECT, file)));
  }
  const absent = new Set<string>();
  for (const overlay of overlays) {
    const folder = join(HELPERS, 'steps', overlay);
    for (const file of filesUnder(folder)) {
      if (file.endsWith('.absent')) {
        absent.add(file.slice(0, -'.absent'.length));
      } else {
        wanted.set(file, readFileSync(join(folder, file)));
      }
    }
  }
  for (const [file, content] of wanted) {
    if (absent.has(file)) {
      rmSync(join(WORK, file), { force: true });
    } else {
      writeIfChanged(join(WORK, file), content);
    }
  }
}

/** Seconds between the machine's clock and a moment of the story. */
function clockShift(at: string): number {
  return Math.round((Date.parse(`${at}:00Z`) - Date.now()) / 1000);
}

/** The environment dbt runs in: nothing of this machine's but the shifted clock. */
function dbtEnvironment(at: string): NodeJS.ProcessEnv {
  return {
    PATH: `${join(VENV, 'bin')}:/usr/bin:/bin`,
    HOME: WORK,
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    DBT_SEND_ANONYMOUS_USAGE_STATS: 'false',
    DBT_VERSION_CHECK: 'false',
    DBT_PROFILES_DIR: '.',
    LD_PRELOAD: CLOCK_LIBRARY,
    CLOCK_SHIFT_SECONDS: String(clockShift(at)),
  };
}

/** The folder's name of an invocation: `2026-10-26T0506-source-freshness`. */
function folderName(invocation: Invocation): string {
  const words = [];
  for (const word of invocation.args) {
    if (word.startsWith('-')) {
      break;
    }
    words.push(word);
  }
  const command = ['source', 'docs'].includes(words[0] ?? '') ? words.slice(0, 2) : [words[0]];
  return `${invocation.at.replace(':', '')}-${command.join('-')}`;
}

/** When a file was last written, in nanoseconds; 0 if it is not there. */
function writtenAt(path: string): bigint {
  return existsSync(path) ? statSync(path, { bigint: true }).mtimeNs : 0n;
}

/** Runs dbt for an invocation and gives back its exit code. */
function runDbt(invocation: Invocation): { exit: number | null; printed: string } {
  const logging = ['--log-format-file', 'json', '--log-level-file', invocation.logLevel ?? 'info'];
  const { status, stdout } = spawnSync(join(VENV, 'bin', 'dbt'), [...invocation.args, ...logging], {
    cwd: WORK,
    env: dbtEnvironment(invocation.at),
    encoding: 'utf8',
  });
  return { exit: status, printed: stdout };
}

/** Runs an invocation and copies what dbt wrote to `folder`; says what was not as in the story. */
function play(invocation: Invocation, folder: string): string {
  layProject(invocation.overlays ?? []);
  loadRaw(invocation.at);
  rmSync(join(WORK, 'logs'), { recursive: true, force: true });
  const target = join(WORK, invocation.targetPath ?? 'target');
  const before = OUTPUTS.map((file) => writtenAt(join(target, file)));
  const { exit, printed } = runDbt(invocation);
  mkdirSync(folder, { recursive: true });
  cpSync(join(WORK, 'logs', 'dbt.log'), join(folder, 'dbt.log'));
  for (const [index, file] of OUTPUTS.entries()) {
    const path = join(target, file);
    if (writtenAt(path) !== before[index]) {
      cpSync(path, join(folder, file));
    }
  }
  const wanted = invocation.exit ?? (invocation.fails ? 1 : 0);
  const failed = failures(folder);
  const asTold = (invocation.fails ?? []).every((name) => failed.some((id) => id.includes(name)));
  if (exit === wanted && asTold && failed.length === (invocation.fails ?? []).length) {
    return '';
  }
  return `exit ${exit}, not ${wanted}; failed: ${failed.join(', ')}\n${printed}`;
}

/**
 * Plays an invocation until it goes as the story tells, three times at most, each time from the
 * same state. It always does but for one thing: now and then DuckDB does not let the Python model
 * read while the other thread renames a table (“…__dbt_backup does not exist”).
 */
function invoke(invocation: Invocation): void {
  const name = folderName(invocation);
  const folder = join(COLLECTED, 'runs', name);
  const saved = join(SCRATCH, 'before');
  rmSync(saved, { recursive: true, force: true });
  cpSync(WORK, saved, { recursive: true, preserveTimestamps: true });
  let wrong = '';
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    wrong = play(invocation, folder);
    if (wrong === '') {
      say(`${name.padEnd(36)} ${statuses(folder)}`);
      for (const file of invocation.drop ?? []) {
        rmSync(join(folder, file));
      }
      return;
    }
    say(`${name}: again, for: ${wrong.split('\n')[0] ?? ''}`);
    rmSync(folder, { recursive: true });
    rmSync(WORK, { recursive: true });
    cpSync(saved, WORK, { recursive: true, preserveTimestamps: true });
  }
  throw new Error(`${name}: ${wrong}`);
}

/** The results of an invocation, of whichever artifact it wrote. */
function resultsOf(folder: string): { status: string; unique_id: string }[] {
  return OUTPUTS.map((file) => join(folder, file))
    .filter((path) => existsSync(path))
    .flatMap((path) => {
      const artifact = JSON.parse(readFileSync(path, 'utf8')) as {
        results: { status: string; unique_id: string }[];
      };
      return artifact.results;
    });
}

/** What failed in an invocation, by unique id. */
function failures(folder: string): string[] {
  const bad = ['error', 'fail', 'partial success', 'runtime error'];
  return resultsOf(folder)
    .filter(({ status }) => bad.includes(status))
    .map(({ unique_id: id }) => id);
}

/** How many results of each status an invocation had. */
function statuses(folder: string): string {
  const counts = new Map<string, number>();
  for (const { status } of resultsOf(folder)) {
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return [...counts].map(([status, count]) => `${status} ${count}`).join(', ');
}

/** Keeps the artifacts of production for `--state`, as a CI job would. */
function keepState(): void {
  const state = join(WORK, 'prod_state');
  rmSync(state, { recursive: true, force: true });
  mkdirSync(state);
  for (const file of ['manifest.json', 'run_results.json']) {
    cpSync(join(WORK, 'target', file), join(state, file));
  }
}

/** The newest file of a name among the collected invocations of a command. */
function newest(command: string, file: string): string {
  const folders = readdirSync(join(COLLECTED, 'runs'))
    .filter((name) => name.endsWith(`-${command}`))
    .sort();
  return join(COLLECTED, 'runs', folders.at(-1) ?? '', file);
}

/** Copies the newest state of the story to the top of the collection. */
function collectTopLevel(): void {
  for (const file of TOP_LEVEL) {
    cpSync(join(WORK, 'target', file), join(COLLECTED, file));
  }
  cpSync(newest('build', 'run_results.json'), join(COLLECTED, 'run_results.json'));
  cpSync(newest('source-freshness', 'sources.json'), join(COLLECTED, 'sources.json'));
}

/** Names of this machine that no artifact may have in it. */
function forbiddenWords(): string[] {
  const words = [REPO, dirname(REPO), homedir(), process.env['USER'] ?? '', '/home/'];
  words.push(hostname().length > 3 ? hostname() : '', 'PIP_', '_proxy', '_PROXY');
  return words.filter((word) => word.length > 1 && word !== '/' && word !== 'root');
}

/** Fails if a file of the collection has a path or a name of this machine in it. */
function checkNothingPrivate(): void {
  for (const file of filesUnder(COLLECTED)) {
    const content = readFileSync(join(COLLECTED, file), 'utf8');
    for (const word of forbiddenWords()) {
      const found = content.indexOf(word);
      if (found >= 0) {
        const around = content.slice(Math.max(0, found - 60), found + 60);
        throw new Error(`${file} has “${word}” in it: …${around}…`);
      }
    }
  }
}

/** Fails if the collection is larger than a repository should have to carry. */
function checkSize(): void {
  const sizes = filesUnder(COLLECTED).map((file) => statSync(join(COLLECTED, file)).size);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  say(`${sizes.length} files, ${(total / 1024 / 1024).toFixed(2)} MiB`);
  if (total > MAX_TOTAL_BYTES) {
    throw new Error('the collection is too large');
  }
}

/** Puts the collection into the repository in place of the one that was there. */
function publish(): void {
  rmSync(join(SAMPLES, 'runs'), { recursive: true, force: true });
  cpSync(COLLECTED, SAMPLES, { recursive: true });
}

/** Makes everything that the invocations need. */
function prepare(keepVenv: boolean): void {
  rmSync(SCRATCH, { recursive: true, force: true });
  rmSync(WORK, { recursive: true, force: true });
  mkdirSync(COLLECTED, { recursive: true });
  mkdirSync(WORK, { recursive: true });
  if (!keepVenv || !existsSync(join(VENV, 'bin', 'dbt'))) makeVenv(VENV);
  makeClock();
  makeRaw();
}

function main(): void {
  const started = Date.now();
  if (!process.argv.includes('--resume')) {
    prepare(process.argv.includes('--keep-venv'));
  }
  for (const invocation of INVOCATIONS) {
    if (existsSync(join(COLLECTED, 'runs', folderName(invocation)))) {
      continue; // played before the interruption that `--resume` goes on from
    }
    invoke(invocation);
    if (invocation.args[0] === 'docs') {
      keepState();
    }
  }
  collectTopLevel();
  checkNothingPrivate();
  checkSize();
  publish();
  say(`done in ${Math.round((Date.now() - started) / 1000)} s`);
}

main();
