import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerRequest, type PreviewRequest } from './answer-request.ts';

let root: string;
beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'preview-'));
  root = join(folder, 'site');
  const files = {
    'site/index.html': 'home',
    'site/index.json': '{"home":1}',
    'site/404.html': 'not here',
    'site/models/index.html': 'models',
    'site/models/index.json': '[]',
    'site/models/index.html.gz': 'models, gzipped',
    'site/models/index.html.br': 'models, smaller',
    'site/models/index.json.gz': '[], gzipped',
    'site/artifacts/files/manifest.json.gz': 'as dbt wrote it',
    'site/artifacts/files/catalog.json': '{}',
    'site/artifacts/files/catalog.json.gz': '{}, gzipped',
    'site/models/model.shop.orders/index.html': 'orders',
    'site/models/model.shop.orders.json': '{"orders":1}',
    'site/models/index.md': '# Models',
    'site/models/model.shop.orders.md': '# orders',
    'site/models/page/2/index.html': 'second page',
    'site/_assets/a.B1.css': 'a{}',
    'site/.secret': 'x',
    'secret.txt': 'x',
  };
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
    utimesSync(join(folder, file), 0x3a000000, 0x3a000000);
  }
  symlinkSync(join(folder, 'secret.txt'), join(root, 'link.txt'));
});
afterAll(() => {
  rmSync(dirname(root), { recursive: true });
});

async function get(target: string, more: Partial<PreviewRequest> = {}, base = '/') {
  const request = {
    method: 'GET',
    accept: '*/*',
    acceptEncoding: undefined,
    ifNoneMatch: undefined,
    host: 'localhost:8080',
  };
  const answer = await answerRequest({ ...request, target, ...more }, { root, base });
  const { body } = answer;
  const text = body === null || typeof body === 'string' ? body : await body.readFile('utf8');
  if (body !== null && typeof body !== 'string') await body.close();
  return { ...answer, body: text };
}

const JSON_CLIENT = { accept: 'application/json' };

describe('answerRequest', () => {
  it.each([
    ['/', 'home', 'text/html; charset=utf-8'],
    ['/?q=1', 'home', 'text/html; charset=utf-8'],
    ['/models/', 'models', 'text/html; charset=utf-8'],
    ['/models/model.shop.orders/', 'orders', 'text/html; charset=utf-8'],
    ['/models/model.shop.orders.json', '{"orders":1}', 'application/json; charset=utf-8'],
    ['/models/model%2eshop%2eorders/', 'orders', 'text/html; charset=utf-8'],
    ['/_assets/a.B1.css', 'a{}', 'text/css; charset=utf-8'],
  ])('serves %s', async (target, body, type) => {
    const answer = await get(target);
    expect(answer).toMatchObject({ status: 200, body });
    expect(answer.headers).toMatchObject({
      'Content-Type': type,
      'Content-Length': String(body.length),
      'X-Content-Type-Options': 'nosniff',
    });
  });

  it.each([
    ['/', '{"home":1}'],
    ['/models/', '[]'],
    ['/models', '[]'],
    ['/models/model.shop.orders/', '{"orders":1}'],
    ['/models/model.shop.orders', '{"orders":1}'],
    ['/models/page/2/', 'second page'],
  ])('serves the twin of %s to who prefers JSON', async (target, body) => {
    const answer = await get(target, JSON_CLIENT);
    expect(answer).toMatchObject({ status: 200, body });
    expect(answer.headers.Vary).toBe('Accept, Accept-Encoding');
  });

  it.each([
    ['/models/', '# Models', 'text/markdown; charset=utf-8'],
    ['/models/model.shop.orders', '# orders', 'text/markdown; charset=utf-8'],
    ['/models/model.shop.orders/', '# orders', 'text/markdown; charset=utf-8'],
    ['/models/page/2/', 'second page', 'text/html; charset=utf-8'],
  ])('serves the Markdown of %s to who asks for it', async (target, body, type) => {
    const answer = await get(target, { accept: 'text/markdown, text/html, */*' });
    expect(answer).toMatchObject({ status: 200, body });
    expect(answer.headers).toMatchObject({ 'Content-Type': type, Vary: 'Accept, Accept-Encoding' });
  });

  it.each([
    ['/models/', 'gzip, deflate, br', '*/*', 'models, smaller', 'br'],
    ['/models/', 'gzip', '*/*', 'models, gzipped', 'gzip'],
    ['/models/', 'br, gzip', 'application/json', '[], gzipped', 'gzip'],
    ['/models/', 'identity', '*/*', 'models', undefined],
    ['/_assets/a.B1.css', 'br, gzip', '*/*', 'a{}', undefined],
  ])(
    'sends %s as lies compressed beside it to %s',
    async (target, encoding, accept, body, sent) => {
      const answer = await get(target, { acceptEncoding: encoding, accept });
      expect(answer).toMatchObject({ status: 200, body });
      expect(answer.headers['Content-Encoding']).toBe(sent);
      expect(answer.headers['Content-Length']).toBe(String(body.length));
      expect(answer.headers.Vary).toContain('Accept-Encoding');
      expect(answer.headers['Content-Type']).not.toBe('application/gzip');
    },
  );

  it('has no address for compressed twins, but for artifacts that were compressed', async () => {
    expect((await get('/models/index.html.gz')).status).toBe(404);
    expect((await get('/artifacts/files/catalog.json.gz')).status).toBe(404);
    expect((await get('/artifacts/files/manifest.json.gz')).body).toBe('as dbt wrote it');
  });

  it('puts a slash behind the name of a folder', async () => {
    const { status, headers } = await get('/models/model.shop.orders?x=1');
    expect(status).toBe(301);
    expect(headers.Location).toBe('/models/model.shop.orders/?x=1');
  });

  it('answers 304 when the client has the file already', async () => {
    const { headers } = await get('/');
    expect(headers.ETag).toBe('"3a000000-4"');
    for (const ifNoneMatch of ['"3a000000-4"', 'W/"3a000000-4", "x"', '*']) {
      const answer = await get('/', { ifNoneMatch });
      expect(answer).toMatchObject({ status: 304, body: null });
      expect(answer.headers).toMatchObject({
        ETag: '"3a000000-4"',
        Vary: 'Accept, Accept-Encoding',
      });
      expect(answer.headers).toHaveProperty('Content-Security-Policy');
    }
    expect((await get('/', { ifNoneMatch: '"other"' })).status).toBe(200);
  });

  it('has the policy of nginx.conf, so that nothing works here alone', async () => {
    const conf = readFileSync('nginx.conf', 'utf8');
    const [, policy = ''] = /Content-Security-Policy "([^"]+)"/.exec(conf) ?? [];
    const { headers } = await get('/');
    expect(headers['Content-Security-Policy']).toBe(policy.replace(/ 'sha256-[^']+'/, ''));
  });

  it('caches hashed assets for good and asks for the rest', async () => {
    expect((await get('/_assets/a.B1.css')).headers['Cache-Control']).toContain('immutable');
    expect((await get('/')).headers['Cache-Control']).toBe('no-cache');
    expect((await get('/_assets/none.css')).headers['Cache-Control']).toBe('no-store');
  });

  it('sends no body to HEAD, but its length', async () => {
    const answer = await get('/', { method: 'HEAD' });
    expect(answer).toMatchObject({ status: 200, body: null });
    expect(answer.headers['Content-Length']).toBe('4');
  });

  it('refuses other methods', async () => {
    const answer = await get('/', { method: 'POST' });
    expect(answer.status).toBe(405);
    expect(answer.headers.Allow).toBe('GET, HEAD');
  });

  it('says that there is nothing, as a page or as a problem', async () => {
    expect(await get('/nothing/')).toMatchObject({ status: 404, body: 'not here' });
    const answer = await get('/nothing', JSON_CLIENT);
    expect(answer.headers['Content-Type']).toBe('application/problem+json');
    expect(JSON.parse(answer.body ?? '')).toEqual({
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
      detail: 'The site has nothing at this address.',
    });
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/models/..%5c..%5csecret.txt',
    '/models/%2e%2e%2f%2e%2e%2fsecret.txt',
    '/.secret',
    '/%2esecret',
    '/link.txt',
    '//secret.txt',
    '/models//index.html',
    '/index.html%00.txt',
    '/index.html/',
  ])('gives nothing out for %s', async (target) => {
    expect((await get(target)).status).toBe(404);
  });

  it.each(['/%', '/%e0%a4%a', 'http://evil.example/'])('calls %s malformed', async (target) => {
    expect((await get(target)).status).toBe(400);
  });

  it('serves under a base path and sends the root there', async () => {
    expect(await get('/docs/models/', {}, '/docs/')).toMatchObject({ body: 'models' });
    expect((await get('/', {}, '/docs/')).headers.Location).toBe('/docs/');
    expect((await get('/docs', {}, '/docs/')).headers.Location).toBe('/docs/');
    expect((await get('/docs/models', {}, '/docs/')).headers.Location).toBe('/docs/models/');
    expect((await get('/models/', {}, '/docs/')).status).toBe(404);
  });

  it('answers to the names of this machine only', async () => {
    for (const host of ['127.0.0.1:8080', '[::1]:80', 'docs.localhost', 'LOCALHOST']) {
      expect((await get('/', { host })).status).toBe(200);
    }
    for (const host of ['evil.example', 'localhost.evil.example', undefined, '']) {
      expect((await get('/', { host })).status).toBe(403);
    }
  });
});
