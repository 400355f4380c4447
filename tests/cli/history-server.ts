import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface HistoryServer {
  /** Address of the site, with its base path. */
  readonly url: string;
  /** `status path` of each answer so far; taking them forgets them. */
  readonly takeAnswers: () => string[];
  readonly close: () => void;
}

/** Serves a folder below `/docs/`, gzipped, with ETags, to those who know the password; to all when it is null. */
export async function startHistoryServer(
  folder: string,
  authorization: string | null,
): Promise<HistoryServer> {
  let answers: string[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/^\/docs\//, '');
    const answer = (status: number, headers = {}, body: Buffer | null = null): void => {
      answers.push(`${status} ${path}`);
      response.writeHead(status, headers).end(body);
    };
    if (authorization !== null && request.headers.authorization !== authorization) {
      answer(401);
      return;
    }
    readFile(join(folder, path)).then(
      (bytes) => {
        const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`;
        if (request.headers['if-none-match'] === etag) answer(304, { etag });
        else answer(200, { etag, 'content-encoding': 'gzip' }, gzipSync(bytes));
      },
      () => {
        answer(404);
      },
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/docs/`,
    takeAnswers: () => {
      const taken = answers;
      answers = [];
      return taken;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
