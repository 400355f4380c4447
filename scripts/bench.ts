/**
 * Measures builds of a large project: cold, without a change, with 10 models whose code was edited, with 10 that got
 * other descriptions, and with 10 of which one got its first, so that coverage, health and filters change too.
 *
 *     node scripts/bench.ts <models> [--artifacts DIR] [--generator FILE] [--workers N] [--json]
 *
 * The artifacts come from `--artifacts`, or are made by `node FILE <models> <folder>` (our own
 * `generate-artifacts.ts` by default). Compile first. Peak memory is read from /proc, so it is
 * null where there is none.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CHANGED_MODELS, editedManifest, type EditedNode } from './bench/edited-manifest.ts';
import { measurePages } from './bench/measure-pages.ts';
import { measureProcess, type Measurement } from './bench/measure-process.ts';

const { values, positionals } = parseArgs({
  options: {
    artifacts: { type: 'string' },
    generator: { type: 'string' },
    workers: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const models = Number(positionals[0]);
if (!Number.isInteger(models) || models < CHANGED_MODELS) {
  process.stderr.write('usage: node scripts/bench.ts <models, at least 10> [--artifacts DIR]\n');
  process.exit(2);
}

const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const ownGenerator = fileURLToPath(new URL('./generate-artifacts.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const target = join(folder, 'target');
const site = join(folder, 'site');

try {
  prepareArtifacts();
  const cold = await build();
  const unchanged = await build();
  changeModels(
    (all) => all,
    ({ raw_code: code }) => ({ raw_code: `${code}\n-- edited` }),
  );
  const code = await build();
  changeModels((all) => all.filter(isDescribed), editWords);
  const words = await build();
  changeModels(
    (all) => [...all.filter((node) => !isDescribed(node)).slice(0, 1), ...all.filter(isDescribed)],
    editWords,
  );
  const firstWords = await build();
  const pages = measurePages(site);
  const machine = `${cpus()[0]?.model ?? 'unknown'}, ${availableParallelism()} cores`;
  if (values.json) {
    const runs = { cold, unchanged, code, words, firstWords };
    process.stdout.write(`${JSON.stringify({ models, machine, runs, pages }, null, 2)}\n`);
  } else {
    process.stdout.write(`${models} models · ${machine}\n\n`);
    process.stdout.write('build              wall s   peak MB   made    unchanged\n');
    printRow('cold', cold);
    printRow('nothing changed', unchanged);
    printRow(`${CHANGED_MODELS} with new code`, code);
    printRow(`${CHANGED_MODELS} with new words`, words);
    printRow('one of them first', firstWords);
    const { files, bytes, medianModelPage, largestModelPage } = pages;
    process.stdout.write(`\n${files} files, ${(bytes / 1e6).toFixed(1)} MB\n`);
    for (const [name, page] of Object.entries({ medianModelPage, largestModelPage })) {
      if (page === null) continue;
      const label = name === 'medianModelPage' ? 'median model page' : 'largest model page';
      process.stdout.write(
        `${label}: ${kilobytes(page.html)} of HTML gzipped, ${kilobytes(page.readable)} before it is readable (${page.file})\n`,
      );
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function prepareArtifacts(): void {
  if (values.artifacts !== undefined) {
    cpSync(resolve(values.artifacts), target, { recursive: true });
    return;
  }
  const generator = values.generator === undefined ? ownGenerator : resolve(values.generator);
  const { status, stderr } = spawnSync(process.execPath, [generator, String(models), target], {
    encoding: 'utf8',
  });
  if (status !== 0 || !existsSync(join(target, 'manifest.json'))) {
    throw new Error(`The generator failed:\n${stderr}`);
  }
}

interface BuildMeasurement extends Measurement {
  readonly made: number;
  readonly reused: number;
}

async function build(): Promise<BuildMeasurement> {
  const workers = values.workers === undefined ? [] : ['--workers', values.workers];
  const args = ['build', target, '--out', site, '--cache', join(folder, 'cache'), '--json'];
  const { stdout, ...measured } = await measureProcess([main, ...args, ...workers]);
  const last = stdout.trim().split('\n').at(-1) ?? '{}';
  const { made, reused } = JSON.parse(last) as { made: number; reused: number };
  return { ...measured, made, reused };
}

function isDescribed({ description }: EditedNode): boolean {
  return description !== '';
}

function editWords({ description }: EditedNode): Partial<EditedNode> {
  return { description: `${description} (edited)` };
}

function changeModels(
  among: (models: readonly EditedNode[]) => readonly EditedNode[],
  edit: (node: EditedNode) => Partial<EditedNode>,
): void {
  const path = join(target, 'manifest.json');
  writeFileSync(path, editedManifest(path, among, edit));
}

function printRow(name: string, { seconds, peakBytes, made, reused }: BuildMeasurement): void {
  const peak = peakBytes === null ? '?' : (peakBytes / 1e6).toFixed(0);
  const columns = [name.padEnd(18), seconds.toFixed(2).padStart(7), peak.padStart(9)];
  const counts = [String(made).padStart(7), String(reused).padStart(12)];
  process.stdout.write(`${[...columns, ...counts].join(' ')}\n`);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
