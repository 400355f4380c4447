import { readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { httpGet, type RawResponse } from '../http-get.ts';
import { startNginx, type NginxOptions, type NginxServer } from './nginx-server.ts';
import { RELEASE, SMALL_SITE, writeSmallSite, type StateFolder } from './small-site.ts';

let site: StateFolder;
let nginx: NginxServer;

beforeEach(async () => {
  site = await writeSmallSite();
});

afterEach(async () => {
  await nginx.stop();
  await site.remove();
});

async function start(env: NonNullable<NginxOptions['env']>): Promise<void> {
  nginx = await startNginx(site.folder, { env });
}

const get = (path: string, headers: Record<string, string> = {}): Promise<RawResponse> =>
  httpGet(nginx.origin, path, headers);
const JSON_CLIENT = { accept: 'application/json' };

describe('a base path', () => {
  it('moves the whole site, with its forms, redirects, errors and assets', async () => {
    await start({ BASE_PATH: '/data/do.cs/' });
    const page = await get('/data/do.cs/models/', { 'accept-encoding': 'br' });
    expect([page.status, page.headers['content-encoding']]).toEqual([200, 'br']);
    const json = await get('/data/do.cs/models/', JSON_CLIENT);
    expect(json.text).toBe(SMALL_SITE['models/index.json']);
    const redirect = await get('/data/do.cs/models?q=%2F');
    expect([redirect.status, redirect.headers.location]).toEqual([
      301,
      '/data/do.cs/models/?q=%2F',
    ]);
    const asset = await get('/data/do.cs/_assets/site.0ld0.css');
    expect([asset.status, asset.headers['cache-control']]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ]);
    const missing = await get('/data/do.cs/nothing/');
    expect([missing.status, missing.text]).toEqual([404, SMALL_SITE['404.html']]);
    const problem = await get('/data/do.cs/nothing.json');
    expect(JSON.parse(problem.text)).toMatchObject({ title: 'Not Found', status: 404 });
    expect((await get('/data/do.cs/.build.json')).status).toBe(404);
  });

  it('leaves the pages of an upstream that signs people in where they are', async () => {
    await start({
      BASE_PATH: '/docs/',
      AUTH: 'upstream',
      AUTH_UPSTREAM: 'http://127.0.0.1:9/oauth2/auth',
      AUTH_UPSTREAM_PREFIX: '/oauth2/',
    });
    // Nobody listens there: what is passed on fails with 502, and who asks for the site with 500.
    const statuses = await Promise.all(
      ['/oauth2/start', '/docs/models/', '/models/', '/docs/oauth2/'].map(
        async (path) => (await get(path)).status,
      ),
    );
    expect(statuses).toEqual([502, 500, 500, 502]);
  });

  it('leaves them where they are below the base path, too', async () => {
    await start({
      BASE_PATH: '/docs/',
      AUTH: 'upstream',
      AUTH_UPSTREAM: 'http://127.0.0.1:9/oauth2/auth',
      AUTH_UPSTREAM_PREFIX: '/docs/oauth2/',
    });
    const statuses = await Promise.all(
      ['/docs/oauth2/start', '/docs/models/', '/oauth2/start'].map(
        async (path) => (await get(path)).status,
      ),
    );
    expect(statuses).toEqual([502, 500, 500]);
  });

  it('is where its bare name and the root of the host lead', async () => {
    await start({ BASE_PATH: '/docs/' });
    const [bare, root] = [await get('/docs?a=1'), await get('/')];
    expect([bare.status, bare.headers.location]).toEqual([301, '/docs/?a=1']);
    expect([root.status, root.headers.location]).toEqual([302, '/docs/']);
  });

  it('leaves nothing outside of it but the checks of health', async () => {
    await start({ BASE_PATH: '/do.cs/' });
    const statuses = await Promise.all(
      [
        ...['/models/', '/index.html', '/doXcs/models/', '/do.csx/models/', '/build.json'],
        ...['/do.cs/-/error.html', '/do.cs/-/unauthorised.json', '/do.cs//-/error.json', '/-/auth'],
      ].map(async (path) => (await get(path)).status),
    );
    expect(new Set(statuses)).toEqual(new Set([404]));
    expect((await get('/models/', JSON_CLIENT)).headers['content-type']).toBe(
      'application/problem+json',
    );
    expect([(await get('/healthz')).status, (await get('/readyz')).status]).toEqual([200, 200]);
  });

  it.each([
    ['an encoded question mark', '/docs/a%3Fb/', 404],
    ['an encoded hash', '/docs/a%23b/', 404],
    ['an encoded letter', '/docs/%6dodels/', 200],
    ['a plus', '/docs/a+b/', 404],
    ['two slashes', '/docs//models/', 200],
    ['a step out and in again', '/docs/../docs/models/', 200],
  ])('reads %s as it would without it', async (_what, path, status) => {
    await start({ BASE_PATH: '/docs/' });
    expect((await get(path)).status).toBe(status);
  });
});

describe('a site that is not built yet', () => {
  it('says so in both forms and is not ready, until it is there', async () => {
    const current = join(site.folder, 'current');
    await rename(current, `${current}-later`);
    await start({});
    const [page, problem] = [await get('/models/'), await get('/models/', JSON_CLIENT)];
    expect([page.status, page.headers['retry-after']]).toEqual([503, '5']);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.text).toContain('<meta http-equiv="refresh" content="5">');
    expect(JSON.parse(problem.text)).toMatchObject({ title: 'Service Unavailable', status: 503 });
    expect([(await get('/healthz')).status, (await get('/readyz')).status]).toEqual([200, 503]);
    await rename(`${current}-later`, current);
    expect([(await get('/models/')).status, (await get('/readyz')).status]).toEqual([200, 200]);
  });
});

describe('the log', () => {
  it('has a line of JSON for each request but checks of health, without the query', async () => {
    await start({ TRUSTED_PROXIES: '127.0.0.0/8' });
    await get('/healthz');
    await get('/readyz');
    await get('/models/?token=secret', {
      'x-forwarded-for': '198.51.100.7, 127.0.0.9',
      'user-agent': 'a "quoted"\\ agent',
    });
    await expect.poll(() => nginx.log(), { timeout: 20_000 }).toHaveLength(1);
    const [line] = await nginx.log();
    expect(line).toMatchObject({
      client: '198.51.100.7',
      user: '',
      method: 'GET',
      path: '/models/',
      status: 200,
      release: RELEASE,
      agent: 'a "quoted"\\ agent',
    });
    expect(JSON.stringify(line)).not.toContain('secret');
  });

  it('follows the release, and believes no proxy that it was not told of', async () => {
    await start({});
    await get('/models/', { 'x-forwarded-for': '198.51.100.7' });
    const next = join(site.folder, 'next');
    await symlink('releases/8-89abcdef', next);
    await rename(join(site.folder, 'releases', RELEASE), join(site.folder, 'releases/8-89abcdef'));
    await rename(next, join(site.folder, 'current'));
    await get('/models/');
    await expect.poll(() => nginx.log(), { timeout: 20_000 }).toHaveLength(2);
    const seen = (await nginx.log()).map(({ client, release }) => [client, release]);
    expect(seen).toEqual([
      ['127.0.0.1', RELEASE],
      ['127.0.0.1', '8-89abcdef'],
    ]);
  });

  it('can be switched off', async () => {
    await start({ ACCESS_LOG: 'off' });
    await get('/models/');
    await new Promise((done) => setTimeout(done, 1300));
    expect(await readFile(join(nginx.folder, 'access.log'), 'utf8')).toBe('');
  });
});

describe('a limit', () => {
  it('of requests answers 429 to one address, in both forms, and lets others read', async () => {
    await start({ REQUEST_LIMIT: '1', TRUSTED_PROXIES: '127.0.0.1' });
    const from = (address: string, more = {}) =>
      get('/models/', { 'x-forwarded-for': address, ...more });
    const statuses = new Set<number>();
    for (let at = 0; at < 60; at += 1) statuses.add((await from('192.0.2.1')).status);
    expect([...statuses]).toEqual([200, 429]);
    // Each second lets one through: of several at once the others are refused.
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => from('192.0.2.1', JSON_CLIENT)),
    );
    const problem = answers.find(({ status }) => status === 429);
    expect(JSON.parse(problem?.text ?? '')).toMatchObject({
      title: 'Too Many Requests',
      status: 429,
    });
    expect(problem?.headers['retry-after']).toBe('1');
    expect((await from('192.0.2.2')).status).toBe(200);
    expect((await get('/healthz')).status).toBe(200);
  });
});

describe('headers that are asked for', () => {
  it('are HSTS behind TLS, and every origin for CORS', async () => {
    await start({ BEHIND_TLS: 'on', CORS_ORIGINS: '*', CONNECTION_LIMIT: '50' });
    const { headers } = await get('/models/', { origin: 'https://anywhere.example' });
    expect(headers['strict-transport-security']).toBe('max-age=63072000');
    expect(headers['access-control-allow-origin']).toBe('*');
    expect((await get('/nothing.json')).headers['strict-transport-security']).toBe(
      'max-age=63072000',
    );
  });

  it('are there when they are asked for alone', async () => {
    await start({});
    const { headers } = await get('/models/', { origin: 'https://anywhere.example' });
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });
});

describe('the state of the builds', () => {
  it('is at /-/status.json, below a base path as well, and is never kept', async () => {
    await writeFile(join(site.folder, 'status.json'), '{"builds":[]}');
    await start({ BASE_PATH: '/docs/' });
    const response = await get('/docs/-/status.json');
    expect([response.status, response.text]).toEqual([200, '{"builds":[]}']);
    expect(response.headers['content-type']).toBe('application/json');
    expect(response.headers['cache-control']).toBe('no-store');
    expect((await get('/docs/-/')).status).toBe(404);
    expect((await get('/docs/-/releases/')).status).toBe(404);
  });
});
