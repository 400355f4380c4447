import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { compileNginxModule } from '../../scripts/compile-nginx-module.ts';
import { prepareNginx } from '../../src/nginx/prepare-nginx.ts';
import { httpGet } from '../http-get.ts';

/** A running nginx that serves one folder with the nginx.conf of this repository. */
export interface NginxServer {
  /** Scheme, host and port. */
  readonly origin: string;
  readonly port: number;
  /** Folder of the configuration. */
  readonly folder: string;
  /** What nginx has written to standard error until now. */
  readonly errors: () => string;
  /** The lines of the access log until now; they come a second after their request. */
  readonly log: () => Promise<Record<string, unknown>[]>;
  /** Asks nginx to finish what it is serving and to stop; resolves with its exit code. */
  readonly stop: () => Promise<number | null>;
}

export interface NginxOptions {
  /** Variables, as the container has them. */
  readonly env?: Readonly<Record<string, string>>;
  /** What stands in for nginx.conf's own words, such as long timeouts. */
  readonly replace?: readonly (readonly [from: string, to: string])[];
  /** Folder of the modules that nginx loads; made anew when it is not given. */
  readonly modules?: string;
}

/**
 * Starts Debian's nginx as the container does, but for paths and port.
 *
 * @param state folder that stands for `/site`, readable by everyone: nginx drops root's rights. Its
 * `current` is what is served
 */
export async function startNginx(
  state: string,
  { env = {}, replace = [], modules }: NginxOptions = {},
): Promise<NginxServer> {
  const folder = await mkdtemp(join(tmpdir(), 'nginx-'));
  await chmod(folder, 0o755);
  const port = await freePort();
  const template = join(folder, 'template.conf');
  await writeFile(
    template,
    withReplaced(await readFile('nginx.conf', 'utf8'), [
      ['/tmp/nginx', join(folder, 'run')],
      [' /site', ` ${state}`],
      ['/dev/stdout', join(folder, 'access.log')],
      ['worker_processes auto', 'worker_processes 1'],
      ...replace,
    ]),
  );
  if (modules === undefined && env['AUTH'] === 'jwt') await compileNginxModule(folder);
  const { conf } = prepareNginx({
    env: { PORT: String(port), LISTEN_ADDRESS: '127.0.0.1', ...env },
    conf: template,
    folder,
    modules: modules ?? folder,
  });

  const nginx = spawn('/usr/sbin/nginx', ['-c', conf, '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  nginx.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const ended = once(nginx, 'exit');

  const origin = `http://127.0.0.1:${String(port)}`;
  await Promise.race([
    untilHealthy(origin),
    ended.then(() => {
      throw new Error(`nginx did not start:\n${errors}`);
    }),
  ]);
  return {
    origin,
    port,
    folder,
    errors: () => errors,
    log: async () => {
      const text = await readFile(join(folder, 'access.log'), 'utf8');
      return text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    },
    stop: async () => {
      nginx.kill('SIGQUIT');
      await ended;
      await rm(folder, { recursive: true });
      return nginx.exitCode;
    },
  };
}

function withReplaced(conf: string, replacements: NonNullable<NginxOptions['replace']>): string {
  return replacements.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`nginx.conf has no "${from}" to replace`);
    return text.replaceAll(from, to);
  }, conf);
}

/** Systems take no port below this for connections and servers that ask for any: nobody comes between. */
const FIRST_PORT = 20_000;
const PORTS = 10_000;

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST_PORT + randomInt(PORTS);
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}

/** How long a busy machine may take to start nginx; that it ended is told at once. */
const PATIENCE_MS = 30_000;

async function untilHealthy(origin: string): Promise<void> {
  for (const began = performance.now(); performance.now() - began < PATIENCE_MS;) {
    const response = await httpGet(origin, '/healthz').catch(() => null);
    if (response?.status === 200) return;
    await sleep(25);
  }
  throw new Error(`nginx did not answer /healthz within ${String(PATIENCE_MS / 1000)} seconds`);
}
