import { request, type IncomingHttpHeaders } from 'node:http';

/** An HTTP response as it came over the wire: not decompressed, redirects not followed. */
export interface RawResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Every header line, names in lower case; `headers` keeps only the first of some that repeat. */
  readonly lines: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
  readonly text: string;
}

/**
 * Requests `path` as it is written, byte for byte.
 *
 * @param origin scheme, host and port: `http://127.0.0.1:8080`
 */
export function httpGet(
  origin: string,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<RawResponse> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const body = Buffer.concat(chunks);
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          lines: headerLines(response.rawHeaders),
          body,
          text: body.toString('utf8'),
        });
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

function headerLines(raw: readonly string[]): [string, string][] {
  const names = raw.filter((_text, index) => index % 2 === 0);
  return names.map((name, index) => [name.toLowerCase(), raw[2 * index + 1] ?? '']);
}
