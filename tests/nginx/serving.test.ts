import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpGet, type RawResponse } from '../http-get.ts';
import { CONTENT_SECURITY_POLICY } from './content-security-policy.ts';
import { startNginx, type NginxServer } from './nginx-server.ts';
import { SMALL_SITE, writeSmallSite } from './small-site.ts';

let nginx: NginxServer;
let removeSite: () => Promise<void>;

beforeAll(async () => {
  const site = await writeSmallSite();
  removeSite = site.remove;
  nginx = await startNginx(site.folder);
});

afterAll(async () => {
  await nginx.stop();
  await removeSite();
});

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  httpGet(nginx.origin, path, headers, method);

const JSON_CLIENT = { accept: 'application/json' };
const BROWSER = { accept: 'text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8' };

const SECURITY_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

function varies({ lines }: RawResponse): string[] {
  return lines.filter(([name]) => name === 'vary').flatMap(([, value]) => value.split(', '));
}

describe('negotiation', () => {
  it.each([
    ['a browser', BROWSER],
    ['a wildcard', { accept: '*/*' }],
    ['no Accept header', {}],
    ['an Accept header that names neither form', { accept: 'image/png' }],
  ])('gives HTML to %s', async (_client, headers) => {
    const response = await get('/models/', headers);
    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(response.text).toBe(SMALL_SITE['models/index.html']);
  });

  it.each([
    ['/', 'index.json'],
    ['/models', 'models/index.json'],
    ['/models/', 'models/index.json'],
    ['/models/model.shop.orders', 'models/model.shop.orders.json'],
    ['/models/model.shop.orders/', 'models/model.shop.orders.json'],
    ['/models/model.shop.orders.json', 'models/model.shop.orders.json'],
  ])('gives the JSON twin of %s to a client that asks for JSON', async (path, file) => {
    const response = await get(path, JSON_CLIENT);
    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toBe('application/json');
    expect(response.text).toBe(SMALL_SITE[file]);
  });

  it.each([
    ['/models', 'models/index.md'],
    ['/models/', 'models/index.md'],
    ['/models/model.shop.orders', 'models/model.shop.orders.md'],
    ['/models/model.shop.orders/', 'models/model.shop.orders.md'],
    ['/models/model.shop.orders.md', 'models/model.shop.orders.md'],
  ])('gives the Markdown twin of %s to a client that asks for it', async (path, file) => {
    for (const accept of ['text/markdown', 'text/markdown, text/html, */*']) {
      const response = await get(path, { accept });
      expect(response.status).toBe(200);
      expect(response.headers['content-type']).toBe('text/markdown; charset=utf-8');
      expect(response.text).toBe(SMALL_SITE[file]);
    }
  });

  it('gives HTML to a client that takes anything but Markdown', async () => {
    const response = await get('/models/', { accept: 'text/markdown;q=0, */*' });
    expect(response.text).toBe(SMALL_SITE['models/index.html']);
  });

  it('gives HTML to a JSON client where a page has no twin', async () => {
    const response = await get('/models/page/2/', JSON_CLIENT);
    expect(response.status).toBe(200);
    expect(response.text).toBe(SMALL_SITE['models/page/2/index.html']);
  });

  it('says that pages and their twins depend on Accept, and assets do not', async () => {
    expect(varies(await get('/models/', BROWSER))).toContain('Accept');
    expect(varies(await get('/models/', JSON_CLIENT))).toContain('Accept');
    expect(varies(await get('/_assets/site.4f2a.css'))).not.toContain('Accept');
  });

  it('redirects a page without its slash by path alone', async () => {
    const response = await get('/models', { ...BROWSER, host: 'docs.example.com' });
    expect(response.status).toBe(301);
    expect(response.headers.location).toBe('/models/');
  });
});

describe('compression', () => {
  it.each([
    ['br', 'gzip, br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
  ])('sends the %s side file to who takes it', async (encoding, accepted, decompress) => {
    const response = await get('/models/', { ...BROWSER, 'accept-encoding': accepted });
    expect(response.headers['content-encoding']).toBe(encoding);
    expect(decompress(response.body).toString()).toBe(SMALL_SITE['models/index.html']);
    expect(varies(response)).toContain('Accept-Encoding');
  });

  it('compresses a JSON twin as well, also through a proxy', async () => {
    const headers = { ...JSON_CLIENT, 'accept-encoding': 'gzip', via: '1.1 cache' };
    const response = await get('/models/', headers);
    expect(response.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(response.body).toString()).toBe(SMALL_SITE['models/index.json']);
  });
});

describe('caching', () => {
  it('lets hashed assets be kept for a year', async () => {
    const response = await get('/_assets/site.4f2a.css');
    expect(response.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it('never calls a missing asset immutable', async () => {
    const response = await get('/_assets/gone.0000.css');
    expect(response.status).toBe(404);
    expect(response.headers['cache-control']).toBe('no-store');
  });

  it('has pages revalidated', async () => {
    expect((await get('/models/')).headers['cache-control']).toBe('no-cache');
    expect((await get('/models/', JSON_CLIENT)).headers['cache-control']).toBe('no-cache');
  });

  it.each([
    ['/models/', 'no-cache'],
    ['/_assets/site.4f2a.css', 'public, max-age=31536000, immutable'],
  ])('answers 304 for an unchanged %s and keeps every header', async (path, cacheControl) => {
    const first = await get(path);
    const again = await get(path, { 'if-none-match': first.headers.etag ?? '' });
    expect(again.status).toBe(304);
    expect(again.headers).toMatchObject({ ...SECURITY_HEADERS, 'cache-control': cacheControl });
    expect(varies(again)).toEqual(varies(first));
  });

  it('answers a request for a range', async () => {
    const response = await get('/_assets/site.4f2a.css', { range: 'bytes=0-3' });
    expect(response.status).toBe(206);
    expect(response.text).toBe('body');
  });
});

describe('errors', () => {
  it('shows the 404 page of the site to people, with the headers of every page', async () => {
    const response = await get('/models/nothing/', BROWSER);
    expect(response.status).toBe(404);
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(response.text).toBe(SMALL_SITE['404.html']);
    expect(response.headers).toMatchObject(SECURITY_HEADERS);
  });

  it.each([
    ['asks for JSON', '/models/nothing/', JSON_CLIENT],
    ['asks for a .json file', '/models/nothing.json', {}],
  ])('sends problem+json to a client that %s', async (_claim, path, headers) => {
    const response = await get(path, headers);
    expect(response.status).toBe(404);
    expect(response.headers['content-type']).toBe('application/problem+json');
    expect(JSON.parse(response.text)).toEqual({
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
      detail: 'There is nothing at this address.',
    });
    expect(response.headers).toMatchObject(SECURITY_HEADERS);
  });

  it('lists no folder', async () => {
    expect((await get('/_assets/', BROWSER)).status).toBe(404);
  });

  it.each(['/.build.json', '/models/.hidden/x', '/.git/config', '/..%2f..%2fetc/passwd'])(
    'keeps %s to itself',
    async (path) => {
      const response = await get(path);
      expect([400, 404]).toContain(response.status);
      expect(response.text).not.toContain('secret');
    },
  );

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('refuses %s and says what it takes', async (verb) => {
    const response = await get('/models/', JSON_CLIENT, verb);
    expect(response.status).toBe(405);
    expect(response.headers.allow).toBe('GET, HEAD, OPTIONS');
    expect(JSON.parse(response.text)).toEqual({
      type: 'about:blank',
      title: 'Method Not Allowed',
      status: 405,
      detail: 'This site can only be read.',
    });
  });

  it('refuses a method in HTML to a browser', async () => {
    const response = await get('/models/', BROWSER, 'POST');
    expect(response.status).toBe(405);
    expect(response.text).toContain('<p>This site can only be read.</p>');
  });

  it('does not say which version of nginx it is', async () => {
    expect((await get('/')).headers.server).toBe('nginx');
  });
});

describe('health', () => {
  it('answers while it serves, and is never cached', async () => {
    const response = await get('/healthz');
    expect(response.status).toBe(200);
    expect(response.text).toBe('ok\n');
    expect(response.headers['cache-control']).toBe('no-store');
  });

  it('sends no body for HEAD', async () => {
    const response = await get('/models/', {}, 'HEAD');
    expect(response.status).toBe(200);
    expect(response.body).toHaveLength(0);
    expect(Number(response.headers['content-length'])).toBe(
      SMALL_SITE['models/index.html']?.length,
    );
  });
});
