import { createServer, type Server, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { PortTaken } from '../../errors/catalogue.ts';
import { SiteError } from '../../errors/site-error.ts';
import { answerRequest, type Answer, type PreviewSite } from './answer-request.ts';

const HOST = '127.0.0.1';
const PORTS_TRIED = 20;

export interface PreviewServer {
  /** `http://127.0.0.1:8080/docs/` */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a site on this machine.
 *
 * @param port the first port to try; 0 takes any that is free
 * @param onDefect told of errors that no answer could be made for
 * @throws SiteError `PortTaken`
 */
export async function startPreview(
  site: PreviewSite,
  port: number,
  onDefect: (error: unknown) => void,
): Promise<PreviewServer> {
  const server = createServer((request, response) => {
    const { accept, host, 'if-none-match': ifNoneMatch } = request.headers;
    const { 'accept-encoding': encodings } = request.headers;
    const acceptEncoding = typeof encodings === 'string' ? encodings : undefined;
    const { method = 'GET', url: target = '/' } = request;
    answerRequest({ method, target, accept, acceptEncoding, ifNoneMatch, host }, site)
      .then((answer) => send(answer, method, response))
      .catch((error: unknown) => {
        onDefect(error);
        response.destroy();
      });
  });
  const taken = await listen(server, port);
  return {
    url: `http://${HOST}:${String(taken)}${site.base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function send(answer: Answer, method: string, response: ServerResponse): Promise<void> {
  response.writeHead(answer.status, { ...answer.headers });
  const { body } = answer;
  if (body === null || typeof body === 'string') {
    response.end(method === 'HEAD' ? null : body);
    return;
  }
  if (method === 'HEAD') {
    await body.close();
    response.end();
    return;
  }
  try {
    await pipeline(body.createReadStream(), response);
  } catch (error) {
    // The browser went away before it had everything.
    if (!isErrorWithCode(error, 'ERR_STREAM_PREMATURE_CLOSE')) throw error;
  }
}

async function listen(server: Server, first: number): Promise<number> {
  const last = Math.min(first + PORTS_TRIED - 1, 65_535);
  for (let port = first; port <= last; port++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, HOST, () => {
          server.off('error', reject);
          resolve();
        });
      });
      const address = server.address();
      return address !== null && typeof address === 'object' ? address.port : port;
    } catch (error) {
      if (!isErrorWithCode(error, 'EADDRINUSE') && !isErrorWithCode(error, 'EACCES')) throw error;
    }
  }
  throw new SiteError(PortTaken, PortTaken.message(first, last, HOST));
}

function isErrorWithCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
