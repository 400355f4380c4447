/**
 * Measures how long `dbt-workbench live` takes from a change of `manifest.json` to the new release being shown: of 10
 * models with other code, and of 10 with other descriptions. The pause between two looks at the artifacts is short, the
 * time for which they have to be still is the default. Before each change the tree of the next release is ready.
 *
 *     node scripts/bench-live.ts TARGET [--rounds 3] [--json]
 *
 * TARGET is a folder of artifacts, which is copied: the sample, or what `generate-artifacts.ts` makes. Compile first.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CHANGED_MODELS, editedManifest, type EditedNode } from './bench/edited-manifest.ts';

const POLL_MS = 100;
/** By then the last release is tidied up after, and the tree of the next one is ready. */
const TIDIED_MS = 5000;
const LONGEST_MS = 300_000;

const { values, positionals } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const [artifacts] = positionals;
const rounds = Number(values.rounds);
if (artifacts === undefined || !Number.isInteger(rounds) || rounds < 1) {
  process.stderr.write('usage: node scripts/bench-live.ts TARGET [--rounds 3] [--json]\n');
  process.exit(2);
}

const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bench-live-'));
const target = join(folder, 'target');
const state = join(folder, 'state');
const live = [main, 'live', target, '--folder', state, '--quiet'];

try {
  cpSync(resolve(artifacts), target, { recursive: true });
  const { status, stderr } = spawnSync(process.execPath, [...live, '--once'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The first release failed:\n${stderr}`);
  const supervisor = spawn(process.execPath, live, {
    env: { ...process.env, POLL_MS: String(POLL_MS) },
    stdio: 'inherit',
  });
  try {
    await measure(supervisor);
  } finally {
    supervisor.kill();
    if (supervisor.exitCode === null) await once(supervisor, 'exit');
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(supervisor: ChildProcess): Promise<void> {
  await until(() => statusOf().builds.length > 1, supervisor);
  const edits: Record<string, (node: EditedNode, round: number) => Partial<EditedNode>> = {
    code: (node, round) => ({ raw_code: `${node.raw_code}\n-- edit ${round}` }),
    words: (node, round) => ({ description: `${node.description} (edit ${round})` }),
  };
  const seconds: Record<string, number[]> = { code: [], words: [] };
  for (let round = 1; round <= rounds; round++) {
    for (const [kind, edit] of Object.entries(edits)) {
      seconds[kind]?.push(await shownAfter((node) => edit(node, round), supervisor));
    }
  }
  const machine = `${cpus()[0]?.model ?? 'unknown'}, ${availableParallelism()} cores`;
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ machine, seconds }, null, 2)}\n`);
    return;
  }
  process.stdout.write(`${machine}\n`);
  for (const [kind, times] of Object.entries(seconds)) {
    const list = times.map((time) => time.toFixed(2)).join(', ');
    process.stdout.write(`${CHANGED_MODELS} models with new ${kind}: shown after ${list} s\n`);
  }
}

/** From when the manifest is replaced to when another release is shown, in seconds. */
async function shownAfter(
  edit: (node: EditedNode) => Partial<EditedNode>,
  supervisor: ChildProcess,
): Promise<number> {
  const manifest = join(target, 'manifest.json');
  writeFileSync(
    `${manifest}.new`,
    editedManifest(manifest, (models) => models, edit),
  );
  await sleep(TIDIED_MS);
  const before = shown();
  renameSync(`${manifest}.new`, manifest);
  const began = performance.now();
  await until(() => shown() !== before, supervisor);
  return (performance.now() - began) / 1000;
}

function shown(): string {
  return readlinkSync(join(state, 'current'));
}

function statusOf(): { builds: unknown[] } {
  return JSON.parse(readFileSync(join(state, 'status.json'), 'utf8')) as { builds: unknown[] };
}

/** Looks fifty times a second. */
async function until(isSo: () => boolean, supervisor: ChildProcess): Promise<void> {
  for (let waited = 0; !isSo(); waited += 20) {
    if (supervisor.exitCode !== null) throw new Error('The supervisor has ended.');
    if (waited > LONGEST_MS) throw new Error(`Nothing new is shown: see ${state}/status.json.`);
    await sleep(20);
  }
}
