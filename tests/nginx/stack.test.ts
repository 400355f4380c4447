import { once } from 'node:events';
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { artifactFiles, folderWith, temporaryFolder } from '../hostile/artifacts-folder.ts';
import { manifest, model } from '../hostile/artifact-pieces.ts';
import { httpGet } from '../http-get.ts';
import { type LiveProcess, startLive } from '../live/live-process.ts';
import { freePort } from './nginx-server.ts';
import { AUDIENCE, hsToken, ISSUER, KEY_SET } from './tokens.ts';

const manifestOf = (name: string) => manifest({ nodes: [model(name)] });
const started: LiveProcess[] = [];
afterEach(async () => {
  for (const live of started.splice(0)) await live.end();
});

/** All that runs in the container, as it is started there: supervisor, nginx, and a build. */
async function startStack(env: Record<string, string>) {
  const artifacts = folderWith(artifactFiles({ manifest: manifestOf('one') }));
  const port = await freePort();
  const state = temporaryFolder();
  chmodSync(state, 0o755);
  const folder = join(state, 'site');
  const live = startLive(artifacts, folder, ['--nginx', resolve('nginx.conf')], {
    PORT: String(port),
    LISTEN_ADDRESS: '127.0.0.1',
    ...env,
  });
  started.push(live);
  const origin = `http://127.0.0.1:${String(port)}`;
  const status = async (path: string, headers: Record<string, string> = {}): Promise<number> =>
    (await httpGet(origin, path, headers).catch(() => ({ status: 0 }))).status;
  const until = async (path: string, wanted: number, headers = {}): Promise<void> => {
    await expect.poll(() => status(path, headers), { timeout: 120_000 }).toBe(wanted);
  };
  return { artifacts, folder, live, origin, status, until };
}

function keysFile(): string {
  const folder = folderWith({ 'keys.json': JSON.stringify(KEY_SET) });
  chmodSync(folder, 0o755);
  return join(folder, 'keys.json');
}

const JWT = { AUTH: 'jwt', AUTH_JWT_ISSUER: ISSUER, AUTH_JWT_AUDIENCE: AUDIENCE };

describe('supervisor and nginx together', () => {
  it('let in who brings a token, below a base path, before and after a rebuild', async () => {
    const stack = await startStack({
      ...JWT,
      AUTH_JWT_KEYS_FILE: keysFile(),
      AUTH_JWT_HEADER: 'X-Goog-IAP-JWT-Assertion',
      BASE_PATH: '/docs/',
    });
    const bearer = { 'x-goog-iap-jwt-assertion': hsToken() };
    await stack.until('/readyz', 200);
    const paths = [
      '/docs/models/model.shop.one/',
      '/docs/models/index.json',
      '/docs/search/index.json',
      '/docs/-/status.json',
    ];
    for (const path of paths) {
      expect([path, await stack.status(path), await stack.status(path, bearer)]).toEqual([
        path,
        401,
        200,
      ]);
    }
    const forged = { 'x-goog-iap-jwt-assertion': `${hsToken().slice(0, -4)}AAAA` };
    expect(await stack.status('/docs/', forged)).toBe(401);

    writeFileSync(join(stack.artifacts, 'manifest.json'), JSON.stringify(manifestOf('two')));
    await stack.until('/docs/models/model.shop.two/', 200, bearer);
    expect(await stack.status('/docs/models/model.shop.two/')).toBe(401);
    expect(await stack.live.end()).toBe(0);
  });

  it('ask an upstream, and let nobody in when it is gone', async () => {
    const server = createServer((request, response) => {
      response.writeHead(request.headers.cookie === 'session=ada' ? 202 : 401).end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('There is no port.');
    const stack = await startStack({
      AUTH: 'upstream',
      AUTH_UPSTREAM: `http://127.0.0.1:${String(address.port)}/auth`,
      AUTH_SIGN_IN: '/oauth2/start?rd={path}',
    });
    const ada = { cookie: 'session=ada' };
    await stack.until('/readyz', 200);
    const page = '/models/model.shop.one/';
    expect([await stack.status(page), await stack.status(page, ada)]).toEqual([302, 200]);
    const asset = /\/_assets\/[^"]+\.css/.exec((await httpGet(stack.origin, page, ada)).text)?.[0];
    expect([await stack.status(asset ?? ''), await stack.status(asset ?? '', ada)]).toEqual([
      302, 200,
    ]);
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
    expect(await stack.status(page, ada)).toBe(500);
    expect(await stack.status('/healthz')).toBe(200);
  });

  it('serve nothing when a setting is wrong', async () => {
    const stack = await startStack({ ...JWT, AUTH_JWT_KEYS_FILE: '/nowhere/keys.json' });
    await once(stack.live.process, 'exit');
    expect(stack.live.process.exitCode).toBe(2);
    await sleep(100);
    expect([await stack.status('/healthz'), existsSync(stack.folder)]).toEqual([0, false]);
  });
});
