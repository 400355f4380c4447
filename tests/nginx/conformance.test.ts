import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpGet } from '../http-get.ts';
import { startNginx, type NginxServer } from './nginx-server.ts';
import { rawRequest } from './raw-request.ts';
import { writeSmallSite, type StateFolder } from './small-site.ts';

let site: StateFolder;
let nginx: NginxServer;

beforeAll(async () => {
  site = await writeSmallSite();
  nginx = await startNginx(site.folder, {
    env: { CORS_ORIGINS: 'https://app.example.com,http://localhost:3000' },
  });
});

afterAll(async () => {
  await nginx.stop();
  await site.remove();
});

/** A section of the table: its rows, cut into cells. */
interface Section {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

const sections: readonly Section[] = readFileSync('tests/nginx/conformance.txt', 'utf8')
  .split('\n# ')
  .slice(1)
  .map((text) => {
    const [title = '', ...lines] = text.trim().split('\n');
    return { title, rows: lines.map((line) => line.split(' |').map((cell) => cell.trim())) };
  });
const refused = sections.find(({ title }) => title === 'Refused')?.rows.flat() ?? [];
const tables = sections.filter(({ title }) => title !== 'Refused');

/** `a: b & c: d` as pairs. */
function headersOf(cell: string): [name: string, value: string][] {
  if (cell === '') return [];
  return cell.split(' & ').map((header) => {
    const at = header.indexOf(':');
    return [header.slice(0, at), header.slice(at + 1).trim()];
  });
}

/** What of a row is not as it says. */
async function mistakes(row: readonly string[], method: 'GET' | 'HEAD'): Promise<string[]> {
  const [claim = '', path = '', sent = '', status = '', expected = ''] = row;
  const headers = Object.fromEntries(headersOf(sent));
  const response = await httpGet(nginx.origin, path, headers, method);
  const found: [name: string, value: string, expected: string][] = [
    ['status', String(response.status), status],
    ...headersOf(expected).map(([name, value]): [string, string, string] => [
      name,
      String(response.headers[name] ?? '-'),
      value,
    ]),
    ['body', method === 'HEAD' ? String(response.body.length) : '0', '0'],
  ];
  return found
    .filter(([, value, wanted]) => value !== wanted)
    .map(([name, value, wanted]) => `${claim}: ${name} is ${value}, not ${wanted}`);
}

describe.each(tables)('nginx: $title', ({ rows }) => {
  it.each(['GET', 'HEAD'] as const)('answers %s as the table says', async (method) => {
    expect((await Promise.all(rows.map((row) => mistakes(row, method)))).flat()).toEqual([]);
  });
});

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  httpGet(nginx.origin, path, headers, method);
const JSON_CLIENT = { accept: 'application/json' };
const MANY_HEADERS = Object.fromEntries(
  Array.from({ length: 70 }, (_, at) => [`x-${String(at)}`, 'y'.repeat(999)]),
);

describe('nginx', () => {
  it('serves nothing from outside, nothing hidden, and no side file', async () => {
    const answers = await Promise.all(
      refused.map(async (path) => {
        const request = `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`;
        const [response] = await rawRequest(nginx.port, request);
        return [path, [400, 404].includes(response?.status ?? 0)];
      }),
    );
    expect(answers).toEqual(refused.map((path) => [path, true]));
    const rows = sections.reduce((sum, section) => sum + section.rows.length, 0);
    expect(rows).toBeGreaterThanOrEqual(80);
  });

  it.each([
    ['an address', 414, `/${'a'.repeat(20_000)}`, {}],
    ['a header', 431, '/models/', { x: 'x'.repeat(20_000) }],
    ['a body', 413, '/models/', { 'content-length': '20000' }],
    ['the headers together', 431, '/models/', MANY_HEADERS],
  ])('says in HTML that %s is too long: %d', async (_what, status, path, headers) => {
    const response = await get(path, headers);
    expect(response.status).toBe(status);
    expect(response.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(response.text).toContain(`<p>${String(status)}</p>`);
  });

  it('says to a program in JSON that a header is too long', async () => {
    const response = await get('/models/', { ...JSON_CLIENT, x: 'x'.repeat(20_000) });
    expect(JSON.parse(response.text)).toEqual({
      type: 'about:blank',
      title: 'Request Header Fields Too Large',
      status: 431,
      detail:
        'The headers of the request are too large. Where cookies are the cause, deleting them helps.',
    });
  });

  it('answers 304 to its own ETag in each form and encoding, weak or in a list', async () => {
    const tags: string[] = [];
    const clients: Record<string, string>[] = [{}, JSON_CLIENT, { 'accept-encoding': 'br' }];
    for (const headers of clients) {
      const { etag = '' } = (await get('/models/', headers)).headers;
      tags.push(etag);
      for (const tag of [etag, `W/${etag}`, `"x", ${etag}`]) {
        const again = await get('/models/', { ...headers, 'if-none-match': tag });
        expect([again.status, again.body.length]).toEqual([304, 0]);
      }
    }
    expect(new Set(tags).size).toBe(3);
  });

  it('answers a preflight of an origin of the list alone', async () => {
    const ask = { 'access-control-request-method': 'GET', 'access-control-request-headers': 'x' };
    const good = await get('/models/', { ...ask, origin: 'http://localhost:3000' }, 'OPTIONS');
    expect([good.status, good.text]).toEqual([204, '']);
    expect(good.headers).toMatchObject({
      'access-control-allow-origin': 'http://localhost:3000',
      'access-control-allow-methods': 'GET, HEAD, OPTIONS',
      'access-control-allow-headers': 'Accept, Authorization, If-None-Match, Range',
      'access-control-max-age': '86400',
      allow: 'GET, HEAD, OPTIONS',
    });
    const bad = await get('/models/', { ...ask, origin: 'http://localhost' }, 'OPTIONS');
    expect(bad.status).toBe(204);
    expect(Object.keys(bad.headers).filter((name) => name.startsWith('access-'))).toEqual([]);
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND', 'PURGE', 'get', 'CONNECT'])(
    'takes no %s',
    async (method) => {
      const request = `${method} /models/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`;
      const [response] = await rawRequest(nginx.port, request);
      expect([400, 405]).toContain(response?.status);
    },
  );
});
