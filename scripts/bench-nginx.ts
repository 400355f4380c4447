/**
 * How many requests a second nginx serves of one page of 20 KB with the configuration of this
 * repository, beside nginx with a configuration of two lines, in turns in one run:
 *
 *     node scripts/bench-nginx.ts [rounds]
 *
 * Requests a second depend on what else the machine does; what a request costs nginx in processor
 * time does so less, and is shown beside it.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { prepareNginx } from '../src/nginx/prepare-nginx.ts';

const ROUNDS = Number(process.argv[2] ?? 45);
const REQUESTS = 1000;
const CONNECTIONS = 16;
/** Of both, on one processor: two may be unequally fast, and busy. */
const ONE_WORKER = 'worker_processes 1; worker_cpu_affinity 01';
const PAGE = '/models/model.shop.orders/';

/** What clients send, from a browser to the barest program. */
const CLIENTS = {
  'a browser, compressed': 'Accept: text/html,*/*;q=0.8\r\nAccept-Encoding: gzip, br\r\n',
  'a browser, as it is': 'Accept: text/html,*/*;q=0.8\r\n',
  'no headers': '',
} as const;

interface Running {
  readonly name: string;
  readonly port: number;
  /** Process id of the one worker. */
  readonly worker: number;
  readonly stop: () => void;
}

// What asks has another processor than what answers.
spawnSync('taskset', ['-a', '-c', '-p', '1', String(process.pid)]);

const folder = mkdtempSync(join(tmpdir(), 'bench-nginx-'));
chmodSync(folder, 0o755);
// As the container has it: a link to a release, which the log names.
const site = join(folder, 'current');
mkdirSync(join(folder, 'releases/1-0123abcd', PAGE), { recursive: true });
symlinkSync('releases/1-0123abcd', site);
const page = sampleText(20_000);
for (const [suffix, bytes] of [
  ['', Buffer.from(page)],
  ['.gz', gzipSync(page, { level: 6 })],
  ['.br', brotliCompressSync(page)],
] as const) {
  writeFileSync(join(site, PAGE, `index.html${suffix}`), bytes);
}
writeFileSync(join(site, 'index.html'), page);

const plain = await start('two lines', await plainConf());
const ours = await start('nginx.conf', await ourConf());
try {
  for (const [name, headers] of Object.entries(CLIENTS)) await compare(name, headers);
} finally {
  plain.stop();
  ours.stop();
  rmSync(folder, { recursive: true });
}

async function compare(name: string, headers: string): Promise<void> {
  const request = `GET ${PAGE} HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n`;
  const rounds: { readonly a: Measure; readonly b: Measure }[] = [];
  await measure(plain, request);
  await measure(ours, request);
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.push({ a: await measure(plain, request), b: await measure(ours, request) });
  }
  const of = (figure: (round: { a: Measure; b: Measure }) => number): number =>
    median(rounds.map(figure));
  console.log(
    `${name.padEnd(22)} two lines ${of(({ a }) => a.perSecond).toFixed(0)}/s, ${of(({ a }) => a.cpu).toFixed(1)} µs each; ` +
      `nginx.conf ${of(({ b }) => b.perSecond).toFixed(0)}/s, ${of(({ b }) => b.cpu).toFixed(1)} µs each; ` +
      `ratio ${of(({ a, b }) => b.perSecond / a.perSecond).toFixed(2)}, ` +
      `by processor time ${of(({ a, b }) => a.cpu / b.cpu).toFixed(2)}`,
  );
}

interface Measure {
  readonly perSecond: number;
  /** Microseconds of processor time for each request. */
  readonly cpu: number;
}

async function measure({ port, worker }: Running, request: string): Promise<Measure> {
  const size = await sizeOfAnswer(port, request);
  const [begin, cpu] = [performance.now(), processorTime(worker)];
  const each = REQUESTS / CONNECTIONS;
  await Promise.all(Array.from({ length: CONNECTIONS }, () => ask(port, request, size, each)));
  const seconds = (performance.now() - begin) / 1000;
  return {
    perSecond: REQUESTS / seconds,
    cpu: ((processorTime(worker) - cpu) / REQUESTS) * 1e6,
  };
}

/** Asks again and again on one connection. Each answer has the same number of bytes. */
function ask(port: number, request: string, size: number, times: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let missing = size;
    let left = times;
    const bytes = Buffer.from(request);
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => socket.write(bytes));
    socket.on('error', reject);
    socket.on('close', resolve);
    socket.on('data', ({ length }) => {
      missing -= length;
      if (missing > 0) return;
      if (missing < 0) reject(new Error('An answer was longer than the first one.'));
      missing = size;
      left -= 1;
      if (left > 0) socket.write(bytes);
      else socket.destroy();
    });
  });
}

async function sizeOfAnswer(port: number, request: string): Promise<number> {
  const socket = connect(port, '127.0.0.1');
  socket.write(request);
  let answer = '';
  for await (const chunk of socket.setEncoding('latin1')) {
    answer += String(chunk);
    const [, length] = /\r\nContent-Length: (\d+)\r\n/.exec(answer) ?? [];
    const head = answer.indexOf('\r\n\r\n') + 4;
    if (length === undefined || answer.length < head + Number(length)) continue;
    if (!answer.startsWith('HTTP/1.1 200 ')) throw new Error(`Not 200: ${answer.slice(0, head)}`);
    return answer.length;
  }
  throw new Error(`nginx hung up:\n${answer}`);
}

/** Seconds that the one thread of a process has run. */
function processorTime(pid: number): number {
  return Number(readFileSync(`/proc/${String(pid)}/schedstat`, 'utf8').split(' ')[0]) / 1e9;
}

async function plainConf(): Promise<string> {
  const port = await freePort();
  const conf = join(folder, 'plain.conf');
  // The two lines are the last ones; the others say where nginx may write, and keep it to one worker.
  const lines = [
    `daemon off; pid ${folder}/plain.pid; ${ONE_WORKER};`,
    'events {}',
    `http { access_log ${folder}/plain.log; server { listen 127.0.0.1:${String(port)}; root ${site}; } }`,
  ];
  writeFileSync(conf, `${lines.join('\n')}\n`);
  return conf;
}

async function ourConf(): Promise<string> {
  const port = await freePort();
  const template = join(folder, 'template.conf');
  const text = readFileSync('nginx.conf', 'utf8')
    .replaceAll('/tmp/nginx', `${folder}/run`)
    .replaceAll(' /site', ` ${folder}`)
    .replaceAll('/dev/stdout', `${folder}/ours.log`)
    .replaceAll('worker_processes auto', ONE_WORKER);
  writeFileSync(template, text);
  const env = { PORT: String(port), LISTEN_ADDRESS: '127.0.0.1' };
  return prepareNginx({ env, conf: template, folder, modules: folder }).conf;
}

async function start(name: string, conf: string): Promise<Running> {
  const port = Number(/127\.0\.0\.1:(\d+)/.exec(readFileSync(conf, 'utf8'))?.[1]);
  const nginx = spawn('/usr/sbin/nginx', ['-c', conf, '-e', join(folder, 'errors.log')], {
    stdio: 'ignore',
  });
  await sleep(500);
  const worker = readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .find((pid) => parentOf(pid) === nginx.pid);
  if (worker === undefined) throw new Error(`${name} did not start.`);
  return { name, port, worker: Number(worker), stop: () => nginx.kill('SIGTERM') };
}

function parentOf(pid: string): number | null {
  try {
    const rest = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1] ?? '';
    return Number(rest.split(' ')[1]);
  } catch {
    return null;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Text that compresses about as well as a page does. */
function sampleText(length: number): string {
  let text = '<!doctype html><title>orders</title>';
  for (let at = 0; text.length < length; at += 1) {
    text += `<tr><td>column_${String(at)}</td><td>${String((at * 2_654_435_761) % 4_294_967_296)}</td></tr>\n`;
  }
  return text.slice(0, length);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
