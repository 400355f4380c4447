import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpGet, type RawResponse } from '../http-get.ts';
import { startNginx, type NginxServer } from './nginx-server.ts';
import { SMALL_SITE, writeSmallSite, type StateFolder } from './small-site.ts';

const BROWSER = { accept: 'text/html,*/*;q=0.8' };
const JSON_CLIENT = { accept: 'application/json' };

/** One of everything that tells of the site, or might: there or not. */
const ADDRESSES = [
  '/',
  '/models',
  '/models/',
  '/models/index.html',
  '/models/index.json',
  '/models/model.shop.orders',
  '/models/model.shop.orders.json',
  '/models/model.shop.orders.md',
  '/models/nothing/',
  '/nothing.json',
  '/build.json',
  '/search/names.json',
  '/_assets/site.4f2a.css',
  '/_assets/site.0ld0.css',
  '/_assets/nothing.css',
  '/.build.json',
  '/models/index.html.gz',
  '/artifacts/files/manifest.json.gz',
  '/artifacts/files/runs/1/run_results.json.gz',
  '/404.html',
  '/-/status.json',
  '//models/',
  '/healthz/',
  '/x/../models/',
  '/%6dodels/',
];

let site: StateFolder;

beforeAll(async () => {
  site = await writeSmallSite();
});

afterAll(async () => {
  await site.remove();
});

/** Every address as somebody who may not read gets it, in one form. */
async function answers(nginx: NginxServer, headers: Record<string, string>) {
  return Promise.all(
    ADDRESSES.map(async (path) => {
      const response = await httpGet(nginx.origin, path, headers);
      return [path, response.status, isOfTheSite(response)] as const;
    }),
  );
}

function isOfTheSite({ text }: RawResponse): boolean {
  return Object.values(SMALL_SITE).includes(text) || /No such page|body { color/.test(text);
}

const closed = (status: number) => ADDRESSES.map((path) => [path, status, false] as const);

function challenges({ lines }: RawResponse): string[] {
  return lines.filter(([name]) => name === 'www-authenticate').map(([, value]) => value);
}

describe('basic', () => {
  let nginx: NginxServer;
  const ada = { authorization: `Basic ${Buffer.from('ada:correct horse').toString('base64')}` };

  beforeAll(async () => {
    const file = join(site.folder, 'passwords');
    const hash = createHash('sha1').update('correct horse').digest('base64');
    await writeFile(file, `# readers\nada:{SHA}${hash}\n`);
    nginx = await startNginx(site.folder, { env: { AUTH: 'basic', AUTH_BASIC_FILE: file } });
  });

  afterAll(async () => {
    await nginx.stop();
  });

  it('lets nobody see anything without a password, whatever the address and the form', async () => {
    expect(await answers(nginx, BROWSER)).toEqual(closed(401));
    expect(await answers(nginx, JSON_CLIENT)).toEqual(closed(401));
  });

  it.each([
    ['a wrong password', 'ada:wrong'],
    ['an empty password', 'ada:'],
    ['no such name', 'eve:correct horse'],
    ['no name', ':correct horse'],
    ['a comment of the file', '# readers:'],
    ['the hash itself', `ada:{SHA}${createHash('sha1').update('correct horse').digest('base64')}`],
  ])('refuses %s', async (_claim, text) => {
    const authorization = `Basic ${Buffer.from(text).toString('base64')}`;
    const response = await httpGet(nginx.origin, '/models/', { authorization });
    expect(response.status).toBe(401);
  });

  it('asks once, in both forms of the error, and says nothing of the site', async () => {
    const page = await httpGet(nginx.origin, '/models/', BROWSER);
    expect(challenges(page)).toEqual(['Basic realm="dbt-Workbench", charset="UTF-8"']);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.text).toContain('<p>This site is for readers who have signed in.</p>');
    expect(page.headers['cache-control']).toBe('no-store');

    const problem = await httpGet(nginx.origin, '/models/', JSON_CLIENT);
    expect(challenges(problem)).toHaveLength(1);
    expect(problem.headers['content-type']).toBe('application/problem+json');
    expect(JSON.parse(problem.text)).toMatchObject({ title: 'Unauthorized', status: 401 });
  });

  it('serves the site to who has the password, to be kept by nobody else', async () => {
    const page = await httpGet(nginx.origin, '/models/', { ...BROWSER, ...ada });
    expect([page.status, page.headers['cache-control']]).toEqual([200, 'private, no-cache']);
    expect(page.text).toBe(SMALL_SITE['models/index.html']);
    const asset = await httpGet(nginx.origin, '/_assets/site.4f2a.css', ada);
    expect(asset.headers['cache-control']).toBe('private, max-age=31536000, immutable');
    const redirect = await httpGet(nginx.origin, '/models', { ...BROWSER, ...ada });
    expect([redirect.status, redirect.headers.location]).toEqual([301, '/models/']);
    const missing = await httpGet(nginx.origin, '/nothing/', { ...BROWSER, ...ada });
    expect([missing.status, missing.text]).toEqual([404, SMALL_SITE['404.html']]);
  });

  it.each(['/-/auth', '/-/error.html', '/-/unauthorised.json'])('has no %s', async (path) => {
    const response = await httpGet(nginx.origin, path, JSON_CLIENT);
    expect([401, 404]).toContain(response.status);
    expect(isOfTheSite(response)).toBe(false);
  });

  it.each(['/healthz', '/readyz'])('keeps %s open', async (path) => {
    expect((await httpGet(nginx.origin, path)).status).toBe(200);
  });

  it('answers a preflight, which carries no password', async () => {
    const response = await httpGet(nginx.origin, '/models/', {}, 'OPTIONS');
    expect([response.status, response.text]).toEqual([204, '']);
  });
});

describe('upstream', () => {
  let nginx: NginxServer;
  let server: Server;
  const asked: IncomingMessage[] = [];

  /** Stands for oauth2-proxy: knows one cookie, and has a page to sign in. */
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request);
      const cookie = request.headers.cookie ?? '';
      if (request.url?.startsWith('/oauth2/start')) {
        response.writeHead(302, { location: 'https://id.example.com/' }).end();
      } else if (cookie.includes('session=ada')) {
        response
          .writeHead(202, { 'x-auth-request-user': 'ada', 'set-cookie': 'session=ada2; Secure' })
          .end();
      } else if (cookie.includes('session=eve')) response.writeHead(403).end();
      else if (cookie.includes('session=odd')) response.writeHead(302, { location: '/' }).end();
      else response.writeHead(401, { 'www-authenticate': 'Bearer realm="id"' }).end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    nginx = await startNginx(site.folder, {
      env: {
        AUTH: 'upstream',
        AUTH_UPSTREAM: `http://127.0.0.1:${String(port)}/oauth2/auth`,
        AUTH_UPSTREAM_PREFIX: '/oauth2/',
        AUTH_SIGN_IN: '/oauth2/start?rd={path}',
      },
    });
  });

  afterAll(async () => {
    await nginx.stop();
    server.close();
  });

  it('sends browsers to sign in from every address, and tells programs 401', async () => {
    expect(await answers(nginx, BROWSER)).toEqual(
      ADDRESSES.map((path) => [path, path.endsWith('.json') ? 401 : 302, false]),
    );
    expect(await answers(nginx, JSON_CLIENT)).toEqual(closed(401));
    const page = await httpGet(nginx.origin, '/models/?a=1', BROWSER);
    expect(page.headers.location).toBe('/oauth2/start?rd=/models/');
    for (const path of [
      '//evil.example/../models/',
      '/%2f%2fevil.example/',
      '/a&rd=//evil.example',
      '/\\evil',
    ]) {
      const elsewhere = await httpGet(nginx.origin, path, BROWSER);
      expect(elsewhere.headers.location).toBe('/oauth2/start?rd=/');
    }
    const problem = await httpGet(nginx.origin, '/models/', JSON_CLIENT);
    expect(challenges(problem)).toEqual(['Bearer realm="id"']);
  });

  it('serves the site to who may read, names him in the log and passes cookies on', async () => {
    const page = await httpGet(nginx.origin, '/models/', { ...BROWSER, cookie: 'session=ada' });
    expect([page.status, page.headers['set-cookie']]).toEqual([200, ['session=ada2; Secure']]);
    await expect
      .poll(async () => (await nginx.log()).map(({ user }) => user), { timeout: 20_000 })
      .toContain('ada');
  });

  it('tells who signed in and may not read so', async () => {
    const page = await httpGet(nginx.origin, '/models/', { ...BROWSER, cookie: 'session=eve' });
    expect([page.status, isOfTheSite(page)]).toEqual([403, false]);
    expect(page.text).toContain('<p>You may not read this site.</p>');
  });

  it('asks without the body, with the address, and with the method GET', async () => {
    await httpGet(nginx.origin, '/models/?q=1', { cookie: 'session=ada' }, 'HEAD');
    const last = asked.at(-1);
    expect(last?.method).toBe('GET');
    expect(last?.headers['x-forwarded-uri']).toBe('/models/?q=1');
  });

  it('passes its pages on, and nothing else', async () => {
    const start = await httpGet(nginx.origin, '/oauth2/start?rd=/models/');
    expect(start.headers.location).toBe('https://id.example.com/');
    expect((await httpGet(nginx.origin, '/oauth2x/', JSON_CLIENT)).status).toBe(401);
    expect((await httpGet(nginx.origin, '/oauth2/../models/', JSON_CLIENT)).status).toBe(401);
    expect((await httpGet(nginx.origin, '/oauth2/%2e%2e/models/', JSON_CLIENT)).status).toBe(401);
  });

  it('leaves methods and headers of these pages to the other server', async () => {
    const start = await httpGet(nginx.origin, '/oauth2/start', {}, 'POST');
    expect(start.status).toBe(302);
    expect(start.lines.filter(([name]) => name === 'content-security-policy')).toEqual([
      ['content-security-policy', "frame-ancestors 'none'"],
    ]);
    expect(start.headers['cache-control']).toBeUndefined();
    expect((await httpGet(nginx.origin, '/models/', {}, 'POST')).status).toBe(405);
  });

  it('lets nobody in when the answer is odd, and nobody when there is none', async () => {
    const odd = await httpGet(nginx.origin, '/models/', { cookie: 'session=odd' });
    expect([odd.status, isOfTheSite(odd)]).toEqual([500, false]);
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
    const cookie = 'session=ada';
    expect(await answers(nginx, { ...BROWSER, cookie })).toEqual(closed(500));
    expect(await answers(nginx, { ...JSON_CLIENT, cookie })).toEqual(closed(500));
    expect((await httpGet(nginx.origin, '/healthz')).status).toBe(200);
  });
});
