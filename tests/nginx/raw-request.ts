import { connect } from 'node:net';

/** One response as it came over a connection. */
export interface WireResponse {
  readonly status: number;
  readonly head: string;
}

const REST_MS = 400;

/**
 * Sends bytes as they are and closes its own side when the server has answered and rests.
 *
 * @returns every response that came back, in order; none when the server hung up
 */
export function rawRequest(port: number, bytes: string | Buffer): Promise<WireResponse[]> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('timeout', () => socket.end());
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      // Not before: on a busy machine the first answer may take as long.
      socket.setTimeout(REST_MS);
    });
    // A server that refuses a request may reset the connection after its answer.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      resolve(responses(Buffer.concat(chunks).toString('latin1')));
    });
  });
}

function responses(text: string): WireResponse[] {
  return [...text.matchAll(/HTTP\/1\.[01] (\d{3})[^\r\n]*\r\n(?:[^\r\n]+\r\n)*/g)].map(
    ([head, status]) => ({ status: Number(status), head }),
  );
}
