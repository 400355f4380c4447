/**
 * Has a live site built hundreds of times, and says whether memory, open files or the disk grow;
 * then fills its disk, and empties it again. Linux only; with --full-disk as root.
 *
 *     node scripts/soak.ts [--rounds 300] [--full-disk]
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { writeArtifacts } from './synthetic/write-artifacts.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '300' },
    models: { type: 'string', default: '20' },
    'full-disk': { type: 'boolean', default: false },
  },
});

const MAIN = new URL('../dist/cli/main.js', import.meta.url).pathname;
const root = mkdtempSync(join(tmpdir(), 'soak-'));
const artifacts = join(root, 'artifacts');
const site = join(root, 'site');

interface Status {
  readonly state: string;
  readonly builds: readonly { readonly result: string; readonly seconds: number }[];
  readonly problem: { readonly code: string } | null;
  readonly release: { readonly id: string } | null;
}

function status(): Status | null {
  try {
    return JSON.parse(readFileSync(join(site, 'status.json'), 'utf8')) as Status;
  } catch {
    return null;
  }
}

async function until(isReached: (status: Status) => boolean, what: string): Promise<Status> {
  for (let attempt = 0; attempt < 6000; attempt++) {
    const found = status();
    if (found !== null && isReached(found)) return found;
    await sleep(50);
  }
  throw new Error(`${what} did not come: ${JSON.stringify(status())}`);
}

/** Changes what the pages show, as a run of dbt would. */
function change(round: number): void {
  const file = join(artifacts, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as {
    nodes: Record<string, { resource_type?: string; description?: string }>;
  };
  const models = Object.values(manifest.nodes).filter((node) => node.resource_type === 'model');
  const model = models[round % models.length];
  if (model !== undefined) model.description = `Described in round ${String(round)}.`;
  writeFileSync(file, JSON.stringify(manifest));
}

/** The number of the release that is shown: it counts what was published. */
const numberOf = ({ release }: Status): number => Number(release?.id.split('-')[0] ?? 0);

interface Figures {
  /** Memory without the program, whose pages come and go. */
  readonly own: number;
  readonly handles: number;
  readonly disk: number;
  /** The part of the disk that is kept for seven days: assets of releases that are gone. */
  readonly pool: number;
  readonly releases: number;
}

function figures(pid: number): Figures {
  const own = /RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1];
  const pool = kilobytes(join(site, 'pool'));
  return {
    own: Math.round(Number(own) / 1024),
    handles: readdirSync(`/proc/${String(pid)}/fd`).length,
    disk: kilobytes(site),
    pool,
    releases: readdirSync(join(site, 'releases')).length,
  };
}

function kilobytes(folder: string): number {
  // Its exit code is of no interest: what is old is removed meanwhile.
  const { stdout } = spawnSync('du', ['-sk', folder], { encoding: 'utf8' });
  return Number(stdout.trim().split('\n').at(-1)?.split('\t')[0]);
}

function start(): ReturnType<typeof spawn> {
  return spawn(process.execPath, [MAIN, 'live', artifacts, '--folder', site, '--json'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, POLL_MS: '100', SETTLE_MS: '100' },
  });
}

async function rounds(count: number): Promise<void> {
  const live = start();
  const pid = live.pid ?? 0;
  await until(({ builds }) => builds.length > 0, 'The first build');
  const every = Math.max(1, Math.floor(count / 10));
  for (let round = 1; round <= count; round++) {
    change(round);
    await until(
      (now) => numberOf(now) > round && now.state === 'up_to_date',
      `Round ${String(round)}`,
    );
    if (round % every !== 0 && round !== 1) continue;
    const { own, handles, disk, pool, releases } = figures(pid);
    process.stdout.write(
      `round ${String(round).padStart(4)}  ${String(own)} MB  ${String(handles)} handles  ${String(disk)} kB of disk, of which pool ${String(pool)}  ${String(releases)} releases\n`,
    );
  }
  live.kill('SIGTERM');
  await once(live, 'exit');
  process.stdout.write(`ended with ${String(live.exitCode)}\n`);
}

async function fullDisk(): Promise<void> {
  rmSync(site, { recursive: true, force: true });
  mkdirSync(site);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', site]);
  const live = start();
  try {
    const before = await until(({ state }) => state === 'up_to_date', 'The first build');
    const filler = join(site, 'filler');
    try {
      const { bavail, bsize } = statfsSync(site);
      writeFileSync(filler, Buffer.alloc(bavail * bsize));
    } catch {
      // Something else was quicker; what there was room for is written.
    }
    change(100_001);
    // status.json itself may not be written now.
    await sleep(15_000);
    const page = readFileSync(join(site, 'current/index.html'), 'utf8').length;
    process.stdout.write(
      `full: ${String(page)} bytes of the first page, ${String(status()?.release?.id)} shown\n`,
    );
    rmSync(filler);
    const after = await until((now) => numberOf(now) > numberOf(before), 'The build after that');
    process.stdout.write(`emptied: ${String(after.release?.id)} shown, ${after.state}\n`);
  } finally {
    live.kill('SIGTERM');
    await once(live, 'exit');
    execFileSync('umount', [site]);
  }
}

try {
  writeArtifacts(Number(values.models), artifacts, 1);
  if (values['full-disk']) await fullDisk();
  else await rounds(Number(values.rounds));
} finally {
  rmSync(root, { recursive: true, force: true });
}
