import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { httpGet } from '../http-get.ts';

/** A running nginx that serves one folder with the nginx.conf of this repository. */
export interface NginxServer {
  /** Scheme, host and port. */
  readonly origin: string;
  /** Asks nginx to finish what it is serving and to stop; resolves with its exit code. */
  readonly stop: () => Promise<number | null>;
}

/**
 * Starts Debian's nginx with nginx.conf as it stands but for paths and port.
 *
 * @param site folder to serve, readable by everyone: nginx drops root's rights
 */
export async function startNginx(site: string): Promise<NginxServer> {
  const folder = await mkdtemp(join(tmpdir(), 'nginx-'));
  await chmod(folder, 0o755);
  const port = await freePort();
  const conf = join(folder, 'nginx.conf');
  await writeFile(conf, render(await readFile('nginx.conf', 'utf8'), { folder, site, port }));

  const nginx = spawn('/usr/sbin/nginx', ['-c', conf, '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  nginx.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const ended = once(nginx, 'exit');

  const origin = `http://127.0.0.1:${port}`;
  await Promise.race([
    untilHealthy(origin),
    ended.then(() => {
      throw new Error(`nginx did not start:\n${log}`);
    }),
  ]);
  return {
    origin,
    stop: async () => {
      nginx.kill('SIGQUIT');
      await ended;
      await rm(folder, { recursive: true });
      return nginx.exitCode;
    },
  };
}

interface Place {
  readonly folder: string;
  readonly site: string;
  readonly port: number;
}

function render(conf: string, { folder, site, port }: Place): string {
  const replacements: [from: string, to: string][] = [
    ['/tmp/nginx', join(folder, 'nginx')],
    ['listen 8080 default_server', `listen 127.0.0.1:${port} default_server`],
    ['root /site/current', `root ${site}`],
    ['/dev/stdout', join(folder, 'access.log')],
    ['worker_processes auto', 'worker_processes 1'],
  ];
  return replacements.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`nginx.conf has no "${from}" to replace`);
    return text.replaceAll(from, to);
  }, conf);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function untilHealthy(origin: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const response = await httpGet(origin, '/healthz').catch(() => null);
    if (response?.status === 200) return;
    await sleep(25);
  }
  throw new Error('nginx did not answer /healthz within 5 seconds');
}
