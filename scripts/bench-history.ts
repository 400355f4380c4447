/**
 * Measures the history of runs: what importing old artifacts takes, how many bytes a result takes in the archive, and
 * what one new invocation adds to a warm build.
 *
 *     node scripts/bench-history.ts [invocations, 1000] [nodes, 1000] [--folder DIR] [--json]
 *
 * Compile first. `--folder` keeps what is made, and uses it again. Figures are honest on an idle machine only; seconds
 * of the processor (user) are given beside those on the clock.
 */
import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { measureProcess } from './bench/measure-process.ts';
import { Random } from './synthetic/random.ts';
import { writeArtifacts } from './synthetic/write-artifacts.ts';

const { values, positionals } = parseArgs({
  options: { folder: { type: 'string' }, json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [invocations, nodes] = [Number(positionals[0] ?? 1000), Number(positionals[1] ?? 1000)];
if (!(invocations >= 1) || !(nodes >= 1)) {
  process.stderr.write('usage: node scripts/bench-history.ts [invocations] [nodes]\n');
  process.exit(2);
}

const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const folder = resolve(values.folder ?? mkdtempSync(join(tmpdir(), 'bench-history-')));
const [target, old, cache] = ['target', 'old', 'cache'].map((name) => join(folder, name));
const history = join(folder, 'history');
const random = new Random(7);
/** Results of a node as dbt writes them; one fifth of the nodes are built, the others are tests. */
const ids = prepare();

try {
  const imported = await measure([
    'import',
    old ?? '',
    '--history',
    history,
    '--cache',
    cache ?? '',
  ]);
  const again = await measure(['import', old ?? '', '--history', history, '--cache', cache ?? '']);
  const entries = readdirSync(history).filter((name) => name.endsWith('.json.gz'));
  const bytes = entries.reduce((sum, name) => sum + statSync(join(history, name)).size, 0);
  const results = entries.length * nodes;
  await build();
  const warm = [await build(), await build()].sort((a, b) => a.seconds - b.seconds)[0];
  writeFileSync(
    join(target ?? '', 'run_results.json'),
    JSON.stringify(runResults(invocations + 1)),
  );
  const added = await build();
  const figures = {
    invocations: entries.length,
    nodes,
    importSeconds: imported.seconds,
    importAgainSeconds: again.seconds,
    importPeakBytes: imported.peakBytes,
    bytesPerResult: bytes / results,
    warmSeconds: warm?.seconds ?? null,
    newInvocationSeconds: added.seconds,
    addedSeconds: added.seconds - (warm?.seconds ?? 0),
    allowedSeconds: 1 + 0.003 * nodes,
  };
  process.stdout.write(
    values.json
      ? `${JSON.stringify(figures, null, 2)}\n`
      : Object.entries(figures)
          .map(([name, value]) => `${name.padEnd(22)}${String(round(value))}\n`)
          .join(''),
  );
} finally {
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
}

function round(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1000) / 1000;
}

async function measure(args: readonly string[]) {
  return measureProcess([main, ...args, '--quiet']);
}

async function build() {
  const options = ['--out', join(folder, 'site'), '--cache', cache ?? '', '--history', history];
  return measure(['build', target ?? '', ...options]);
}

/** Writes a project and the results of its past, and gives the ids of what runs. */
function prepare(): readonly string[] {
  // The generator makes about three nodes of each model; surplus ones don't run.
  if (!existsSync(join(target ?? '', 'manifest.json'))) {
    writeArtifacts(Math.ceil(nodes / 2), target ?? '', 1);
    rmSync(join(target ?? '', 'run_results.json'));
  }
  const manifest: unknown = JSON.parse(readFileSync(join(target ?? '', 'manifest.json'), 'utf8'));
  const all =
    typeof manifest === 'object' && manifest !== null && 'nodes' in manifest && manifest.nodes
      ? Object.keys(manifest.nodes)
      : [];
  const ran = all.filter((id) => /^(?:model|seed|snapshot|test)\./.test(id)).slice(0, nodes);
  if (ran.length < nodes) throw new Error(`The project has only ${ran.length} nodes that run.`);
  for (let number = 1; number <= invocations; number++) {
    const place = join(old ?? '', `${number % 40}`, `run-${number}`);
    if (existsSync(place)) continue;
    mkdirSync(place, { recursive: true });
    const bytes = Buffer.from(JSON.stringify(runResults(number, ran)));
    const isZipped = number % 2 === 0;
    const name = `run_results.json${isZipped ? '.gz' : ''}`;
    writeFileSync(join(place, name), isZipped ? gzipSync(bytes, { level: 1 }) : bytes);
  }
  return ran;
}

/** One invocation an hour; times to the microsecond, durations as floating-point differences, as dbt writes them. */
function runResults(number: number, ran: readonly string[] = ids): object {
  const began = Date.UTC(2026, 0, 1) + number * 3_600_000;
  let at = began + 5000;
  const results = ran.map((id, index) => {
    const isTest = id.startsWith('test.');
    const compiled = at + 5 + random.next() * 40;
    const done = compiled + random.next() ** 3 * (isTest ? 800 : 9000);
    const rows = random.between(0, 5_000_000);
    const isBad = random.next() < 0.01;
    const started = at;
    at += random.next() * 400;
    return {
      unique_id: id,
      status: isBad ? (isTest ? 'fail' : 'error') : isTest ? 'pass' : 'success',
      timing: [
        { name: 'compile', started_at: micro(started), completed_at: micro(compiled) },
        { name: 'execute', started_at: micro(compiled), completed_at: micro(done) },
      ],
      thread_id: `Thread-${1 + (index % 8)} (worker)`,
      execution_time: Math.round(((done - started) / 1000 + 0.004) * 2 ** 22) / 2 ** 22,
      adapter_response: isTest
        ? { _message: 'SELECT 1', code: 'SELECT', rows_affected: 1 }
        : { _message: `INSERT 0 ${rows}`, code: 'INSERT', rows_affected: rows, query_id: uuid() },
      message: isBad
        ? `Got ${rows} results, configured to fail if != 0`
        : isTest
          ? null
          : `INSERT 0 ${rows}`,
      failures: isTest ? (isBad ? rows : 0) : null,
      compiled: true,
      compiled_code: isBad ? `select * from t where id = ${rows}` : 'select 1',
      relation_name: null,
    };
  });
  return {
    metadata: {
      dbt_schema_version: 'https://schemas.getdbt.com/dbt/run-results/v6.json',
      dbt_version: '1.11.0',
      generated_at: micro(at + 10_000),
      invocation_id: randomUUID(),
      invocation_started_at: micro(began),
      env: {},
    },
    args: { which: 'build', threads: 8, target: 'prod', select: [], exclude: [] },
    elapsed_time: (at + 10_000 - began) / 1000,
    results,
  };
}

function uuid(): string {
  const hex = Array.from({ length: 4 }, () => random.between(0, 2 ** 32 - 1).toString(16));
  return hex.map((part) => part.padStart(8, '0')).join('');
}

/** ISO 8601 with six digits of a second. */
function micro(ms: number): string {
  const digits = Math.floor((ms % 1) * 1000)
    .toString()
    .padStart(3, '0');
  return new Date(Math.floor(ms)).toISOString().replace('Z', `${digits}Z`);
}
