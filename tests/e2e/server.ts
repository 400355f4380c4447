import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

/** A folder behind HTTP, as a plain static host would serve it. */
export interface FolderServer {
  /** Where the site begins, with its base path and a final slash. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * Serves a built site at a base path, with the Content-Security-Policy of nginx.conf, so that what
 * would be blocked in production is blocked in tests.
 *
 * @param base begins and ends with a slash; everything outside it is 404
 */
export async function serveFolder(folder: string, base = '/'): Promise<FolderServer> {
  const policy = /Content-Security-Policy "([^"]+)"/.exec(
    await readFile('nginx.conf', 'utf8'),
  )?.[1];
  if (policy === undefined) throw new Error('nginx.conf has no Content-Security-Policy');

  const read = async (pathname: string): Promise<[file: string, bytes: Buffer]> => {
    const inside = decodeURIComponent(pathname.slice(base.length));
    const file = inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside;
    return [file, await readFile(join(folder, file))];
  };
  const server = createServer((request, response) => {
    const send = (status: number, file: string, body: Buffer | string) =>
      response
        .writeHead(status, {
          'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
          'content-security-policy': policy,
        })
        .end(body);
    const missing = () =>
      void readFile(join(folder, '404.html')).then((page) => send(404, '404.html', page));
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (!pathname.startsWith(base)) missing();
    else read(pathname).then(([file, bytes]) => send(200, file, bytes), missing);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
