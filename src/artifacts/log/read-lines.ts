import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { PassThrough, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { detectEncoding, isGzip } from '../bytes.ts';

/** The rest of a longer line is left out. */
const LONGEST_LINE = 1 << 18;
/** Bytes that are read at once. */
const CHUNK = 1 << 20;

/**
 * Reads a text file of any size line by line, unzipping and decoding it like the other artifacts.
 * Returns the SHA-256 of the bytes on disk, in hex.
 *
 * @throws Error when the file can't be read or its gzip stream is broken.
 */
export async function readLines(path: string, onLine: (line: string) => void): Promise<string> {
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const unzipping = (await startsLikeGzip(path)) ? createGunzip() : new PassThrough();
  const lines = lineSplitter(onLine);
  await pipeline(
    createReadStream(path, { highWaterMark: CHUNK }),
    hashing,
    unzipping,
    async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) lines.push(chunk);
      lines.end();
    },
  );
  return hash.digest('hex');
}

async function startsLikeGzip(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return isGzip(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

function lineSplitter(onLine: (line: string) => void): { push(chunk: Buffer): void; end(): void } {
  let decoder: TextDecoder | null = null;
  let rest = '';
  const take = (text: string): void => {
    let from = 0;
    for (let to = text.indexOf('\n'); to !== -1; to = text.indexOf('\n', from)) {
      const line = rest + text.slice(from, to);
      onLine(line.endsWith('\r') ? line.slice(0, -1) : line);
      rest = '';
      from = to + 1;
    }
    // A line without end costs no more than its first part: what comes after that isn't looked at again.
    if (rest.length < LONGEST_LINE) rest = (rest + text.slice(from)).slice(0, LONGEST_LINE);
  };
  return {
    push(chunk) {
      decoder ??= new TextDecoder(detectEncoding(chunk));
      take(decoder.decode(chunk, { stream: true }));
    },
    end() {
      take(decoder?.decode() ?? '');
      if (rest !== '') onLine(rest);
    },
  };
}
